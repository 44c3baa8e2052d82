// The SQL of counted activities, and of how many people came again.
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import type { AreaLevel } from '../../areas/area.ts'
import type { Counts } from '../counts.ts'
import { activities } from './activity-store.ts'

/** Held, within the days and the area, as far as the reader may see. */
const held = (ctx: Context, condition: Sql): Sql =>
  sql`${condition} and v.status in ('held', 'concluded') and ${ctx.authority.scope('activity.see', 'v')}`

const tally = sql`count(*)::int as activities, coalesce(sum(v.attended), 0)::int as attended`

export const countAll = (ctx: Context, condition: Sql): Promise<Counts['sum']> =>
  ctx.db.one(sql`select ${tally} from ${activities} where ${held(ctx, condition)}`)

/** A series that several programmes know bears its newest title. */
export const countSeries = (ctx: Context, condition: Sql): Promise<Counts['bySeries']> =>
  ctx.db.rows(sql`
    select v.series, (array_agg(v.series_title order by v.starts_at desc))[1] as title, ${tally}
    from ${activities} where ${held(ctx, condition)}
    group by v.series order by v.series is null, activities desc, v.series`)

/** By the areas directly below; what lies at the area itself bears its own name. */
export const countAreas = (
  ctx: Context,
  condition: Sql,
  child: Sql,
  level: AreaLevel,
): Promise<Counts['byArea']> =>
  ctx.db.rows(sql`
    select a.code::text as area, a.short_name as name, a.level not in ('community', ${level}) as below, c.activities,
      c.attended
    from (select ${child} as child, ${tally} from ${activities} where ${held(ctx, condition)} group by 1) c
    join area a on a.code = c.child order by a.code`)

export const countServed = async (ctx: Context, condition: Sql): Promise<Counts['served']> =>
  (
    await ctx.db.one<{ served: Counts['served'] }>(sql`
      select coalesce(json_object_agg(k.kind, k.people), '{}') as served from (
        select s.kind, sum(s.people)::int as people from ${activities} join activity_served s on s.activity = v.id
        where ${held(ctx, condition)} group by s.kind) k`)
  ).served

/** People by the hash of their number: how many came, and how many of them at least twice. */
export const countReturning = (ctx: Context, condition: Sql): Promise<Counts['returning']> =>
  ctx.db.one(sql`
    select count(*)::int as people, count(*) filter (where p.times > 1)::int as again from (
      select s.phone_hash, count(distinct s.activity) as times
      from ${activities} join activity_sign_up s on s.activity = v.id and s.came and s.phone_hash is not null
      where ${held(ctx, condition)} group by s.phone_hash) p`)
