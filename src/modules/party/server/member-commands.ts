// The list of an organization's party members and its key people: each look at names is recorded. (D4)
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { addDays, type Day, earlier } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notAllowed, notFound } from '../../../platform/policy.ts'
import { changeFactsOfMany } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { PartyOfOrganization } from '../arrangement-api.ts'
import { whyNotFrom } from '../branch-rules.ts'
import type { KeyPersonDraft, Member, MemberDraft } from '../members-api.ts'
import { type Locked, lockForArranging, organizationSubject } from './arrangement-store.ts'
import { partyOf } from './arrangement-view.ts'
import {
  endKeyPersonRow,
  endMemberRow,
  fullMembersFrom,
  insertKeyPerson,
  insertMember,
  insertRoster,
  keyPeopleOf,
  lockKeyPerson,
  lockMember,
  membersOf,
  ofOrganizationSubject,
  updateMember,
} from './member-store.ts'

/** The names; that somebody looked goes on record. */
export async function lookAtMembers(
  ctx: Context,
  id: string,
): Promise<{ members: Member[]; keyPeople: { id: string; name: string }[] }> {
  await enter(ctx, id)
  await note(ctx, id, 'party.lookAtMembers')
  return { members: await membersOf(ctx, id), keyPeople: await keyPeopleOf(ctx, id) }
}

export async function addMember(ctx: Context, id: string, draft: MemberDraft): Promise<PartyOfOrganization> {
  await enter(ctx, id)
  refuseIf(whyNotMember(draft, ctx.today))
  await insertMember(ctx, id, draft).catch(explainTwice)
  await countAnew(ctx, id, draft.from)
  await note(ctx, id, 'party.addMember', draft.from)
  return partyOf(ctx, id)
}

export async function editMember(ctx: Context, id: string, draft: MemberDraft): Promise<PartyOfOrganization> {
  await authorize(ctx, 'party.members', ofOrganizationSubject('member', id))
  const before = await lockMember(ctx, id)
  await enter(ctx, before.organization)
  refuseIf(whyNotMember(draft, ctx.today))
  if (before.until !== null && draft.from >= before.until) throw leftBeforeComing(before.until)
  await updateMember(ctx, id, draft).catch(explainTwice)
  await countAnew(ctx, before.organization, earlier(before.from, draft.from))
  await note(ctx, before.organization, 'party.editMember', draft.from)
  return partyOf(ctx, before.organization)
}

export async function endMember(ctx: Context, id: string, on: Day): Promise<PartyOfOrganization> {
  await authorize(ctx, 'party.members', ofOrganizationSubject('member', id))
  const before = await lockMember(ctx, id)
  await enter(ctx, before.organization)
  refuseIf(whyNotFrom(on, ctx.today, 'on', { day: addDays(before.from, 1), what: '加入后一天' }))
  if ((await endMemberRow(ctx, id, on)) !== 1) throw endedBefore
  await countAnew(ctx, before.organization, on)
  await note(ctx, before.organization, 'party.endMember', on)
  return partyOf(ctx, before.organization)
}

/** The list is complete: from this day on the register's number is that of its full members. */
export async function keepRoster(ctx: Context, id: string, from: Day): Promise<PartyOfOrganization> {
  await enter(ctx, id)
  refuseIf(whyNotFrom(from, ctx.today, 'from'))
  if ((await insertRoster(ctx, id, from)) !== 1) throw keptBefore
  await countAnew(ctx, id, from)
  await note(ctx, id, 'party.keepRoster', from)
  return partyOf(ctx, id)
}

export async function addKeyPerson(
  ctx: Context,
  id: string,
  draft: KeyPersonDraft,
): Promise<PartyOfOrganization> {
  await enter(ctx, id)
  refuseIf(whyNotSeat(draft) ?? whyNotFrom(draft.from, ctx.today, 'from'))
  await insertKeyPerson(ctx, id, draft)
  await note(ctx, id, 'party.addKeyPerson', draft.from)
  return partyOf(ctx, id)
}

export async function endKeyPerson(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<PartyOfOrganization> {
  await authorize(ctx, 'party.members', ofOrganizationSubject('keyPerson', id))
  const before = await lockKeyPerson(ctx, id)
  await enter(ctx, before.organization)
  refuseIf(whyNotFrom(on, ctx.today, 'on', { day: addDays(before.from, 1), what: '开始后一天' }))
  if ((await endKeyPersonRow(ctx, id, on, reason)) !== 1) throw endedBefore
  await note(ctx, before.organization, 'party.endKeyPerson', on, reason)
  return partyOf(ctx, before.organization)
}

/** Authorizes, locks, and asks the place's rule whether a community worker may know names. */
async function enter(ctx: Context, id: string): Promise<Locked> {
  await authorize(ctx, 'party.members', organizationSubject(id))
  const [organization] = await lockForArranging(ctx, 'party.members', [id])
  if (!organization) throw notFound('组织')
  const rules = await rulesFor(ctx.db, organization.area)
  if (!rules['party.workerSeesNames'] && !isPartyOfficer(ctx)) throw notAllowed('party.members')
  return organization
}

const isPartyOfficer = (ctx: Context): boolean => ctx.who.postings.some(({ role }) => role === 'partyOfficer')

/** Brings the register's number up to date with a complete list, from a day on. */
async function countAnew(ctx: Context, id: string, from: Day): Promise<void> {
  for (const { day, full } of await fullMembersFrom(ctx, id, from))
    await changeFactsOfMany(ctx, [{ id, facts: { partyMembers: full } }], day, '按党员名单')
}

const note = (
  ctx: Context,
  subject: string,
  action: string,
  effectiveOn: Day | null = null,
  reason: string | null = null,
) => record(ctx, { action, subjectKind: 'party', subject, effectiveOn, reason })

const whyNotMember = (draft: MemberDraft, today: Day): Problem | null =>
  whyNotFrom(draft.from, today, 'from') ??
  (draft.fullSince ? whyNotFrom(draft.fullSince, today, 'fullSince') : null)

function whyNotSeat({ kind, body }: KeyPersonDraft): Problem | null {
  const needsBody = kind === 'seat' || kind === 'leadership'
  if (needsBody === (body !== null)) return null
  const message = needsBody ? '请写明进入的是哪个机构或班子。' : '这一种不用写机构。'
  return new Problem(422, {
    code: 'party.seat',
    message,
    mend: '请按提示修改。',
    faults: [{ at: 'body', message }],
  })
}

function explainTwice(error: unknown): never {
  if (brokenConstraint(error) !== 'party_member_once_a_day') throw error
  const message = '名单上已有这个名字。'
  throw new Problem(422, {
    code: 'party.memberTwice',
    message,
    mend: '同一个人不必再登记；如果是同名的两个人，请在名字后面用括号区别，例如“张伟（三栋）”。',
    faults: [{ at: 'name', message }],
  })
}

const leftBeforeComing = (until: Day): Problem =>
  new Problem(422, {
    code: 'party.day',
    message: `加入的日期要早于离开的日期（${until}）。`,
    mend: '请核对日期。',
    faults: [{ at: 'from', message: '晚于离开的日期' }],
  })
const endedBefore = new Problem(409, {
  code: 'party.endedBefore',
  message: '这一条已经结束了。',
  mend: '请刷新页面。',
})
const keptBefore = new Problem(409, {
  code: 'party.keptBefore',
  message: '这份名单已经是完整的了。',
  mend: '请刷新页面。',
})
