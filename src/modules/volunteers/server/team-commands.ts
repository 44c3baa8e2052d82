// What can be done about teams and the people in them.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { maskPhone, unmask } from '../../organizations/masking.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { personWithin } from '../../people/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { whyNotPerson } from '../service-rules.ts'
import { whyNotFound, whyNotJoin, whyNotLeave, whyNotOpen } from '../team-rules.ts'
import type { MemberPage } from '../teams-api.ts'
import type { Team, TeamDraft, VolunteerDraft } from '../volunteer.ts'
import { certificatesOf } from './certificate-store.ts'
import { listEntries, ofMember } from './entry-store.ts'
import {
  endMember,
  insertMember,
  lockVolunteer,
  type MemberRow,
  memberSubject,
  oneMember,
  peopleOf,
  personFor,
  setKeeper,
  updateVolunteer,
} from './member-store.ts'
import { endTeam, founderOf, insertTeam, lockTeam, oneTeam, teamSubject } from './team-store.ts'

/** As many entries of one person as the page shows. */
const mostShown = 100

export async function foundTeam(ctx: Context, organization: string, draft: TeamDraft): Promise<Team> {
  await authorize(ctx, 'volunteer.write', organizationSubject(organization))
  const founder = await founderOf(ctx, organization)
  if (!founder) throw notFound('组织')
  refuseIf(whyNotFound(founder) ?? whyNotOpen(draft.startsOn, ctx.today))
  const id = ctx.newId()
  await insertTeam(ctx, id, organization, draft).catch(explainTeam)
  await tell(ctx, 'team.found', id, founder.area, { on: draft.startsOn })
  return showTeam(ctx, id)
}

export async function closeTeam(
  ctx: Context,
  id: string,
  ending: { on: Day; reason: string },
): Promise<Team> {
  await authorize(ctx, 'volunteer.write', teamSubject(id))
  const team = await locked(ctx, id)
  refuseIf(whyNotLeave(ending.on, team.startsOn, ctx.today))
  if ((await endTeam(ctx.db, id, ending)) !== 1) throw endedAlready
  await tell(ctx, 'team.end', id, team.area, ending)
  return showTeam(ctx, id)
}

/** Somebody joins; the same name and number is the same person, wherever the person serves. */
export async function join(
  ctx: Context,
  id: string,
  { from, ...draft }: VolunteerDraft & { from: Day },
): Promise<Team> {
  await authorize(ctx, 'volunteer.write', teamSubject(id))
  const team = await locked(ctx, id)
  refuseIf(team.endsOn === null ? null : endedAlready)
  refuseIf(whyNotPerson(draft, ctx.today) ?? whyNotJoin(from, team.startsOn, ctx.today))
  const volunteer = await personFor(ctx, draft)
  const member = ctx.newId()
  await insertMember(ctx.db, { id: member, team: id, volunteer, from }).catch(explainMember)
  await tell(ctx, 'volunteer.join', member, team.area, { on: from })
  return showTeam(ctx, id)
}

export async function editMember(ctx: Context, id: string, draft: VolunteerDraft): Promise<MemberPage> {
  const { volunteer, area } = await memberFor(ctx, id, 'volunteer.write')
  const before = await lockVolunteer(ctx.db, volunteer)
  const now = { ...draft, phone: unmask(draft.phone, before.phone) }
  refuseIf(whyNotPerson(now, ctx.today))
  await updateVolunteer(ctx.db, volunteer, now).catch(explainMember)
  const fields = (Object.keys(now) as (keyof VolunteerDraft)[]).filter(
    (field) => now[field] !== before[field],
  )
  // Which fields, not their values: the record is kept longer than the person may want to be known.
  await tell(ctx, 'volunteer.edit', id, area, { changed: fields })
  return showMember(ctx, id)
}

export async function leave(ctx: Context, id: string, { on }: { on: Day }): Promise<MemberPage> {
  const member = await memberFor(ctx, id, 'volunteer.write')
  refuseIf(whyNotLeave(on, member.startsOn as Day, ctx.today))
  if ((await endMember(ctx.db, id, on)) !== 1) throw leftAlready
  await tell(ctx, 'volunteer.leave', id, member.area, { on })
  return showMember(ctx, id)
}

export async function showPhone(ctx: Context, id: string): Promise<{ phone: string | null }> {
  const { phone, area } = await memberFor(ctx, id, 'volunteer.seePhone')
  await tell(ctx, 'volunteer.seePhone', id, area, {})
  return { phone }
}

/** Ties the account of a resident of the county, who then sees the own record; null unties it. */
export async function setAccount(ctx: Context, id: string, loginName: string | null): Promise<MemberPage> {
  const { volunteer, area } = await memberFor(ctx, id, 'volunteer.setAccount')
  const resident = loginName === null ? null : await personWithin(ctx.db, loginName, area, ['resident'])
  refuseIf(loginName !== null && resident === null ? noResident : null)
  await setKeeper(ctx.db, volunteer, resident).catch(explainMember)
  await tell(ctx, 'volunteer.setAccount', id, area, {})
  return showMember(ctx, id)
}

export async function showTeam(ctx: Context, id: string): Promise<Team> {
  const team = await oneTeam(ctx, id)
  if (!team) throw notFound('志愿服务队')
  const rules = await rulesFor(ctx.db, team.area)
  const people = (await peopleOf(ctx, id)).map(masked)
  return { ...team, people, adultKinds: [...rules['volunteers.adultKinds']] }
}

export async function showMember(ctx: Context, id: string): Promise<MemberPage> {
  const member = await oneMember(ctx, id)
  if (!member) throw notFound('志愿者')
  const condition = ofMember(id)
  const entries = await listEntries(ctx, { action: 'service.see', condition, after: null, limit: mostShown })
  const certificates = await certificatesOf(ctx, member)
  return { ...masked(member), entries, certificates }
}

const masked = <T extends { phone: string | null }>(one: T): T => ({
  ...one,
  phone: one.phone && maskPhone(one.phone),
})

async function memberFor(ctx: Context, id: string, action: string): Promise<MemberRow> {
  await authorize(ctx, action, memberSubject(id))
  const member = await oneMember(ctx, id)
  if (!member) throw notFound('志愿者')
  return member
}

async function locked(ctx: Context, id: string) {
  const team = await lockTeam(ctx.db, id)
  if (!team) throw notFound('志愿服务队')
  return team
}

type Said = { on?: Day; reason?: string; changed?: readonly string[] }

const tell = (
  ctx: Context,
  action: string,
  subject: string,
  area: string,
  { on, reason, changed = [] }: Said,
): Promise<void> =>
  record(ctx, {
    ...{ action, subjectKind: action.startsWith('team.') ? 'volunteerTeam' : 'teamMember', subject, area },
    ...{ effectiveOn: on ?? null, reason: reason ?? null },
    changes: changed.map((field) => ({ field, from: null, to: null })),
  })

function explainTeam(error: unknown): never {
  if (brokenConstraint(error) === 'volunteer_team_name_once') throw nameTaken
  throw error
}

function explainMember(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'team_member_once') throw memberAlready
  if (broken === 'volunteer_same_person') throw samePerson
  if (broken === 'volunteer_keeper_once') throw accountTaken
  throw error
}

const problem = (status: 409 | 422, code: string, message: string, mend: string, at?: string) =>
  new Problem(status, { code, message, mend, ...(at ? { faults: [{ at, message }] } : {}) })

const nameTaken = problem(422, 'team.nameTaken', '这个组织已有同名的志愿服务队。', '请换一个名称。', 'name')
const endedAlready = problem(409, 'team.ended', '这支志愿服务队已经解散。', '请刷新页面看它现在的状态。')
const memberAlready = problem(422, 'volunteer.already', '这个人已经在队里。', '请从队员里查看。', 'name')
const samePerson = problem(422, 'volunteer.samePerson', '已有同名、同号码的志愿者。', '请核对号码。', 'phone')
const leftAlready = problem(409, 'volunteer.left', '这个人已经不在队里。', '请刷新页面看现在的状态。')
const accountTaken = problem(
  422,
  'volunteer.accountTaken',
  '这个账号已经对应另一位志愿者。',
  '请核对账号。',
  'loginName',
)
const noResident = problem(
  422,
  'volunteer.noResident',
  '没有找到这个居民账号。',
  '请填写本县（市、区）居民的登录名。',
  'loginName',
)
