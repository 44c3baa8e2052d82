// Makes one organization of several, or several of one, on a day; and takes that back where it was a mistake.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { Tier } from '../../organizations/choices.ts'
import type { OrganizationDraft } from '../../organizations/organization.ts'
import { whyNotEffect } from '../../organizations/organization-rules.ts'
import {
  type Act,
  changeFacts,
  endOrganization,
  enterOrganization,
  organizationSubject,
} from '../../organizations/server/index.ts'
import type { Merger, Reorganization, ReorganizationKind, Split, SuccessorDraft } from '../reorganization.ts'
import { totalsOf, whyNotMerge, whyNotSplit, whyNotTotals } from '../reorganization-rules.ts'
import { whyNotNewNames } from './new-names.ts'
import {
  type Before,
  insertReorganization,
  insertSuccessions,
  lockParts,
  type PartRow,
  reachedAmong,
  readReorganizations,
} from './reorganization-store.ts'
import { closeTies } from './ties.ts'

/** 积沙成塔: the parts end on the day, what they become begins or goes on; identities and histories stay. (HS 三(一)2) */
export async function merge(ctx: Context, id: string, merger: Merger): Promise<Reorganization> {
  const existing = 'existing' in merger.into ? merger.into.existing : null
  const ids = [...new Set([id, ...merger.others, ...(existing ? [existing] : [])])]
  await authorize(ctx, 'change.reorganize', organizationSubject(id))
  await authorizeAll(ctx, ids)
  if ('draft' in merger.into) await authorizeArea(ctx, merger.into.draft.area)
  refuseIf(whyNotDay(ctx, merger))
  const parts = await lockParts(ctx.db, ids, merger.on, existing)
  const { members, partyMembers, difference } = merger
  const summed = totalsOf(parts)
  refuseIf(
    whyNotSeveral(parts) ??
      whyNotMerge(
        parts.map((part) => ({ ...part, goesOn: part.id === existing })),
        tierOf(merger, parts),
        merger.on,
      ) ??
      whyNotTotals(summed, { members, partyMembers }, difference) ??
      (await whyNotNames(ctx, 'draft' in merger.into ? [['into.draft.name', merger.into.draft]] : [], parts)),
  )
  const predecessors = parts.filter((part) => part.id !== existing)
  await endAll(ctx, predecessors, { ...actOf(merger), action: 'organization.mergedInto' })
  const successor = await succeed(ctx, merger, parts)
  return conclude(ctx, {
    kind: 'merge',
    ...{ on: merger.on, reason: merger.reason, difference, summed, declared: { members, partyMembers } },
    parts,
    pairs: predecessors.map(({ id: predecessor }) => ({ predecessor, successor })),
  })
}

/** What the parts become: one of them, with the declared numbers from the day on, or a new one that begins then. */
async function succeed(ctx: Context, merger: Merger, parts: readonly PartRow[]): Promise<string> {
  const { into, members, partyMembers } = merger
  const act = { ...actOf(merger), action: 'organization.merge' }
  if ('existing' in into) {
    await changeFacts(ctx, into.existing, { members, partyMembers }, act)
    return into.existing
  }
  return begin(ctx, { ...into.draft, members, partyMembers }, act, onlyKeeper(parts))
}

/** One becomes several: it ends on the day, they begin. */
export async function split(ctx: Context, id: string, given: Split): Promise<Reorganization> {
  await authorize(ctx, 'change.reorganize', organizationSubject(id))
  for (const { area } of given.into) await authorizeArea(ctx, area)
  refuseIf(whyNotDay(ctx, given))
  const parts = await lockParts(ctx.db, [id], given.on, null)
  const [whole] = parts
  if (!whole) throw notFound('组织')
  const summed = totalsOf(given.into)
  const named = given.into.map((draft, at): Named => [`into.${at}.name`, draft])
  refuseIf(
    whyNotSplit(whole, given.into, given.on) ??
      whyNotTotals(summed, whole, given.difference) ??
      (await whyNotNames(ctx, named, parts)),
  )
  await endAll(ctx, [whole], { ...actOf(given), action: 'organization.splitInto' })
  const successors: string[] = []
  for (const draft of given.into)
    successors.push(await begin(ctx, draft, { ...actOf(given), action: 'organization.split' }, null))
  return conclude(ctx, {
    kind: 'split',
    ...{ on: given.on, reason: given.reason, difference: given.difference, summed, declared: whole },
    parts,
    pairs: successors.map((successor) => ({ predecessor: id, successor })),
  })
}

/** A draft with the path of its name. */
type Named = readonly [at: string, draft: SuccessorDraft]

/** New organizations bear lawful names, or one that a part had in the same place. */
const whyNotNames = (
  ctx: Context,
  named: readonly Named[],
  parts: readonly PartRow[],
): Promise<Problem | null> =>
  whyNotNewNames(
    ctx.db,
    named.map(([at, { name, area, tier }]) => ({
      ...{ at, name, area, tier, legalForm: null },
      known: parts.filter((part) => part.area === area),
    })),
  )

/** A new organization exists from the day of the act; a filed one counts as filed from that day. */
const begin = (ctx: Context, draft: SuccessorDraft, act: Act, keeper: string | null): Promise<string> =>
  enterOrganization(ctx, draftFrom(draft, act.on), { ...act, keeper })

const draftFrom = (draft: SuccessorDraft, on: Day): OrganizationDraft => ({
  ...draft,
  foundedOn: on,
  filedOn: draft.tier === 'filed' ? on : null,
  registeredOn: null,
  unifiedCode: null,
  legalForm: 'none',
})

async function endAll(ctx: Context, parts: readonly PartRow[], act: Act): Promise<void> {
  const ids = parts.map(({ id }) => id)
  await closeTies(ctx, ids, act.on, act.reason ?? '')
  for (const id of ids) await endOrganization(ctx, id, act)
}

type Conclusion = Omit<Parameters<typeof insertReorganization>[2], 'before'> & {
  kind: ReorganizationKind
  parts: readonly PartRow[]
  pairs: readonly { predecessor: string; successor: string }[]
}

async function conclude(ctx: Context, { parts, pairs, ...act }: Conclusion): Promise<Reorganization> {
  const id = ctx.newId()
  const before: Record<string, Before> = Object.fromEntries(
    parts.map(({ id, status, members, partyMembers }) => [id, { status, members, partyMembers }]),
  )
  await insertReorganization(ctx, id, { ...act, before })
  await insertSuccessions(ctx.db, id, pairs)
  return shownReorganization(ctx, id)
}

export async function shownReorganization(ctx: Context, id: string): Promise<Reorganization> {
  const [found] = await readReorganizations(ctx, { reorganization: id })
  if (!found) throw notFound('合并或拆分')
  return found
}

/** Every organization must be within reach: those of two counties are merged by whoever reaches both. */
async function authorizeAll(ctx: Context, ids: readonly string[]): Promise<void> {
  const reached = await reachedAmong(ctx, 'change.reorganize', ids)
  const missing = ids.length - reached.length
  if (missing === 0) return
  throw new Problem(422, {
    code: 'reorganization.outOfReach',
    message: `要合并的组织里有 ${missing} 个没有找到，或者不在您的管理范围内。`,
    mend: '跨街镇、跨县（市、区）的合并，请由同时管理各方的上一级办理。',
    faults: [{ at: 'others', message: `有 ${missing} 个不在您的管理范围内` }],
  })
}

const authorizeArea = (ctx: Context, area: string) => authorize(ctx, 'change.reorganize', areaSubject(area))

const whyNotDay = (ctx: Context, { on, reason }: { on: Day; reason: string }): Problem | null =>
  whyNotEffect({ kind: 'change', from: on, reason }, ctx.today)

function whyNotSeveral(parts: readonly PartRow[]): Problem | null {
  if (parts.length > 1) return null
  return new Problem(422, {
    code: 'reorganization.alone',
    message: '合并至少要有两个组织。',
    mend: '请再选一个要合并的组织。',
    faults: [{ at: 'others', message: '至少再选一个' }],
  })
}

const tierOf = ({ into }: Merger, parts: readonly PartRow[]): Tier =>
  'draft' in into ? into.draft.tier : (parts.find(({ id }) => id === into.existing)?.tier ?? 'guided')

const actOf = ({ on, reason }: { on: Day; reason: string }): Omit<Act, 'action'> => ({ on, reason })

/** The leader's account goes on where all parts have the same. */
function onlyKeeper(parts: readonly PartRow[]): string | null {
  const keepers = [...new Set(parts.flatMap(({ keeper }) => keeper ?? []))]
  return keepers.length === 1 ? (keepers[0] ?? null) : null
}
