// The SQL of names that may be near another: bounded, so that frequent words cost little.
import type { Context } from '../../../platform/context.ts'
import { type Db, join, type Sql, sql } from '../../../platform/db.ts'
import { within } from '../../areas/server/index.ts'
import type { Place } from '../../naming/places.ts'

/** Tokens of the characters and of the initials (see `search-text.ts`) of what tells the name from others. */
export type Near = {
  area: string
  pairs: readonly number[]
  initials: readonly number[]
  except: string | null
}

export type NearName = { id: string; name: string; areaName: string; places: Place[]; isHere: boolean }

/**
 * Names of the county of an area, of the city where that has no counties: those that share most pairs of characters, and
 * those that have all pairs of initials. The area's own come first among equals.
 */
export async function nearNames(ctx: Context, near: Near): Promise<NearName[]> {
  const around = near.pairs.length > 0 ? await countyAround(ctx.db, near.area) : null
  if (!around) return []
  return ctx.db.rows<NearName>(sql`
    with known as (
      (${candidates(ctx, near, around, sql`o.search && ${near.pairs}::int4[]`)}
        order by ${sharedPairs(near.pairs)} desc, o.area = ${near.area} desc, o.id limit 40)
      union
      (${candidates(ctx, near, around, sql`o.search @> ${near.initials}::int4[]`)} limit 20))
    select k.id, k.name, a.short_name as "areaName", k.area = ${near.area} as "isHere",
      (select json_agg(json_build_object('level', up.level, 'name', up.short_name) order by up.code)
        from area up where up.code in (a.province, a.city, a.county, a.township, a.community)) as places
    from known k join area a on a.code = k.area`)
}

/** The county of an area, or the city where that has none, as a condition on `o`; null for an area that is not loaded. */
async function countyAround(db: Db, area: string): Promise<Sql | null> {
  const row = await db.maybe<{ county: string | null; city: string | null }>(
    sql`select county::text as county, city::text as city from area where code = ${area}`,
  )
  if (row?.county) return within(row.county, 'county', 'o')
  return row?.city ? within(row.city, 'city', 'o') : null
}

const candidates = (ctx: Context, { except }: Near, around: Sql, like: Sql): Sql => sql`
  select o.id, o.name, o.area from organization o
  where ${around} and o.status <> 'ended' and ${ctx.authority.scope('organization.see', 'o')} and ${like}
    and o.id is distinct from ${except}::uuid`

const sharedPairs = (pairs: readonly number[]): Sql =>
  join(
    pairs.map((pair) => sql`(o.search @> ${[pair]}::int4[])::int`),
    ' + ',
  )
