// The SQL of one place's list, its answers, and its end.
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Outcome } from '../census.ts'
import type { CensusRow } from './census-store.ts'

export type AnswerRow = {
  organization: string
  outcome: Outcome
  note: string | null
  by: string | null
  at: string
  key: string
}

const answerFields = sql`n.organization, n.outcome, n.note, p.display_name as by, n.key, n.answered_at as at`
const answerTables = sql`census_answer n left join person p on p.id = n.answered_by`

export const answersAt = (db: Db, census: string, area: string): Promise<AnswerRow[]> =>
  db.rows(sql`select ${answerFields} from ${answerTables} where n.census = ${census} and n.area = ${area}`)

export const answerAbout = (db: Db, census: string, organization: string): Promise<AnswerRow | null> =>
  db.maybe(sql`
    select ${answerFields} from ${answerTables} where n.census = ${census} and n.organization = ${organization}`)

/** The same sent twice at once: the second waits for the first, and finds what it made. */
export const holdKey = (db: Db, key: string): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)

/** The answer that a device has sent already, or null. */
export const answerWithKey = (db: Db, census: string, key: string): Promise<AnswerRow | null> =>
  db.maybe(sql`select ${answerFields} from ${answerTables} where n.census = ${census} and n.key = ${key}`)

/** What stands on a place's list: what lives there, and what was answered there. A condition on `o`. */
export const onList = (census: string, area: string): Sql => sql`(
  (o.area = ${area} and (o.status <> 'ended' or exists (
    select 1 from census_answer n where n.census = ${census} and n.organization = o.id)))
  or o.id in (select n.organization from census_answer n where n.census = ${census} and n.area = ${area}))`

/** Living organizations of a place that nobody has answered about. */
export const openAt = async (db: Db, census: string, area: string): Promise<number> =>
  (
    await db.one<{ open: number }>(sql`
      select count(*)::int as open from organization o where o.area = ${area} and o.status <> 'ended'
        and not exists (select 1 from census_answer n where n.census = ${census} and n.organization = o.id)`)
  ).open

export type Answering = {
  census: string
  organization: string
  outcome: Outcome
  note: string | null
  key: string
  /** Key of the answer that its author saw. */
  seen: string | null
}

/** Writes the answer unless another one stands there than its author saw; returns how many were written. */
export const writeAnswer = (ctx: Context, given: Answering): Promise<number> =>
  ctx.db.run(sql`
    insert into census_answer as n (census, organization, area, province, city, county, township, community, outcome, note,
      key, answered_by, answered_at)
    select ${given.census}, o.id, o.area, o.province, o.city, o.county, o.township, o.community, ${given.outcome},
      ${given.note}, ${given.key}, ${ctx.who.id}, ${ctx.now}
    from organization o where o.id = ${given.organization}
    on conflict (census, organization) do update set area = excluded.area, province = excluded.province,
      city = excluded.city, county = excluded.county, township = excluded.township, community = excluded.community,
      outcome = excluded.outcome, note = excluded.note, key = excluded.key, answered_by = excluded.answered_by,
      answered_at = excluded.answered_at
    where n.key is not distinct from ${given.seen}::uuid`)

/** Holds an organization at the version that was looked at; null when it has moved on. */
export const holdVersion = (db: Db, id: string, version: number): Promise<{ id: string } | null> =>
  db.maybe(sql`select id from organization where id = ${id} and version = ${version} for share`)

export const placeAt = (db: Db, census: string, area: string) =>
  db.maybe<{ by: string | null; at: string | null }>(sql`
    select p.display_name as by, l.finished_at as at from census_place l left join person p on p.id = l.finished_by
    where l.census = ${census} and l.area = ${area}`)

/** Whether the reader may answer in an area. */
export const mayAnswer = async (ctx: Context, area: string): Promise<boolean> =>
  (
    await ctx.db.one<{ may: boolean }>(
      sql`select coalesce(${ctx.authority.scope('census.answer', 'a')}, false) as may from area a where a.code = ${area}`,
    )
  ).may

/** A place that got an organization only now. */
export const givePlace = (db: Db, census: string, area: string): Promise<number> =>
  db.run(sql`
    insert into census_place (census, area, province, city, county, township, community)
    select ${census}, a.code, a.province, a.city, a.county, a.township, a.community from area a where a.code = ${area}
    on conflict do nothing`)

/** Names the state that it leaves: 0 when the place is so already. */
export const finishPlace = (ctx: Context, census: string, area: string): Promise<number> =>
  ctx.db.run(sql`
    update census_place set finished_at = ${ctx.now}, finished_by = ${ctx.who.id}
    where census = ${census} and area = ${area} and finished_at is null`)

export const resumePlace = (ctx: Context, census: string, area: string): Promise<number> =>
  ctx.db.run(sql`
    update census_place set finished_at = null, finished_by = null
    where census = ${census} and area = ${area} and finished_at is not null`)

export type ResultRow = {
  township: string | null
  place: string
  name: string
  outcome: Outcome | null
  note: string | null
  by: string | null
  at: string | null
  key: [string, string]
}

/** Every organization of an area with its answer, in portions; those without one while the campaign is open. */
export const resultRows = (
  ctx: Context,
  census: CensusRow,
  inside: (alias: string) => Sql,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ResultRow[]> =>
  ctx.db.rows(sql`
    select t.short_name as township, a.short_name as place, o.name, f.outcome, f.note, p.display_name as by,
      f.answered_at as at, array[f.area::text, f.organization::text] as key
    from (
      select n.area, n.organization, n.outcome, n.note, n.answered_by, n.answered_at from census_answer n
      where n.census = ${census.id} and ${inside('n')}
      union all
      select o.area, o.id, null, null, null, null from organization o
      where ${census.status === 'open'} and ${inside('o')} and o.status <> 'ended'
        and not exists (select 1 from census_answer n where n.census = ${census.id} and n.organization = o.id)) f
    join organization o on o.id = f.organization
    join area a on a.code = f.area left join area t on t.code = a.township and t.code <> a.code
    left join person p on p.id = f.answered_by
    where ${after ? sql`(f.area, f.organization) > (${after[0]}::bigint, ${after[1]}::uuid)` : sql`true`}
    order by f.area, f.organization limit ${limit}`)
