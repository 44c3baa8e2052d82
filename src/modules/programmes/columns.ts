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
  const each = eachOf(members, world, (at) =>
    sumOf(inner.map(({ rule, columns }) => lackAt(rule, columns, at))),
  )
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
  const each = {
    total: column('organizations'),
    passing: column('passing'),
    lacking: column('lacking'),
    exceeding: column('exceeding'),
  }
  const members = Uint8Array.from(tree.units, ({ level }, at) =>
    level === 'community' && each.total[at] ? 1 : 0,
  )
  return { top: each.passing, bottom: each.total, each, left: null, members, parts: [] }
}

export type Lack = { lacking: number; exceeding: number }

/** What an area lacks or exceeds under a rule, in the rule's own unit: records, or units for a share. Both 0 iff met. */
export function lackAt(rule: Rule, { top, bottom, each }: Columns, at: number): Lack {
  const [above, below] = [top[at] as number, bottom[at] as number]
  if (each && rule.kind !== 'average' && asksEach(rule.bounds)) return readEach(each, at)
  if (rule.kind !== 'quotient')
    return { lacking: lackOf(above, below, rule.bounds), exceeding: excessOf(above, below, rule.bounds) }
  const lacking = rule.partOfBottom
    ? lackOfShare(above, below, rule.bounds)
    : lackOf(above, below, rule.bounds, rule.scale)
  return { lacking, exceeding: excessOf(above, below, rule.bounds, rule.scale) }
}

const readEach = (each: NonNullable<Columns['each']>, at: number): Lack => ({
  lacking: each.lacking[at] as number,
  exceeding: each.exceeding[at] as number,
})

const sumOf = (lacks: readonly Lack[]): Lack => ({
  lacking: lacks.reduce((sum, { lacking }) => sum + lacking, 0),
  exceeding: lacks.reduce((sum, { exceeding }) => sum + exceeding, 0),
})

/** The units judged one by one, and the results rolled up. */
function eachOf(
  members: Uint8Array,
  { tree }: World,
  lackOfUnit: (at: number) => Lack,
): NonNullable<Columns['each']> {
  const column = () => new Float64Array(members.length)
  const [passing, lacking, exceeding] = [column(), column(), column()]
  for (let at = 0; at < members.length; at++) {
    if (!members[at]) continue
    const lack = lackOfUnit(at)
    passing[at] = lack.lacking === 0 && lack.exceeding === 0 ? 1 : 0
    lacking[at] = lack.lacking
    exceeding[at] = lack.exceeding
  }
  return {
    total: rollUp(tree, Float64Array.from(members)),
    passing: rollUp(tree, passing),
    lacking: rollUp(tree, lacking),
    exceeding: rollUp(tree, exceeding),
  }
}
