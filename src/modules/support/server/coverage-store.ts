// The SQL of coverage: which counties, townships or communities have a support platform.
import type { Context } from '../../../platform/context.ts'
import { empty, join, raw, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { CoverageUnit } from '../platform.ts'
import type { CoverageFilter } from '../platforms-api.ts'
import { kindsOf } from './platform-store.ts'

export type Action = 'support.survey' | 'support.export'

/** Units of the person's own areas that the filter leaves, as `u` with the columns of area and `count`. */
async function unitsOf(ctx: Context, action: Action, filter: CoverageFilter): Promise<Sql> {
  const conditions = [
    sql`a.level = ${filter.by} and not a.virtual and a.kind <> 'zone'`,
    ctx.authority.scope(action, 'a'),
  ]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'a'))
  return sql`(select a.*, n.count, n.kinds from area a
    cross join lateral (select coalesce(sum(k.count), 0)::int as count, coalesce(json_object_agg(k.kind, k.count), '{}') as kinds
      from (select p.kind, count(*)::int as count from support_platform p where ${standsIn(ctx, filter)} group by p.kind) k
      where k.kind is not null) n
    where ${join(conditions, ' and ')})`
}

/** An open platform `p` in the unit `a`, of the kinds that are asked for. */
const standsIn = (ctx: Context, filter: CoverageFilter): Sql =>
  join(
    [
      sql`${raw(`p.${filter.by}`)} = a.code`,
      sql`p.opened_on <= ${ctx.today} and (p.closed_on is null or p.closed_on > ${ctx.today})`,
      ...kindsOf(filter),
    ],
    ' and ',
  )

const matching = ({ without }: CoverageFilter): Sql =>
  without === undefined ? sql`true` : sql`(u.count = 0) = ${without}`

/** How many platforms of a unit are named. */
const named = 3

type Listed = CoverageUnit & { key: string; id: string }

/** Those without a platform first. `after`: 0 or 1 and the code of the last one seen; `limit` null: all. */
export async function listUnits(
  ctx: Context,
  action: Action,
  filter: CoverageFilter,
  { after, limit }: { after: readonly [string, string] | null; limit: number | null },
): Promise<Listed[]> {
  return ctx.db.rows(sql`
    select a.code::text as code, a.code::text as id, a.short_name as name, up.short_name as above, a.count, a.kinds, a.key::text as key,
      (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'kind', n.kind, 'openedOn', n.opened_on)
          order by n.opened_on, n.id), '[]')
        from (select p.* from support_platform p where ${standsIn(ctx, filter)} order by p.opened_on, p.id
          limit ${limit === null ? null : named}) n) as platforms
    from (select u.*, least(u.count, 1) as key from ${await unitsOf(ctx, action, filter)} u where ${matching(filter)}
      ${after ? sql`and (least(u.count, 1), u.code) > (${after[0]}::int, ${after[1]}::bigint)` : empty}
      order by key, u.code limit ${limit}) a
    left join area up on up.code = case a.level when 'community' then a.township when 'township' then a.county else a.city end
    order by a.key, a.code`)
}

export async function sumUnits(
  ctx: Context,
  filter: CoverageFilter,
): Promise<{ units: number; without: number; platforms: number; having: CoverageUnit['kinds'] }> {
  return ctx.db.one(sql`
    with u as (select * from ${await unitsOf(ctx, 'support.survey', filter)} u where ${matching(filter)})
    select count(*)::int as units, (count(*) filter (where u.count = 0))::int as without,
      coalesce(sum(u.count), 0)::int as platforms,
      (select coalesce(json_object_agg(h.kind, h.units), '{}') from (
        select k.key as kind, count(*)::int as units from u cross join json_each(u.kinds) k group by k.key) h) as having
    from u`)
}
