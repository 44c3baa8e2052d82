// The SQL of the records behind a figure: the same facts that were counted, one by one.
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { empty, join, raw, type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'
import { settlementBy } from '../../areas/server/index.ts'
import type { Counted } from '../counted.ts'
import type { Standing } from '../judge.ts'
import type { Target } from '../pack.ts'
import type { programmesApi } from '../programmes-api.ts'
import type { Place } from './place.ts'
import { factsIn, type Scope, sourceOf } from './tally-store.ts'

export type RecordPage = z.infer<typeof programmesApi.records.returns>
const countCap = 10_000

/** Records counted for a target in a place, in the order of their ids. None for a target without a source. */
export async function recordsOf(
  ctx: Context,
  sources: MeasureSources,
  place: Place,
  standing: Standing,
  target: Target,
  page: { after?: string | undefined; limit: number },
): Promise<RecordPage> {
  const counted = countedFacts(sources, place, standing, target)
  if (!counted) return { items: [], next: null, total: { value: 0, capped: false } }
  return listRecords(ctx, counted.source, counted.condition, page)
}

/** Records of a measure under a condition on `m`, in the order of their ids. */
export async function listRecords(
  ctx: Context,
  source: MeasureSource,
  condition: Sql,
  page: { after?: string | undefined; limit: number },
): Promise<RecordPage> {
  const items = await ctx.db.rows<RecordPage['items'][number]>(sql`
    select ${source.id} as id, ${source.label} as label, concat_ws(' ', record_town.short_name, record_area.short_name) as "areaName", m.starts_on as since,
      (${source.quantity})::float as quantity, ${source.note} as note, ${source.link} as link
    from ${source.from} ${source.labelFrom} join area record_area on record_area.code = m.area
      left join area record_town on record_town.code = m.township and record_town.code <> m.area
    where ${condition} ${page.after ? sql`and ${source.id} > ${page.after}` : empty}
    order by ${source.id} limit ${page.limit}`)
  const { total } = await ctx.db.one<{ total: number }>(sql`
    select count(*)::int as total from (select 1 from ${source.from} where ${condition} limit ${countCap + 1}) counted`)
  const last = items.length === page.limit ? items.at(-1) : undefined
  return {
    items,
    next: last?.id ?? null,
    total: { value: Math.min(total, countCap), capped: total > countCap },
  }
}

/** The union of what the target counts, as a condition on `m`; records of a second measure are not listed. */
function countedFacts(
  sources: MeasureSources,
  place: Place,
  standing: Standing,
  target: Target,
): { source: MeasureSource; condition: Sql } | null {
  const counted = standing.counted(target.id, place.area.code)
  const [first] = counted
  if (!first) return null
  const lister = { sources, standing, scope: { area: place.area.code, level: place.area.level } }
  const same = counted.filter(({ facts }) => facts.measure === first.facts.measure)
  const any = same.map((each) => sql`(${isCounted(lister, each)})`)
  return { source: sourceOf(sources, first.facts), condition: sql`(${join(any, ' or ')})` }
}

type Lister = { sources: MeasureSources; standing: Standing; scope: Scope }

/** A record that is counted, as a condition on `m`. */
export function isCounted(
  { sources, standing, scope }: Lister,
  { facts, located, inside, of }: Counted,
): Sql {
  const source = sourceOf(sources, facts)
  const conditions = [factsIn(source, facts, of ? null : scope), locatedIn(standing, located)]
  for (const { level, codes } of inside) conditions.push(sql`${raw(`m.${level}`)} = any(${codes}::bigint[])`)
  if (of) {
    const people = sourceOf(sources, of.facts)
    const those = [factsIn(people, of.facts, scope), locatedIn(standing, of.located), withinAny(of.within)]
    conditions.push(
      sql`m.organization in (select m.organization from ${people.from} where ${join(those, ' and ')})`,
    )
  }
  return join(conditions, ' and ')
}

function locatedIn({ plan }: Standing, located: 'urban' | 'rural' | null): Sql {
  if (!located) return sql`true`
  return sql`exists (select 1 from area a where a.code = m.community and ${settlementBy(plan.pack.settlement)} = ${located})`
}

const withinAny = (codes: readonly string[] | null): Sql =>
  codes ? sql`array[m.province, m.city, m.county, m.township, m.community] && ${codes}::bigint[]` : sql`true`
