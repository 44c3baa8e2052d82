// A rule computed for every area of a tree at once, each column rolled up a single time from the bottom.
import type { EachReading, LeftOut } from './figure.ts'
import { excessOf, lackOf, lackOfShare } from './need.ts'
import {
  direct,
  insideOf,
  leftOutOf,
  locatedIn,
  masked,
  membersOf,
  subtreeCount,
  type World,
} from './population.ts'
import {
  type Average,
  asksEach,
  type Count,
  type OfOrganizations,
  type Quantified,
  type Quotient,
  type Rule,
  type RulePart,
} from './rule.ts'
import type { OrganizationCount } from './tally.ts'
import { rollUp } from './tree.ts'

/** By index of the area: its own value with everything below it. `bottom` is 0 where nothing can be judged. */
export type Columns = {
  top: Float64Array
  bottom: Float64Array
  each: { [K in keyof EachReading]: Float64Array } | null
  left: { [K in keyof LeftOut]: Float64Array } | null
  /** Which areas are units of the population (for organizations: communities that have some); null without one. */
  members: Uint8Array | null
  /** Columns of each part, for the parts of one unit. */
  parts: { title: string; rule: Rule; columns: Columns }[]
}

/** Columns of rules over one world; a rule asked twice is computed once. */
export const columnsOf = (rule: Rule, world: World): Columns =>
  world.remember(rule, () => compute(rule, world))

function compute(rule: Rule, world: World): Columns {
  switch (rule.kind) {
    case 'quotient':
      return quotientColumns(rule, world)
    case 'average':
      return averageColumns(rule, world)
    case 'quantified':
      return quantifiedColumns(rule, world)
    case 'organizations':
      return organizationColumns(rule, world)
  }
}

function quotientColumns(rule: Quotient, world: World): Columns {
  const top = subtreeCount(rule.top, world)
  const bottom = rule.bottom ? subtreeCount(rule.bottom, world) : new Float64Array(top.length).fill(1)
  return { top, bottom, each: null, left: null, members: null, parts: [] }
}

function averageColumns({ top, units, bounds }: Average, world: World): Columns {
  const members = membersOf(units, world)
  const counted = subtreeCount(top, world)
  const each = eachOf(members, world, (at) => ({
    lacking: lackOf(counted[at] as number, 1, bounds),
    exceeding: excessOf(counted[at] as number, 1, bounds),
    required: lackOf(0, 1, bounds),
  }))
  const sums = rollUp(world.tree, masked(counted, members))
  const left = leftOutOf(units, [top], world)
  return { top: sums, bottom: each.total, each, left, members, parts: [] }
}

function quantifiedColumns({ units, parts }: Quantified, world: World): Columns {
  const inner = parts.map(({ title, rule }) => ({ title, rule, columns: columnsOf(rule, world) }))
  const members = membersOf(units, world).map((is, at) =>
    is && inner.every(({ columns }) => columns.bottom[at]) ? 1 : 0,
  )
  const each = eachOf(members, world, (at) => judgedParts(inner, at))
  const left = inner[0]?.columns.left ?? leftOutOf(units, topsOf(parts), world)
  return { top: each.passing, bottom: each.total, each, left, members, parts: inner }
}

/** What the parts count, where they count plainly. */
const topsOf = (parts: readonly RulePart[]): Count[] =>
  parts.flatMap(({ rule }) => (rule.kind === 'quotient' ? [rule.top] : []))

function organizationColumns({ tally, within, located }: OfOrganizations, world: World): Columns {
  const { tree } = world
  const inside = insideOf(within, world)
  const mask = locatedIn(located, world).map((is, at) => is & (inside[at] as number))
  const column = (key: keyof OrganizationCount) =>
    rollUp(
      tree,
      masked(
        direct(tally.id, world, (value) => (value as OrganizationCount)[key]),
        mask,
      ),
    )
  const total = column('organizations')
  const each = {
    total,
    passing: column('passing'),
    lacking: column('lacking'),
    exceeding: column('exceeding'),
    required: total.map((organizations) => organizations * (tally.atLeast ?? 0)),
  }
  const members = Uint8Array.from(tree.units, ({ level }, at) =>
    level === 'community' && each.total[at] ? 1 : 0,
  )
  return { top: each.passing, bottom: each.total, each, left: null, members, parts: [] }
}

export type Lack = { lacking: number; exceeding: number }

/** What an area lacks or exceeds under a rule, in the rule's own unit: records, or units for a share. Both 0 iff met. */
export function lackAt(rule: Rule, columns: Columns, at: number): Lack {
  const { each } = columns
  if (each && countsEach(rule))
    return { lacking: each.lacking[at] as number, exceeding: each.exceeding[at] as number }
  const [top, bottom] = [columns.top[at] as number, columns.bottom[at] as number]
  const scale = scaleOf(rule)
  const enlarges = rule.kind === 'quotient' && rule.partOfBottom
  const lacking = enlarges ? lackOfShare(top, bottom, rule.bounds) : lackOf(top, bottom, rule.bounds, scale)
  return { lacking, exceeding: excessOf(top, bottom, rule.bounds, scale) }
}

/** What an area would lack if it had nothing, in the same unit. */
export function requiredAt(rule: Rule, { bottom, each }: Columns, at: number): number {
  if (each && countsEach(rule)) return each.required[at] as number
  return lackOf(0, bottom[at] as number, rule.bounds, scaleOf(rule))
}

const countsEach = (rule: Rule): boolean =>
  (rule.kind === 'quantified' || rule.kind === 'organizations') && asksEach(rule.bounds)

const scaleOf = (rule: Rule): number => (rule.kind === 'quotient' ? rule.scale : 1)

function judgedParts(parts: Columns['parts'], at: number): Judged {
  const sum: Judged = { lacking: 0, exceeding: 0, required: 0 }
  for (const { rule, columns } of parts) {
    const { lacking, exceeding } = lackAt(rule, columns, at)
    sum.lacking += lacking
    sum.exceeding += exceeding
    sum.required += requiredAt(rule, columns, at)
  }
  return sum
}

type Judged = Lack & { required: number }

/** The units judged one by one, and the results rolled up. */
function eachOf(
  members: Uint8Array,
  { tree }: World,
  judge: (at: number) => Judged,
): NonNullable<Columns['each']> {
  const column = () => new Float64Array(members.length)
  const [passing, lacking, exceeding, required] = [column(), column(), column(), column()]
  for (let at = 0; at < members.length; at++) {
    if (!members[at]) continue
    const judged = judge(at)
    passing[at] = judged.lacking === 0 && judged.exceeding === 0 ? 1 : 0
    lacking[at] = judged.lacking
    exceeding[at] = judged.exceeding
    required[at] = judged.required
  }
  return {
    total: rollUp(tree, Float64Array.from(members)),
    passing: rollUp(tree, passing),
    lacking: rollUp(tree, lacking),
    exceeding: rollUp(tree, exceeding),
    required: rollUp(tree, required),
  }
}
