// Which organizations may be merged or split, with what numbers, and why not.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type Tier, tiers } from '../organizations/choices.ts'

/** One organization that is merged or split, as the rules look at it. */
export type Part = {
  name: string
  status: string
  tier: Tier
  members: number | null
  partyMembers: number | null
  /** Whether it lived on the day of the act and on the day before; of one that goes on, on the day. */
  livedThen: boolean
  /** A change or an exit that is not decided yet. */
  pending: boolean
}

export type Totals = { members: number | null; partyMembers: number | null }

/** Members of the parts added up; null where one of them is unknown. */
export const totalsOf = (parts: readonly Totals[]): Totals => ({
  members: sum(parts.map(({ members }) => members)),
  partyMembers: sum(parts.map(({ partyMembers }) => partyMembers)),
})

function sum(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null)
  return known.length === numbers.length ? known.reduce((total, number) => total + number, 0) : null
}

/** Totals are conserved as declared: a whole that is not the sum of its parts is explained. */
export function whyNotTotals(summed: Totals, declared: Totals, difference: string | null): Problem | null {
  if (difference || !differs(summed, declared)) return null
  return new Problem(422, {
    code: 'reorganization.unexplained',
    message: `各部分相加是${totalsText(summed)}，填报的是${totalsText(declared)}。`,
    mend: '请核对人数；确有不同的（例如有人同时在两个队里），写明原因。',
    faults: [{ at: 'difference', message: '人数与相加不同，请写明原因' }],
  })
}

/** Whether what is declared has to be explained. A sum that nobody knows explains itself. */
export const differs = (summed: Totals, declared: Totals): boolean =>
  (summed.members !== null && summed.members !== declared.members) ||
  (summed.partyMembers !== null && summed.partyMembers !== declared.partyMembers)

/** 成员 30 人、党员 4 人. */
export const totalsText = ({ members, partyMembers }: Totals): string =>
  `成员 ${members === null ? '不详' : `${members} 人`}、党员 ${partyMembers === null ? '不详' : `${partyMembers} 人`}`

const rank: Record<Tier, number> = { guided: 0, filed: 1, registered: 2 }

/** The highest way of management among some: what a merged one keeps. */
export const highestTier = (parts: readonly Pick<Part, 'tier'>[]): Tier =>
  parts.reduce<Tier>((highest, { tier }) => (rank[tier] > rank[highest] ? tier : highest), 'guided')

/** `goesOn`: the others are merged into this one. */
export type Merged = Part & { goesOn: boolean }

/**
 * Why these cannot become one, or null. `tier` is that of the one that they become. A registered one may take others in;
 * it ends only by its own law.
 */
export function whyNotMerge(parts: readonly Merged[], tier: Tier, on: Day): Problem | null {
  const highest = highestTier(parts)
  return (
    parts
      .map((part) => (part.goesOn ? null : whyNotRegistered(part, '合并')) ?? whyNotPart(part, on, '合并'))
      .find((problem) => problem !== null) ??
    (rank[tier] < rank[highest]
      ? refusal('tier', loses(highest), `请并入${tiers[highest]}的组织。`)
      : null) ??
    (rank[tier] > rank[highest]
      ? refusal('tier', gains(highest, tier), `合并后按“${tiers[highest]}”办，需要时另行申请。`)
      : null)
  )
}

const loses = (highest: Tier): string => `其中有${tiers[highest]}的组织，合并后不能降为管理方式更低的组织。`
const gains = (highest: Tier, tier: Tier): string =>
  `要合并的都是${tiers[highest]}的组织，合并不能代替${tiers[tier]}。`

/** Why one cannot become these, or null. */
export function whyNotSplit(
  whole: Part,
  into: readonly { name: string; area: string; tier: Tier }[],
  on: Day,
): Problem | null {
  const higher = into.find(({ tier }) => rank[tier] > rank[whole.tier])
  const twice = into.find((one, at) => into.slice(0, at).some((other) => sameName(one, other)))
  return (
    whyNotRegistered(whole, '拆分') ??
    whyNotPart(whole, on, '拆分') ??
    (higher
      ? refusal(
          'into',
          `“${higher.name}”不能因拆分而成为${tiers[higher.tier]}的组织。`,
          '先按原来的管理方式拆分，需要时另行申请。',
        )
      : null) ??
    (twice ? refusal('into', `有两个都叫“${twice.name}”。`, '请给它们不同的名称。') : null)
  )
}

const sameName = (a: { name: string; area: string }, b: { name: string; area: string }): boolean =>
  a.name === b.name && a.area === b.area

function whyNotRegistered({ name, tier, status }: Part, what: string): Problem | null {
  if (tier !== 'registered' || status === 'ended') return null
  return refusal(
    'from',
    `“${name}”是登记的组织，${what}要依法清算并到登记管理机关办理，不能在这里${what}。`,
    '登记的组织可以并入别的组织；它自己终止，请先在登记管理机关办理，再在名录中登记结果。',
  )
}

function whyNotPart(part: Part, on: Day, what: string): Problem | null {
  const { name, status, livedThen, pending } = part
  if (status === 'ended')
    return moved(`“${name}”已退出名录，不能${what}。`, '请刷新页面；可能刚被别人办理过。')
  if (pending) return moved(`“${name}”还有没办结的变更或退出。`, `先办结或撤回，再来${what}。`)
  if (!livedThen)
    return refusal(
      'on',
      `“${name}”在 ${on} 前后不在名录中。`,
      '请核对日期：要晚于它成立的日子，不能在它退出以后。',
    )
  return null
}

const refusal = (at: string, message: string, mend: string): Problem =>
  new Problem(422, { code: 'reorganization.refused', message, mend, faults: [{ at, message }] })

const moved = (message: string, mend: string): Problem =>
  new Problem(409, { code: 'reorganization.notNow', message, mend })
