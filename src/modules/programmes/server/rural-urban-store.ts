// The SQL of rural beside urban: what was counted in the communities of each kind, and how many live there.
import type { Day } from '../../../kernel/time.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource } from '../../../platform/measure-source.ts'
import type { SettlementSource } from '../../areas/area.ts'
import { settlementBy, within } from '../../areas/server/index.ts'
import type { SettlementSum } from '../rural-urban.ts'
import type { Facts } from '../tally.ts'
import { factsIn, type Scope } from './tally-store.ts'

export type Compared = { source: MeasureSource; settlement: readonly SettlementSource[]; scope: Scope }

/** By the kind of community, as of the last day of the span; virtual communities are in no denominator. */
export const settlementSums = (db: Db, compared: Compared, facts: Facts, on: Day): Promise<SettlementSum[]> =>
  db.rows(sql`
    with had as (
      select m.area, sum(${compared.source.quantity})::float as quantity
      from ${compared.source.from} where ${factsIn(compared.source, facts, compared.scope)} group by m.area),
    people as (
      select distinct on (p.area) p.area, p.residents from area_population p
      where p.on_day <= ${on} and p.residents is not null order by p.area, p.on_day desc),
    place as (
      select a.code, ${kindOf(compared.settlement)} as settlement, a.level = 'community' and not a.virtual as counts
      from area a where ${within(compared.scope.area, compared.scope.level, 'a')})
    select l.settlement, (count(*) filter (where l.counts))::int as communities,
      coalesce(sum(h.quantity), 0)::float as quantity,
      (count(p.residents) filter (where l.counts))::int as peopled,
      coalesce(sum(p.residents) filter (where l.counts), 0)::float as residents,
      coalesce(sum(h.quantity) filter (where p.residents is not null), 0)::float as "quantityAmongThem"
    from place l left join had h on h.area = l.code left join people p on p.area = l.code
    group by l.settlement`)

const kindOf = (sources: readonly SettlementSource[]): Sql => sql`
  case when a.level = 'community' and not a.virtual and ${settlementBy(sources)} in ('urban', 'rural')
    then ${settlementBy(sources)} else 'above' end`

/** Facts at communities of one kind, as a condition on `m`. */
export const factsAt = (
  { source, scope, settlement }: Compared,
  facts: Facts,
  kind: SettlementSum['settlement'],
): Sql => sql`${factsIn(source, facts, scope)}
  and exists (select 1 from area a where a.code = m.area and ${kindOf(settlement)} = ${kind})`

/** The first day of any record in the area: before it nothing was collected. */
export async function firstDay(db: Db, { source, scope }: Compared): Promise<Day | null> {
  const { day } = await db.one<{ day: Day | null }>(sql`
    select min(m.starts_on) as day from ${source.from}
    where (${source.where}) and ${within(scope.area, scope.level, 'm')}`)
  return day
}
