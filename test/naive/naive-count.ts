// Counting and choosing for the naive recount: loops over records and areas, filters read from the pack as it stands.
import type { Day } from '../../src/kernel/time.ts'
import type { CountedTarget, Filter, Pack, Population } from '../../src/modules/programmes/pack.ts'
import type { AreaUnit } from '../../src/modules/programmes/tree.ts'
import type { Fact, Value } from './facts.ts'
import { inRange, range } from './naive-range.ts'

export type World = {
  pack: Pack
  areas: readonly AreaUnit[]
  facts: readonly Fact[]
  asOf: Day
  stock: ReadonlySet<string>
  /** The calendar year under judgement, if the target is judged by years. */
  year?: number | null
}

type Counted = {
  count: string
  where?: Filter | undefined
  located?: 'urban' | 'rural' | undefined
  distinct?: string | undefined
}

export const count = (world: World, counted: Counted, target: CountedTarget, area: string): number =>
  countBy(world, counted, target, area, (fact) => holds(world.pack, counted.where, fact))

export const countWhere = (
  world: World,
  target: CountedTarget,
  area: string,
  also: (fact: Fact) => boolean,
): number =>
  countBy(world, target, target, area, (fact) => holds(world.pack, target.where, fact) && also(fact))

export function countBy(
  world: World,
  counted: Counted,
  target: CountedTarget,
  area: string | null,
  is: (fact: Fact) => boolean,
): number {
  let sum = 0
  const values = new Set<Value>()
  for (const fact of world.facts) {
    if (fact.measure !== counted.count || !inTime(world, target, fact) || !is(fact)) continue
    if (area !== null && !below(world, fact.area, area)) continue
    if (!isLocated(world, fact.area, counted.located)) continue
    sum += fact.quantity
    if (counted.distinct !== undefined) values.add(fact.attributes[counted.distinct] ?? null)
  }
  values.delete(null)
  return counted.distinct === undefined ? sum : values.size
}

export const existsOn = (fact: Fact, day: string): boolean =>
  fact.from <= day && (fact.until === null || fact.until > day)

function inTime(world: World, { window, from }: CountedTarget, fact: Fact): boolean {
  if (fact.from > world.asOf) return false
  if (window === 'year') return fact.from.slice(0, 4) === String(world.year)
  if (window === 'sinceStart') return fact.from >= (from ?? world.pack.from)
  if (typeof window === 'object') return fact.from >= window.since
  return world.stock.has(fact.measure) ? existsOn(fact, world.asOf) : true
}

const areaOf = (world: World, code: string): AreaUnit | undefined =>
  world.areas.find((area) => area.code === code)

export function below(world: World, code: string, above: string): boolean {
  for (let area = areaOf(world, code); area; area = areaOf(world, area.parent ?? ''))
    if (area.code === above) return true
  return false
}

export function isLocated(world: World, code: string, settlement: 'urban' | 'rural' | undefined): boolean {
  const area = areaOf(world, code)
  return settlement === undefined || (area?.level === 'community' && area.settlement === settlement)
}

export function unitsIn(world: World, population: Population, area: string): string[] {
  return world.areas
    .filter((unit) => isUnit(world, population, unit) && below(world, unit.code, area))
    .map(({ code }) => code)
}

function isUnit(
  world: World,
  { units, settlement, within, zones, having }: Population,
  unit: AreaUnit,
): boolean {
  if (
    units === 'programme' ? unit.code !== world.pack.area.code : unit.level !== units || !unit.inDenominator
  )
    return false
  if (units !== 'programme' && !zones && unit.zone) return false
  if (settlement && unit.settlement !== settlement) return false
  if (within && !within.some((code) => below(world, unit.code, code))) return false
  if (!having) return true
  const found = count(world, having, { window: 'asOf' } as CountedTarget, unit.code)
  const is = inRange(found, 1, range(having.need ?? { atLeast: 1 }), 1)
  return is.low && is.high
}

export function holds(pack: Pack, filter: Filter | undefined, fact: Fact): boolean {
  for (const [key, value] of Object.entries(filter ?? {})) if (!holdsKey(pack, key, value, fact)) return false
  return true
}

function holdsKey(pack: Pack, key: string, value: Filter[string], fact: Fact): boolean {
  if (key === 'term') return holds(pack, pack.terms.find(({ word }) => word === value)?.where, fact)
  if (key === 'not') return !holds(pack, value as Filter, fact)
  if (key === 'all') return (value as Filter[]).every((each) => holds(pack, each, fact))
  if (key === 'any') return (value as Filter[]).some((each) => holds(pack, each, fact))
  const has = fact.attributes[key] ?? null
  if (typeof value === 'object' && !Array.isArray(value))
    return inLimits(value as { atLeast?: number; atMost?: number; known?: boolean }, has)
  const wanted = (Array.isArray(value) ? value : [value]) as Value[]
  if (has === null) return false
  if (key !== 'category') return wanted.includes(has)
  return pack.taxonomy.categories.some(({ id, from }) => wanted.includes(id) && from.includes(String(has)))
}

function inLimits(
  { atLeast, atMost, known }: { atLeast?: number; atMost?: number; known?: boolean },
  has: Value,
): boolean {
  if (known !== undefined && known !== (has !== null)) return false
  if (atLeast !== undefined && (has === null || Number(has) < atLeast)) return false
  return atMost === undefined || (has !== null && Number(has) <= atMost)
}
