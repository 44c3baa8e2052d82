// The counted targets of the Chongqing pack once more, the plainest way: one statement a target, written after the
// pack's wording, over the records themselves. Nothing of the engine is used.
import type { Day } from '../src/kernel/time.ts'
import { type Database, join, type Sql, sql } from '../src/platform/db.ts'

/** What a target says of one county: the figure's two numbers, and how many organizations are missing. */
export type Recount = { numerator: number; denominator: number; lacking: number }

/** By target, then by the code of the county; a county without such units is left out. */
export type Recounts = Map<string, Map<string, Recount>>

export async function recount(database: Database, asOf: Day): Promise<Recounts> {
  const found: Recounts = new Map()
  for (const [target, statement] of Object.entries(statementsOn(asOf))) {
    const rows = await database.rows<Recount & { county: string }>(statement)
    found.set(target, new Map(rows.map(({ county, ...recounted }) => [county, recounted])))
  }
  return found
}

const statementsOn = (asOf: Day): Record<string, Sql> => ({
  'urban-each': eachHas(5, 'residents', asOf),
  'rural-each': eachHas(2, 'villagers', asOf),
  'urban-average': averageIs(10, 'residents', asOf),
  'rural-average': averageIs(5, 'villagers', asOf),
  'x-types': allTypes(asOf),
})

/** Every organization that was active on the day, with where it was. */
const active = (asOf: Day): Sql => sql`(
  select * from organization_period
  where superseded_at is null and status = 'active'
    and daterange(starts_on, ends_on) @> ${asOf}::date)`

/** Every community of a kind, and how many active organizations it has. */
const communities = (kind: 'residents' | 'villagers', asOf: Day): Sql => sql`(
  select c.county, count(o.organization)::int as has
  from area c left join ${active(asOf)} o on o.community = c.code
  where c.level = 'community' and c.kind = ${kind}
  group by c.code)`

const eachHas = (least: number, kind: 'residents' | 'villagers', asOf: Day): Sql => sql`
  select county::text as county, count(*) filter (where has >= ${least})::int as numerator,
    count(*)::int as denominator, sum(greatest(0, ${least} - has))::int as lacking
  from ${communities(kind, asOf)} c group by county`

const averageIs = (least: number, kind: 'residents' | 'villagers', asOf: Day): Sql => sql`
  select county::text as county, sum(has)::int as numerator, count(*)::int as denominator,
    greatest(0, ${least} * count(*) - sum(has))::int as lacking
  from ${communities(kind, asOf)} c group by county`

/** 社区服务、社区事务、慈善救助、文化体育: each county has at least one of each. (一（二）) */
const types = [
  ['service', 'mutualHelp', 'elderCare', 'rural'],
  ['governance', 'mediation', 'safety', 'environment', 'customs'],
  ['charity'],
  ['culture', 'sports', 'science'],
]

function allTypes(asOf: Day): Sql {
  const lacking = types.map((of) => sql`(count(*) filter (where o.category = any(${of}::text[])) = 0)::int`)
  return sql`
    select county::text as county, (lacking = 0)::int as numerator, 1 as denominator, lacking
    from (select c.code as county, ${join(lacking, ' + ')} as lacking
          from area c left join ${active(asOf)} o on o.county = c.code
          where c.level = 'county' group by c.code) c`
}
