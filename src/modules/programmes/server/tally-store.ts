// The SQL of counting: tallies of the algebra become scans over the measures' relations.
import { type Db, join, raw, type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'
import type { AreaLevel } from '../../areas/area.ts'
import { within } from '../../areas/server/index.ts'
import type { AreaCount, Facts, OrganizationCount, Span, Tally, Where } from '../tally.ts'

export type Scope = { area: string; level: AreaLevel }

/** Counts every tally for the records of one area and all below it. Sums over the same facts share one scan. */
export async function countTallies(
  db: Db,
  sources: MeasureSources,
  tallies: readonly Tally[],
  scope: Scope,
): Promise<Map<string, Map<string, AreaCount>>> {
  const counter = { db, sources, scope }
  const sums = groupsOf(tallies.filter(isSum), ({ facts }) => JSON.stringify([facts.measure, facts.span]))
  const counted = await Promise.all([
    ...sums.map((group) => countSums(counter, group)),
    ...tallies.map((tally) => countOther(counter, tally)),
  ])
  return new Map(counted.flatMap((entries) => [...entries]))
}

function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

type Counter = { db: Db; sources: MeasureSources; scope: Scope }
type Counted = Map<string, Map<string, AreaCount>>
type SumTally = Extract<Tally, { grain: 'sum' }>

const isSum = (tally: Tally): tally is SumTally => tally.grain === 'sum'

/** One scan for all sums over a measure in one span of time; zero sums stay out. */
async function countSums({ db, sources, scope }: Counter, tallies: SumTally[]): Promise<Counted> {
  const [first] = tallies
  if (!first) return new Map()
  const source = sourceOf(sources, first.facts)
  const sums = tallies.map((tally) => sumOf(source, tally.facts.where))
  const rows = await db.rows<{ area: string; sums: (number | null)[] }>(sql`
    select m.area::text as area, json_build_array(${join(sums)}) as sums
    from ${source.from} where ${factsIn(source, { ...first.facts, where: null }, scope)} group by m.area`)
  return new Map(tallies.map((tally, at) => [tally.id, column(rows, at)]))
}

function sumOf(source: MeasureSource, where: Where | null): Sql {
  const total = source.quantity.text === '1' ? sql`count(*)` : sql`sum(${source.quantity})`
  return where ? sql`${total} filter (where ${conditionOf(source, where)})` : total
}

function column(rows: { area: string; sums: (number | null)[] }[], at: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { area, sums } of rows) if (sums[at]) counts.set(area, sums[at])
  return counts
}

function countOther(counter: Counter, tally: Tally): Promise<Counted> {
  if (tally.grain === 'distinct') return countDistinct(counter, tally)
  if (tally.grain === 'organizations') return countOrganizations(counter, tally)
  return Promise.resolve(new Map())
}

async function countDistinct(
  { db, sources, scope }: Counter,
  tally: Extract<Tally, { grain: 'distinct' }>,
): Promise<Counted> {
  const source = sourceOf(sources, tally.facts)
  const attribute = attributeOf(source, tally.attribute)
  const rows = await db.rows<{ area: string; found: string[] }>(sql`
    select m.area::text as area, array_agg(distinct ${attribute}::text) as found
    from ${source.from} where ${factsIn(source, tally.facts, scope)} and ${attribute} is not null group by m.area`)
  return new Map([[tally.id, new Map(rows.map(({ area, found }) => [area, found]))]])
}

/** For each area: the organizations of a population, and how many of them have enough of something. */
async function countOrganizations(
  { db, sources, scope }: Counter,
  tally: Extract<Tally, { grain: 'organizations' }>,
): Promise<Counted> {
  const [people, things] = [sourceOf(sources, tally.population), sourceOf(sources, tally.facts)]
  const lacking = tally.atLeast === null ? sql`0` : sql`greatest(0, ${tally.atLeast}::numeric - had.quantity)`
  const exceeding = tally.atMost === null ? sql`0` : sql`greatest(0, had.quantity - ${tally.atMost}::numeric)`
  const rows = await db.rows<{ area: string; count: OrganizationCount }>(sql`
    with population as (
      select m.area, m.organization from ${people.from} where ${factsIn(people, tally.population, scope)}),
    facts as (
      select m.organization, sum(${things.quantity}) as quantity from ${things.from}
      where ${factsIn(things, tally.facts, null)} and m.organization in (select organization from population)
      group by m.organization),
    had as (
      select p.area, coalesce(f.quantity, 0) as quantity from population p left join facts f using (organization))
    select had.area::text as area, json_build_object('organizations', count(*),
      'passing', count(*) filter (where ${lacking} = 0 and ${exceeding} = 0),
      'lacking', sum(${lacking}), 'exceeding', sum(${exceeding})) as count
    from had group by had.area`)
  return new Map([[tally.id, new Map(rows.map(({ area, count }) => [area, count]))]])
}

/** The facts of a measure that a tally speaks of, as a condition on `m`. */
export function factsIn(source: MeasureSource, facts: Facts, scope: Scope | null): Sql {
  const conditions = [sql`(${source.where})`, spanOf(source, facts.span)]
  if (scope) conditions.push(within(scope.area, scope.level, 'm'))
  if (facts.where) conditions.push(conditionOf(source, facts.where))
  return join(conditions, ' and ')
}

function spanOf({ began }: MeasureSource, span: Span): Sql {
  if ('on' in span) return sql`m.starts_on <= ${span.on} and (m.ends_on is null or m.ends_on > ${span.on})`
  if (began) return began(span.from, span.to)
  return span.from === null
    ? sql`m.starts_on <= ${span.to}`
    : sql`m.starts_on between ${span.from} and ${span.to}`
}

/**
 * A filter as SQL. Comparing with an unknown value gives null, which counts as false; `not` makes it false first, so
 * that `not` of it is true.
 */
export function conditionOf(source: MeasureSource, where: Where): Sql {
  if ('all' in where) return joined(source, where.all, ' and ', sql`true`)
  if ('any' in where) return joined(source, where.any, ' or ', sql`false`)
  if ('not' in where) return sql`not coalesce(${conditionOf(source, where.not)}, false)`
  const attribute = attributeOf(source, where.attribute)
  if ('known' in where) return where.known ? sql`(${attribute} is not null)` : sql`(${attribute} is null)`
  if ('atLeast' in where) return sql`${attribute} >= ${where.atLeast}${castFor(where.atLeast)}`
  if ('atMost' in where) return sql`${attribute} <= ${where.atMost}${castFor(where.atMost)}`
  const [first = ''] = where.is.map(String)
  return where.is.length === 1
    ? sql`${attribute}::text = ${first}`
    : sql`${attribute}::text = any(${where.is.map(String)}::text[])`
}

const castFor = (value: number | string): Sql => raw(typeof value === 'number' ? '::numeric' : '::date')

function joined(source: MeasureSource, parts: readonly Where[], by: string, none: Sql): Sql {
  return parts.length === 0
    ? none
    : sql`(${join(
        parts.map((part) => conditionOf(source, part)),
        by,
      )})`
}

function attributeOf(source: MeasureSource, name: string): Sql {
  const attribute = source.attributes[name]
  if (!attribute) throw new Error(`the source has no attribute ${name}`)
  return attribute
}

export function sourceOf(sources: MeasureSources, { measure }: Facts): MeasureSource {
  const source = sources[measure]
  if (!source) throw new Error(`no source for the measure ${measure}`)
  return source
}
