// The SQL of the desk that decides: an area at or above the level that the rules name, and above both ends of a move.
import { type Db, raw, type Sql, sql } from '../../../platform/db.ts'

export type DeskLevel = 'community' | 'township' | 'county' | 'city'

const depths: Record<DeskLevel, number> = { city: 2, county: 3, township: 4, community: 5 }

/** The code of the desk for an organization that stays (`to` null) or moves; null when nothing lies above both ends. */
export async function deskOf(
  db: Db,
  organization: string,
  level: DeskLevel,
  to: string | null = null,
): Promise<string | null> {
  const depth = depths[level]
  const row = await db.maybe<{ desk: string | null }>(sql`
    select coalesce(case when ${depth} >= 5 then c.community end, case when ${depth} >= 4 then c.township end,
      case when ${depth} >= 3 then c.county end, c.city, c.province)::text as desk
    from (select case when t.code is null or t.province = o.province then o.province end as province,
        case when t.code is null or t.city = o.city then o.city end as city,
        case when t.code is null or t.county = o.county then o.county end as county,
        case when t.code is null or t.township = o.township then o.township end as township,
        case when t.code is null or t.community = o.community then o.community end as community
      from organization o left join area t on t.code = ${to}::bigint where o.id = ${organization}) c`)
  return row?.desk ?? null
}

/** An area as people say it: 浮桥镇 牌楼社区. `code` is a column that holds its code. */
export const areaName = (code: string): Sql => sql`(
  select concat_ws(' ', case when up.code <> here.code then up.short_name end, here.short_name)
  from area here left join area up on up.code = here.township where here.code = ${raw(code)})`
