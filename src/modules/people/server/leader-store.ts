// The SQL of leaders' accounts.
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Leader } from '../leaders-api.ts'

/** Those with a leader's posting within an area, where the asking person may open accounts. */
export const leadersIn = async ({ db, authority }: Context, area: string): Promise<Leader[]> =>
  db.rows(sql`
    select p.id, p.display_name as "displayName", p.login_name as "loginName" from person p
    where p.active and exists (select 1 from posting h join area a on a.code = h.area
      where h.person = p.id and h.role = 'organizationLeader' and h.ends_on is null
        and ${await withinArea(db, area, 'a')} and ${authority.scope('person.createLeader', 'a')})
    order by p.display_name, p.login_name limit 500`)

/** A leader at that of their postings where the asking person may do something. */
export const leaderSubject = (id: string): Subject => ({
  from: sql`posting h join area a on a.code = h.area
    where h.person = ${id} and h.role = 'organizationLeader' and h.ends_on is null order by h.starts_on limit 1`,
  alias: 'a',
  see: 'person.createLeader',
  called: '负责人账号',
})

/** Whether somebody holds anything but leader's postings where the asking person may open accounts. */
export const holdsMore = async ({ db, authority }: Context, id: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from posting h join area a on a.code = h.area where h.person = ${id} and h.ends_on is null
      and (h.role <> 'organizationLeader' or ${authority.scope('person.createLeader', 'a')} is not true) limit 1`)) !==
  null

export const leaderIn = (db: Db, id: string): Promise<Leader & { areaName: string }> =>
  db.one(sql`
    select p.id, p.display_name as "displayName", p.login_name as "loginName", a.short_name as "areaName"
    from person p join posting h on h.person = p.id and h.role = 'organizationLeader' and h.ends_on is null
    join area a on a.code = h.area where p.id = ${id} order by h.starts_on limit 1`)

/** The name itself, or with the first number that nobody has. */
export const freeLogin = async (db: Db, name: string): Promise<string> =>
  (
    await db.one<{ login: string }>(sql`
      select c.login from (select n, ${name}::text || case when n = 1 then '' else n::text end as login
        from generate_series(1, 10000) n) c
      where not exists (select 1 from person p where p.login_name = c.login) order by c.n limit 1`)
  ).login

/** Whether somebody is posted as a leader at an area, or at one above it. */
export const isLeaderAt = async (db: Db, person: string, area: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from posting h join person p on p.id = h.person join area at on at.code = ${area}
    where h.person = ${person} and p.active and h.ends_on is null and h.role = 'organizationLeader'
      and h.area in (at.province, at.city, at.county, at.township, at.community)`)) !== null
