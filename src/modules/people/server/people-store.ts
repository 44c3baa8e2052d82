// The SQL of accounts and postings.
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, type Sql, sql } from '../../../platform/db.ts'
import type { HeldPosting, Subject, Who } from '../../../platform/policy.ts'
import type { Person, Posting } from '../people-api.ts'
import type { Role } from '../roles.ts'

export type Account = {
  id: string
  displayName: string
  passwordHash: string
  locked: boolean
}

export const accountByLogin = (db: Db, loginName: string, now: string): Promise<Account | null> =>
  db.maybe(sql`
    select id, display_name as "displayName", password_hash as "passwordHash",
           coalesce(locked_until > ${now}, false) as locked
    from person where login_name = ${loginName} and active`)

export const accountById = (db: Db, id: string): Promise<Account | null> =>
  db.maybe(sql`
    select id, display_name as "displayName", password_hash as "passwordHash", false as locked
    from person where id = ${id} and active`)

/** Five failures in a row lock the account for five minutes. */
export const countFailure = (db: Db, id: string, now: string): Promise<number> =>
  db.run(sql`
    update person set failures = (failures + 1) % 5,
      locked_until = case when failures + 1 >= 5 then ${now}::timestamptz + interval '5 minutes' else locked_until end
    where id = ${id}`)

export const clearFailures = (db: Db, id: string): Promise<number> =>
  db.run(sql`update person set failures = 0, locked_until = null where id = ${id} and failures > 0`)

export const setPassword = (db: Db, id: string, passwordHash: string): Promise<number> =>
  db.run(
    sql`update person set password_hash = ${passwordHash}, failures = 0, locked_until = null where id = ${id}`,
  )

/** The person with the postings held now, or null when the account is closed. A posting that was ended ends at once. */
export async function whoIs(db: Db, id: string): Promise<Who | null> {
  const row = await db.maybe<{ id: string; name: string; postings: HeldPosting[] }>(sql`
    select p.id, p.display_name as name, coalesce(json_agg(
      json_build_object('role', h.role, 'area', h.area::text, 'level', a.level) order by h.starts_on, h.id
    ) filter (where h.id is not null), '[]') as postings
    from person p
    left join posting h on h.person = p.id and h.ends_on is null
    left join area a on a.code = h.area
    where p.id = ${id} and p.active
    group by p.id`)
  return row
}

/** A person's postings, those that fulfil a condition on the area `a`. */
const postingsOf = (person: Sql, shown: Sql): Sql => sql`(
  select coalesce(json_agg(json_build_object(
      'id', h.id, 'role', h.role, 'area', h.area::text, 'areaName', a.short_name, 'areaLevel', a.level,
      'areaPath', (select json_agg(up.short_name order by array_position(
          array['province', 'city', 'county', 'township', 'community'], up.level))
        from area up where up.code in (a.province, a.city, a.county, a.township, a.community))
    ) order by h.starts_on, h.id), '[]')
  from posting h join area a on a.code = h.area
  where h.person = ${person} and h.ends_on is null and ${shown})`

/** All of one's own. */
export const postings = async (db: Db, person: string): Promise<Posting[]> =>
  (
    await db.one<{ postings: Posting[] }>(
      sql`select ${postingsOf(sql`${person}::uuid`, sql`true`)} as postings`,
    )
  ).postings

/** What somebody held elsewhere stays untold. */
const personView = ({ authority }: Context): Sql => sql`json_build_object(
  'id', p.id, 'loginName', p.login_name, 'displayName', p.display_name, 'active', p.active, 'demo', p.demo,
  'postings', ${postingsOf(sql`p.id`, authority.scope('person.see', 'a'))}) as view`

/** Postings as `h` at areas `a` by which a person is known: those held, or the last ones of somebody who holds none. */
const knownPostings = sql`posting h join area a on a.code = h.area and (h.ends_on is null
  or not exists (select 1 from posting held where held.person = h.person and held.ends_on is null))`

/** Those with a posting inside an area that the asking person may see; `within` narrows further. */
export async function listPeople(
  ctx: Context,
  filter: { within: Sql | null; q: string | undefined; after: string | undefined; limit: number },
): Promise<Person[]> {
  const found = await ctx.db.rows<{ view: Person }>(sql`
    select ${personView(ctx)} from person p
    where exists (select 1 from ${knownPostings}
                  where h.person = p.id and ${ctx.authority.scope('person.see', 'a')} ${filter.within ? sql`and ${filter.within}` : empty})
      ${filter.q ? sql`and strpos(lower(p.display_name || ' ' || p.login_name), lower(${filter.q})) > 0` : empty}
      ${filter.after ? sql`and p.login_name > ${filter.after}` : empty}
    order by p.login_name limit ${filter.limit}`)
  return found.map((row) => row.view)
}

export const onePerson = async (ctx: Context, id: string): Promise<Person> =>
  (await ctx.db.one<{ view: Person }>(sql`select ${personView(ctx)} from person p where p.id = ${id}`)).view

/** A person at that of their postings where the asking person may do most. */
export const personSubject = ({ authority }: Context, id: string): Subject => ({
  from: sql`${knownPostings} where h.person = ${id}
    order by ${authority.scope('person.edit', 'a')} is true desc, ${authority.scope('person.see', 'a')} is true desc
    limit 1`,
  alias: 'a',
  see: 'person.see',
  called: '人员',
})

/** Whether a person holds something where the asking person may not edit people. */
export const holdsElsewhere = async ({ db, authority }: Context, id: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from posting h join area a on a.code = h.area
    where h.person = ${id} and h.ends_on is null and ${authority.scope('person.edit', 'a')} is not true limit 1`)) !==
  null

export const postingSubject = (person: string, posting: string): Subject => ({
  from: sql`posting h join area a on a.code = h.area where h.id = ${posting} and h.person = ${person}`,
  alias: 'a',
  see: 'person.see',
  called: '任职',
})

export const loginOf = (db: Db, id: string) =>
  db.one<{ id: string; loginName: string; displayName: string; demo: boolean }>(
    sql`select id, login_name as "loginName", display_name as "displayName", demo from person where id = ${id}`,
  )

export type NewPerson = {
  id: string
  loginName: string
  displayName: string
  passwordHash: string
  demo: boolean
}

export const insertPerson = (ctx: Context, person: NewPerson): Promise<number> =>
  ctx.db.run(sql`
    insert into person (id, login_name, display_name, password_hash, demo, created_at)
    values (${person.id}, ${person.loginName}, ${person.displayName}, ${person.passwordHash}, ${person.demo}, ${ctx.now})`)

export const insertPosting = (ctx: Context, person: string, role: Role, area: string): Promise<number> =>
  ctx.db.run(sql`
    insert into posting (id, person, role, area, starts_on)
    values (${ctx.newId()}, ${person}, ${role}, ${area}, ${ctx.today})`)

export const endPosting = (ctx: Context, person: string, posting: string): Promise<number> =>
  ctx.db.run(
    sql`update posting set ends_on = ${ctx.today} where id = ${posting} and person = ${person} and ends_on is null`,
  )

/** Whether there ever was one: an installation that lost its last administrator is not open to whoever comes. */
export const administratorExists = async (db: Db): Promise<boolean> =>
  (await db.maybe(sql`select 1 from posting where role = 'administrator' limit 1`)) !== null

export const isDemo = async (db: Db): Promise<boolean> =>
  (await db.one<{ demo: boolean }>(sql`select demo from installation`)).demo

export const markDemo = (db: Db, daysOff: number): Promise<number> =>
  db.run(sql`update installation set demo = true, days_off = ${daysOff}`)

/** What signs the session cookie: one for all server processes on a database. */
export const sessionSecret = async (db: Db): Promise<string> =>
  (await db.one<{ secret: string }>(sql`select session_secret as secret from installation`)).secret

/** How many days the installation's clock stands off; 0 in real use. */
export const daysOff = async (db: Db): Promise<number> =>
  (await db.one<{ days: number }>(sql`select days_off as days from installation`)).days

export const demoAccounts = (db: Db) =>
  db.rows<{ loginName: string; displayName: string; role: Role; areaName: string }>(sql`
    select p.login_name as "loginName", p.display_name as "displayName", h.role, a.short_name as "areaName"
    from person p join posting h on h.person = p.id join area a on a.code = h.area
    where p.demo and p.active and h.ends_on is null order by p.created_at, p.id`)

export const preference = async (db: Db, person: string, key: string): Promise<unknown> =>
  (
    await db.maybe<{ value: unknown }>(
      sql`select value from preference where person = ${person} and key = ${key}`,
    )
  )?.value ?? null

export const setPreference = (db: Db, person: string, key: string, value: unknown): Promise<number> =>
  db.run(sql`insert into preference (person, key, value) values (${person}, ${key}, ${JSON.stringify(value ?? null)})
    on conflict (person, key) do update set value = excluded.value`)

/** The account of a name that holds one of some roles within the county of an area. */
export const personWithin = async (
  db: Db,
  loginName: string,
  area: string,
  held: readonly Role[],
): Promise<string | null> =>
  (
    await db.maybe<{ id: string }>(sql`
      select p.id from person p join posting h on h.person = p.id and h.role = any(${held}::text[]) and h.ends_on is null
      join area a on a.code = h.area join area here on here.code = ${area} and a.county = here.county
      where p.login_name = ${loginName} and p.active limit 1`)
  )?.id ?? null
