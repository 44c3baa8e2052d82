// The SQL of townships and their hubs.
import type { Context } from '../../../platform/context.ts'
import { join, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { HubTownship } from '../hub.ts'
import type { TownshipFilter } from '../hubs-api.ts'

export type Action = 'hub.survey' | 'hub.export'

/** Townships that the person may look at: those of the own areas, and the one in which the person works. */
export async function townshipsOf(ctx: Context, action: Action, filter: TownshipFilter): Promise<Sql> {
  const own = ctx.who.postings.map((posting) => posting.area)
  const conditions = [
    sql`a.level = 'township'`,
    sql`(${ctx.authority.scope(action, 'a')} or a.code in (select own.township from area own
      where own.code = any(${own}::bigint[]) and ${ctx.authority.scope(action, 'own')}))`,
  ]
  if (filter.area) conditions.push(await withinOrAround(ctx, filter.area))
  if (filter.without !== undefined) conditions.push(sql`${hasHub} = ${!filter.without}`)
  if (filter.service?.length) conditions.push(provides(ctx, filter.service))
  return join(conditions, ' and ')
}

/** Of a community: its township. */
async function withinOrAround(ctx: Context, area: string): Promise<Sql> {
  return sql`(${await withinArea(ctx.db, area, 'a')} or a.code = (select c.township from area c where c.code = ${area}))`
}

/** Written as the partial index `organization_hubs` has it. */
const hasHub = sql`exists (select 1 from organization o where o.township = a.code and o.hub and o.status <> 'ended')`

/** A tie that goes on; one with an organization that has ended meanwhile does not. */
const holds = (ctx: Context): Sql => sql`t.status = 'active' and t.starts_on <= ${ctx.today}
  and exists (select 1 from organization living where living.id = t.served and living.status <> 'ended')`

const provides = (ctx: Context, services: readonly string[]): Sql => sql`exists (
  select 1 from organization o join hub_tie t on t.hub = o.id and ${holds(ctx)}
  join hub_service v on v.hub_tie = t.id and (v.ends_on is null or v.ends_on > ${ctx.today})
  where o.township = a.code and o.hub and o.status <> 'ended' and v.service = any(${services}::text[]))`

/** Those without a hub first. `after` is the rank and code of the last one seen; `limit` null: all. */
export const listTownships = (
  ctx: Context,
  condition: Sql,
  { after, limit }: { after: readonly [number, string] | null; limit: number | null },
): Promise<(HubTownship & { rank: number })[]> =>
  ctx.db.rows(sql`
    select p.rank, p.code::text as code, p.name, c.short_name as "countyName",
      ${hubsOf(ctx)} as hubs, n.organizations, n.served
    from (select f.* from (
        select a.code, a.short_name as name, a.county, ${hasHub}::int as rank from area a where ${condition}) f
      where ${after ? sql`(f.rank, f.code) > (${after[0]}, ${after[1]}::bigint)` : sql`true`}
      order by f.rank, f.code limit ${limit}) p
    left join area c on c.code = p.county and c.code <> p.code
    cross join lateral (
      select count(*)::int as organizations, (count(*) filter (where ${isServed(ctx)}))::int as served
      from organization o where o.township = p.code and o.status = 'active' and not o.hub) n
    order by p.rank, p.code`)

const isServed = (ctx: Context): Sql =>
  sql`exists (select 1 from hub_tie t where t.served = o.id and ${holds(ctx)})`

const hubsOf = (ctx: Context): Sql => sql`(
  select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name, 'served', h.served, 'services', h.services,
    'since', h.since) order by h.name), '[]')
  from (
    select o.id, o.name, (select count(*)::int from hub_tie t where t.hub = o.id and ${holds(ctx)}) as served,
      (select coalesce(json_agg(distinct v.service), '[]') from hub_tie t join hub_service v on v.hub_tie = t.id
        where t.hub = o.id and ${holds(ctx)} and (v.ends_on is null or v.ends_on > ${ctx.today})) as services,
      (select min(m.starts_on) from organization_period m
        where m.organization = o.id and m.hub and m.superseded_at is null) as since
    from organization o where o.township = p.code and o.hub and o.status <> 'ended') h)`

export type Sums = { townships: number; without: number; hubs: number; organizations: number; served: number }

export const sumTownships = (ctx: Context, condition: Sql): Promise<Sums> =>
  ctx.db.one(sql`
    with here as (select a.code, ${hasHub} as has from area a where ${condition})
    select (select count(*)::int from here) as townships,
      (select count(*)::int from here where not has) as without,
      (select count(*)::int from organization o where o.township in (select code from here) and o.hub and o.status <> 'ended') as hubs,
      n.organizations, n.served
    from (select count(*)::int as organizations, (count(*) filter (where ${isServed(ctx)}))::int as served
      from organization o where o.township in (select code from here) and o.status = 'active' and not o.hub) n`)
