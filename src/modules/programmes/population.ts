// Which areas are units of a population, what lies in each, and what is left out of it.
import type { Columns } from './columns.ts'
import { meets } from './need.ts'
import type { Count, Units } from './rule.ts'
import type { AreaCount, Counts } from './tally.ts'
import { type AreaTree, type AreaUnit, countDistinct, rollUp } from './tree.ts'

/** One tree with its counts; `programme` is the index of the programme's own area, −1 when it is not in the tree. */
export type World = { tree: AreaTree; counts: Counts; programme: number; remember: Remember }

/** Makes a thing once for each key: a text that says what it is, or the very object it is made from. */
export type Remember = <T>(key: string | object, make: () => T) => T

export function worldOf(tree: AreaTree, counts: Counts, programme: string): World {
  return { tree, counts, programme: tree.index.get(programme) ?? -1, remember: memo() }
}

function memo(): Remember {
  const known = new Map<string | object, unknown>()
  return <T>(key: string | object, make: () => T): T => {
    if (!known.has(key)) known.set(key, make())
    return known.get(key) as T
  }
}

/** The values of the areas in a mask, zero elsewhere. */
export function masked(values: Float64Array, mask: Uint8Array): Float64Array {
  const kept = new Float64Array(values.length)
  for (let at = 0; at < kept.length; at++) if (mask[at]) kept[at] = values[at] as number
  return kept
}

/** The count of each area with everything below it. */
export function subtreeCount(count: Count, world: World): Float64Array {
  return world.remember(`count ${count.located} ${count.tally.id}`, () =>
    count.tally.grain === 'distinct' ? distinctCount(count, world) : sumCount(count, world),
  )
}

function sumCount({ tally, located }: Count, world: World): Float64Array {
  const values = direct(tally.id, world, (value) => value as number)
  return rollUp(world.tree, located === null ? values : masked(values, locatedIn(located, world)))
}

function distinctCount({ tally, located }: Count, world: World): Float64Array {
  const values = new Map<number, readonly string[]>()
  const mask = locatedIn(located, world)
  for (const [code, found] of world.counts.get(tally.id) ?? []) {
    const at = world.tree.index.get(code)
    if (at !== undefined && mask[at]) values.set(at, found as readonly string[])
  }
  return countDistinct(world.tree, values)
}

/** What a tally found for each area by itself, areas that the tree does not know left out. */
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

/** Communities of a settlement; all areas when none is asked. */
export const locatedIn = (located: 'urban' | 'rural' | null, world: World): Uint8Array =>
  world.remember(`located ${located}`, () =>
    mark(
      world,
      ({ level, settlement }) => located === null || (level === 'community' && settlement === located),
    ),
  )

function mark({ tree }: World, is: (unit: AreaUnit, at: number) => boolean): Uint8Array {
  const marks = new Uint8Array(tree.units.length)
  for (const [at, unit] of tree.units.entries()) if (is(unit, at)) marks[at] = 1
  return marks
}

/** Which areas are units of the population. */
export function membersOf(units: Units, world: World): Uint8Array {
  return world.remember(`members ${JSON.stringify(units)}`, () => {
    const ofLevel = unitsOfLevel(units, world)
    const inside = insideOf(units.within, world)
    const has = havingOf(units, world)
    const { settlement: asked } = units
    return mark(
      world,
      ({ settlement }, at) =>
        ofLevel[at] === 1 && inside[at] === 1 && (asked === null || settlement === asked) && has(at),
    )
  })
}

function havingOf({ having }: Units, world: World): (at: number) => boolean {
  if (!having) return () => true
  const counted = subtreeCount(having.count, world)
  return (at) => meets(counted[at] as number, 1, having.bounds)
}

/** Areas of the population's level that are units at all: virtual ones never, zones if the pack counts them. */
function unitsOfLevel({ level, zones }: Units, world: World): Uint8Array {
  return world.remember(`level ${level} ${zones}`, () =>
    level === 'programme'
      ? mark(world, (_, at) => at === world.programme)
      : mark(world, (unit) => unit.level === level && unit.inDenominator && (zones || !unit.zone)),
  )
}

/** Which areas are named or lie below a named one. */
export function insideOf(within: readonly string[] | null, world: World): Uint8Array {
  const { tree } = world
  const named = new Set(within ?? [])
  if (!within || tree.above.some((code) => named.has(code))) return mark(world, () => true)
  const inside = mark(world, ({ code }) => named.has(code))
  for (let at = 1; at < inside.length; at++) inside[at] ||= inside[tree.parents[at] as number] as number
  return inside
}

type Left = NonNullable<Columns['left']>

/** What the population leaves out, so that no difference between two figures stays unexplained. */
export function leftOutOf(units: Units, tops: readonly Count[], world: World): Left {
  const records = new Float64Array(world.tree.units.length)
  for (const top of tops) {
    const outside = recordsOutside(units, top, world)
    for (let at = 0; at < records.length; at++)
      records[at] = (records[at] as number) + (outside[at] as number)
  }
  return { records, ...unitsLeftOut(units, world) }
}

/** Records below an area that lie in no unit of the level. Distinct values cannot be set off against each other. */
function recordsOutside(units: Units, top: Count, world: World): Float64Array {
  const all = subtreeCount(top, world)
  const outside = new Float64Array(all.length)
  if (top.tally.grain === 'distinct') return outside
  const within = rollUp(world.tree, masked(all, unitsOfLevel(units, world)))
  for (let at = 0; at < outside.length; at++)
    outside[at] = Math.max(0, (all[at] as number) - (within[at] as number))
  return outside
}

function unitsLeftOut({ level, settlement, zones }: Units, world: World): Omit<Left, 'records'> {
  return world.remember(`left ${level} ${settlement} ${zones}`, () => {
    const sum = (is: (unit: AreaUnit) => boolean) =>
      rollUp(world.tree, Float64Array.from(mark(world, (unit) => unit.level === level && is(unit))))
    return {
      unknownSettlement: sum(
        (unit) => settlement !== null && unit.inDenominator && unit.settlement === 'unknown',
      ),
      virtual: sum((unit) => !unit.inDenominator),
      zones: sum((unit) => !zones && unit.inDenominator && (unit.zone ?? false)),
    }
  })
}
