// Which areas are units of a population, what lies in each, and what is left out of it.
import type { Columns } from './columns.ts'
import { meets } from './need.ts'
import type { Count, Rule, Units } from './rule.ts'
import type { AreaCount, Counts } from './tally.ts'
import { type AreaTree, countDistinct, rollUp } from './tree.ts'

export type Remember = <T>(key: string, make: () => T) => T

/** One tree with its counts; `programme` is the index of the programme's own area, −1 when it is not in the tree. */
export type World = { tree: AreaTree; counts: Counts; programme: number; remember: Remember }

export function worldOf(tree: AreaTree, counts: Counts, programme: string): World {
  return { tree, counts, programme: tree.index.get(programme) ?? -1, remember: memo() }
}

function memo(): Remember {
  const known = new Map<string, unknown>()
  return <T>(key: string, make: () => T): T => {
    if (!known.has(key)) known.set(key, make())
    return known.get(key) as T
  }
}

export const masked = (values: Float64Array, mask: Uint8Array): Float64Array =>
  values.map((value, at) => (mask[at] ? value : 0))

/** The count of each area with everything below it. */
export function subtreeCount(count: Count, world: World): Float64Array {
  return world.remember(`count ${count.located} ${count.tally.id}`, () =>
    count.tally.grain === 'distinct' ? distinctCount(count, world) : sumCount(count, world),
  )
}

function sumCount({ tally, located }: Count, world: World): Float64Array {
  const values = direct(tally.id, world, (value) => value as number)
  return rollUp(
    world.tree,
    values.map((value, at) => (isLocated(at, located, world) ? value : 0)),
  )
}

function distinctCount({ tally, located }: Count, world: World): Float64Array {
  const values = new Map<number, readonly string[]>()
  for (const [code, found] of world.counts.get(tally.id) ?? []) {
    const at = world.tree.index.get(code)
    if (at !== undefined && isLocated(at, located, world)) values.set(at, found as readonly string[])
  }
  return countDistinct(world.tree, values)
}

export function direct(
  tally: string,
  { tree, counts }: World,
  read: (value: AreaCount) => number,
): Float64Array {
  const values = new Float64Array(tree.units.length)
  for (const [code, value] of counts.get(tally) ?? []) {
    const at = tree.index.get(code)
    if (at !== undefined) values[at] = read(value)
  }
  return values
}

export const isLocated = (at: number, located: 'urban' | 'rural' | null, { tree }: World): boolean =>
  located === null || (tree.units[at]?.level === 'community' && tree.units[at]?.settlement === located)

/** Which areas are units of the population. */
export function membersOf(units: Units, world: World): Uint8Array {
  return world.remember(`members ${JSON.stringify(units)}`, () => {
    const ofLevel = unitsOfLevel(units, world)
    const inside = insideOf(units.within, world)
    const has = havingOf(units, world)
    return ofLevel.map((is, at) => (is && inside[at] && has(at) && settles(units, world, at) ? 1 : 0))
  })
}

const settles = ({ settlement }: Units, { tree }: World, at: number): boolean =>
  settlement === null || tree.units[at]?.settlement === settlement

function havingOf({ having }: Units, world: World): (at: number) => boolean {
  if (!having) return () => true
  const counted = subtreeCount(having.count, world)
  return (at) => meets(counted[at] as number, 1, having.bounds)
}

/** Areas of the population's level that are units at all: virtual ones never, zones if the pack counts them. */
function unitsOfLevel({ level, zones }: Units, { tree, programme }: World): Uint8Array {
  if (level === 'programme') return Uint8Array.from(tree.units, (_, at) => (at === programme ? 1 : 0))
  return Uint8Array.from(tree.units, (unit) =>
    unit.level === level && unit.inDenominator && (zones || !unit.zone) ? 1 : 0,
  )
}

/** Which areas are named or lie below a named one. */
export function insideOf(within: readonly string[] | null, { tree }: World): Uint8Array {
  if (!within) return new Uint8Array(tree.units.length).fill(1)
  const named = new Set(within)
  const inside = Uint8Array.from(tree.units, (unit) => (named.has(unit.code) ? 1 : 0))
  if (tree.above.some((code) => named.has(code))) inside.fill(1)
  for (let at = 1; at < inside.length; at++) inside[at] ||= inside[tree.parents[at] as number] as number
  return inside
}

/** What the population leaves out, so that no difference between two figures stays unexplained. */
export function leftOutOf(units: Units, top: Count | null, world: World): NonNullable<Columns['left']> {
  return {
    records: top ? recordsOutside(units, top, world) : new Float64Array(world.tree.units.length),
    unknownSettlement: rollUp(world.tree, unknownSettlement(units, world)),
    virtual: rollUp(
      world.tree,
      levelUnits(units, world, (unit) => !unit.inDenominator),
    ),
    zones: rollUp(
      world.tree,
      levelUnits(units, world, (unit) => !units.zones && (unit.zone ?? false) && unit.inDenominator),
    ),
  }
}

export function leftOutOfParts(units: Units, parts: readonly { rule: Rule }[], world: World) {
  const left = leftOutOf(units, null, world)
  for (const { rule } of parts) {
    if (rule.kind !== 'quotient') continue
    const outside = recordsOutside(units, rule.top, world)
    left.records = left.records.map((sum, at) => sum + (outside[at] as number))
  }
  return left
}

/** Records below an area that lie in no unit of the level. Distinct values cannot be set off against each other. */
function recordsOutside(units: Units, top: Count, world: World): Float64Array {
  const all = subtreeCount(top, world)
  if (top.tally.grain === 'distinct') return new Float64Array(all.length)
  const within = rollUp(world.tree, masked(all, unitsOfLevel(units, world)))
  return all.map((sum, at) => Math.max(0, sum - (within[at] as number)))
}

function unknownSettlement(units: Units, world: World): Float64Array {
  const asks = units.settlement !== null
  return levelUnits(units, world, (unit) => asks && unit.inDenominator && unit.settlement === 'unknown')
}

const levelUnits = (
  { level }: Units,
  { tree }: World,
  is: (unit: AreaTree['units'][number]) => boolean,
): Float64Array => Float64Array.from(tree.units, (unit) => (unit.level === level && is(unit) ? 1 : 0))
