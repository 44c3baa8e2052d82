// The SQL that only the demo world needs.
import type { Context } from '../platform/context.ts'
import { type Database, type Db, raw, sql } from '../platform/db.ts'
import type { HeldPosting, Who } from '../platform/policy.ts'
import type { DemoCommunity } from './organizations.ts'

export const isEmpty = async (database: Database): Promise<boolean> =>
  (await database.maybe(sql`select 1 from area limit 1`)) === null

export const communitiesIn = (db: Db, area: string): Promise<DemoCommunity[]> =>
  db.rows(sql`
    select code::text as code, short_name as "shortName", township::text as township, settlement from area
    where level = 'community' and not virtual and ${area} in (province, city, county, township) order by code`)

export const townshipsIn = (db: Db, area: string): Promise<{ code: string; shortName: string }[]> =>
  db.rows(sql`
    select code::text as code, short_name as "shortName" from area
    where level = 'township' and kind <> 'zone' and ${area} in (province, city, county) order by code`)

/** Sets one column of many organizations, as a turn in their lives does. */
export const setColumn = (
  ctx: Context,
  ids: readonly string[],
  column: 'tier' | 'status',
  value: string,
): Promise<number> =>
  ctx.db.run(sql`
    update organization set ${raw(column)} = ${value}, version = version + 1 where id = any(${ids}::uuid[])`)

export type Spots = {
  city: string | null
  county: string | null
  otherCounty: string | null
  township: string
  community: string
  communityName: string
  /** In full: 太仓市. */
  countyName: string | null
}

/**
 * Where the demo's officers work: an officer above the county when the programme has one, then the community that is
 * short of most kinds of organizations, with its township and county, and another county.
 */
export const spotsOf = (db: Db, area: string): Promise<Spots> =>
  db.one(sql`
    with inside as (
      select a.* from area a where ${area} in (a.province, a.city, a.county, a.township)),
    short as (
      select o.community from organization o
      where ${area} in (o.province, o.city, o.county) and o.community is not null
      group by o.community
      order by count(distinct o.category) filter (where o.category in ('mediation', 'safety', 'charity', 'mutualHelp', 'culture')),
        count(*) desc, o.community limit 1),
    home as (select a.* from area a join short on short.community = a.code)
    select coalesce((select i.code::text from inside i where i.level in ('province', 'city') order by i.code limit 1),
        home.city::text) as city,
      home.county::text as county, home.township::text as township, home.code::text as community, home.short_name as "communityName",
        (select c.name from area c where c.code = home.county) as "countyName",
      (select i.code::text from inside i where i.level = 'county' and i.code <> home.county order by i.code limit 1) as "otherCounty"
    from home`)

/** The demo's accounts with their postings, by sign-in name. */
export async function demoWho(db: Db): Promise<Map<string, Who>> {
  const rows = await db.rows<{ login: string; id: string; name: string; postings: HeldPosting[] }>(sql`
    select p.login_name as login, p.id, p.display_name as name,
      json_agg(json_build_object('role', h.role, 'area', h.area::text, 'level', a.level)) as postings
    from person p join posting h on h.person = p.id join area a on a.code = h.area where p.demo group by p.id`)
  return new Map(rows.map(({ login, ...who }) => [login, who]))
}

/** Makes somebody the keeper of the first organizations of a community, of every tier. */
export const keepSome = (db: Db, person: string, community: string, count: number): Promise<number> =>
  db.run(sql`
    update organization set keeper = ${person} where id in (
      select id from (select id, row_number() over (partition by tier order by id) as turn, tier from organization
        where community = ${community} and status = 'active') o order by turn, tier desc limit ${count})`)

export const gatherStatistics = (db: Db): Promise<number> => db.run(sql`analyze`)

export const demoLogins = (database: Database): Promise<{ login: string; role: string }[]> =>
  database.rows(
    sql`select login_name as login, display_name as role from person where demo and active order by created_at, id`,
  )
