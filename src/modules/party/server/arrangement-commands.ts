// Decides how the party is present in an organization: own branch, joint branch, instructor, or nothing any more. (D1)
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { changeFactsOfMany } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Decision, PartyOfOrganization } from '../arrangement-api.ts'
import { natureOf } from '../arrangement-rules.ts'
import { whyNotFrom, whyNotLed, whyNotStanding, whyNotUnite, whyTooFew } from '../branch-rules.ts'
import type { ArrangementKind, BranchKind } from '../party.ts'
import {
  closeArrangements,
  insertArrangements,
  type Locked,
  lockBranch,
  lockForArranging,
  lockInstructor,
  organizationSubject,
  sizeOf,
} from './arrangement-store.ts'
import { partyOf } from './arrangement-view.ts'
import { dissolveEmptied, insertBranch } from './branch-store.ts'

export async function arrange(ctx: Context, id: string, decision: Decision): Promise<PartyOfOrganization> {
  await authorize(ctx, 'party.arrange', organizationSubject(id))
  refuseIf(whyNotFrom(decision.from, ctx.today, 'from'))
  if (decision.kind === 'own') await found(ctx, 'own', [id], decision)
  if (decision.kind === 'joint') await found(ctx, 'joint', [id, ...decision.partners], decision)
  if (decision.kind === 'join') await join(ctx, id, decision)
  if (decision.kind === 'instructor') await assign(ctx, id, decision)
  return partyOf(ctx, id)
}

/** The organization returns to the queue; its own branch is dissolved with it. */
export async function endArrangement(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<PartyOfOrganization> {
  await authorize(ctx, 'party.arrange', organizationSubject(id))
  const [organization] = await lockForArranging(ctx, 'party.arrange', [id])
  if (!organization?.open) throw nothingToEnd
  refuseIf(whyNotFrom(on, ctx.today, 'on', { day: organization.open.from, what: '这项安排开始' }))
  await leave(ctx, [id], on, reason)
  return partyOf(ctx, id)
}

/** Ends what is open of organizations; branches that nobody is left in are dissolved. */
export async function leave(ctx: Context, ids: readonly string[], on: Day, reason: string): Promise<void> {
  await dissolveEmptied(ctx, await closeArrangements(ctx, ids, on, reason), on, reason)
  await changeFactsOfMany(
    ctx,
    ids.map((id) => ({ id, facts: { partyPresence: 'none' } })),
    on,
    reason,
  )
  for (const id of ids) await note(ctx, id, 'party.endArrangement', on, [], reason)
}

type Founding = Extract<Decision, { kind: 'own' | 'joint' }>

async function found(
  ctx: Context,
  kind: BranchKind,
  ids: readonly string[],
  { branch, from }: Founding,
): Promise<void> {
  const those = await lockAll(ctx, ids)
  for (const [at, one] of those.entries()) refuseIf(whyNotArrange(one, from, at > 0))
  const area = commonArea(those)
  const rules = await rulesFor(ctx.db, area)
  const full = those.reduce((sum, one) => sum + (one.full ?? 0), 0)
  const elsewhere = those.reduce((sum, one) => sum + one.elsewhere, 0)
  refuseIf(
    whyTooFew(full, rules) ??
      whyNotUnite(kind, { organizations: those.length, members: full }, rules) ??
      whyNotLed(branch.committee, full, rules),
  )
  const nature = natureOf(full, elsewhere, rules)
  if (!nature) throw relationsElsewhere
  const id = ctx.newId()
  await insertBranch(ctx, { ...branch, id, kind, nature, area, foundedOn: from })
  await put(ctx, ids, { kind, branch: id, instructor: null, from })
}

async function join(
  ctx: Context,
  id: string,
  { branch, from }: Extract<Decision, { kind: 'join' }>,
): Promise<void> {
  const standing = await lockBranch(ctx, branch)
  if (!standing) throw notFound('党支部')
  if (standing.kind === 'own') throw onlyJoint
  const [organization] = await lockAll(ctx, [id])
  if (!organization) throw notFound('组织')
  refuseIf(
    whyNotStanding(standing) ??
      whyNotArrange(organization, from, false) ??
      whyNotFrom(from, ctx.today, 'from', { day: standing.foundedOn, what: '党支部成立' }),
  )
  if (organization.open?.branch === branch) throw alreadyIn
  const rules = await rulesFor(ctx.db, organization.area)
  const size = await sizeOf(ctx, branch)
  const grown = { organizations: size.organizations + 1, members: size.members + (organization.full ?? 0) }
  refuseIf(whyNotUnite('joint', grown, rules))
  await put(ctx, [id], { kind: 'joint', branch, instructor: null, from })
}

async function assign(
  ctx: Context,
  id: string,
  { instructor, from }: Extract<Decision, { kind: 'instructor' }>,
): Promise<void> {
  const [organization] = await lockAll(ctx, [id])
  if (!organization) throw notFound('组织')
  const person = await lockInstructor(ctx, instructor, organization.lineage)
  if (!person) throw notFound('党建指导员')
  refuseIf(
    whyNotArrange(organization, from, false) ??
      whyNotFrom(from, ctx.today, 'from', { day: person.from, what: '指导员开始任职' }),
  )
  const rules = await rulesFor(ctx.db, organization.area)
  if (person.until !== null) throw instructorGone
  if (person.organizations >= rules['party.instructorAtMost'])
    throw instructorBusy(person.name, person.organizations, rules['party.instructorAtMost'])
  await put(ctx, [id], { kind: 'instructor', branch: null, instructor, from })
}

type Put = { kind: ArrangementKind; branch: string | null; instructor: string | null; from: Day }

/** The new arrangement takes the place of the old one, in the record and on the register. */
async function put(ctx: Context, ids: readonly string[], given: Put): Promise<void> {
  const reason = '改为新的安排'
  const left = await closeArrangements(ctx, ids, given.from, reason)
  await dissolveEmptied(ctx, left, given.from, reason)
  await insertArrangements(ctx, { organizations: ids, ...given }).catch(explainTwice)
  await changeFactsOfMany(
    ctx,
    ids.map((id) => ({ id, facts: { partyPresence: given.kind } })),
    given.from,
    '落实党的组织和工作覆盖',
  )
  const changes = [{ field: 'partyPresence', from: null, to: given.kind }]
  for (const id of ids) await note(ctx, id, 'party.arrange', given.from, changes)
}

const note = (
  ctx: Context,
  id: string,
  action: string,
  effectiveOn: Day,
  changes: { field: string; from: unknown; to: unknown }[],
  reason: string | null = null,
) => record(ctx, { action, subjectKind: 'party', subject: id, effectiveOn, reason, changes })

/** All of them, in the order given; one twice, or out of reach, is refused. */
async function lockAll(ctx: Context, ids: readonly string[]): Promise<Locked[]> {
  if (new Set(ids).size < ids.length) throw sameTwice
  const locked = await lockForArranging(ctx, 'party.arrange', ids)
  return ids.map((id) => {
    const found = locked.find((one) => one.id === id)
    if (!found) throw notFound('组织')
    return found
  })
}

/** Why one cannot be arranged from a day on. A partner that has a branch already stays in it. */
function whyNotArrange(one: Locked, from: Day, isPartner: boolean): Problem | null {
  if (one.status === 'ended')
    return refusal('party.organizationEnded', `“${one.name}”已退出名录。`, '请选别的组织。')
  if (isPartner && one.open?.branch)
    return refusal('party.partnerTaken', `“${one.name}”已有党支部。`, '请刷新页面，另选一个组织。')
  if (one.open && from < one.open.from)
    return refusal(
      'party.day',
      `“${one.name}”现在的安排是从 ${one.open.from} 开始的，新的安排不能早于那一天。`,
      '请填写那一天或以后的日期。',
    )
  return null
}

/** The lowest area in which all of them lie. */
function commonArea(those: readonly Locked[]): string {
  const [first] = those
  const shared = first?.lineage.find(
    (code, level) => code !== null && those.every(({ lineage }) => lineage[level] === code),
  )
  if (!shared) throw notFound('组织')
  return shared
}

function explainTwice(error: unknown): never {
  if (brokenConstraint(error) !== 'party_arrangement_one_a_day') throw error
  throw new Problem(409, {
    code: 'party.arrangedMeanwhile',
    message: '这个组织在那一天已有安排，也许刚有人办理过。',
    mend: '请刷新页面核对后再办。',
  })
}

const refusal = (code: string, message: string, mend: string): Problem =>
  new Problem(422, { code, message, mend })

const nothingToEnd = new Problem(409, {
  code: 'party.nothingToEnd',
  message: '这个组织现在没有登记在册的安排。',
  mend: '请刷新页面看它现在的情况。',
})
const relationsElsewhere = refusal(
  'party.relationsElsewhere',
  '党员的组织关系在别处的多，本地不设功能型（兼合式）党支部，不能建立。',
  '请先转接组织关系，或者选派党建指导员。',
)
const onlyJoint = refusal('party.onlyJoint', '这是单独建立的党支部，别的组织不能加入。', '请选联合党支部。')
const alreadyIn = refusal('party.alreadyIn', '这个组织已在这个党支部里。', '不必再办。')
const sameTwice = refusal('party.sameTwice', '同一个组织选了两次。', '请去掉重复的组织。')
const instructorGone = refusal('party.instructorGone', '这位指导员已不再任职。', '请另选一位指导员。')
const instructorBusy = (name: string, now: number, most: number): Problem =>
  refusal(
    'party.instructorBusy',
    `${name}现在联系 ${now} 个组织，一名指导员最多联系 ${most} 个。`,
    '请另选一位指导员。',
  )
