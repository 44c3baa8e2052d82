// The SQL of a paper list of who came: those who had signed up are ticked, the others are entered.
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'

/** Somebody who signed up and has not given the place back. */
export type Known = { id: string; name: string; phoneHash: string | null; came: boolean }

export const knownPeople = (db: Db, activity: string): Promise<Known[]> =>
  db.rows(sql`
    select id, name, phone_hash as "phoneHash", came from activity_sign_up
    where activity = ${activity} and status <> 'cancelled' order by number`)

export const countNamed = async (db: Db, activity: string): Promise<number> =>
  (
    await db.one<{ named: number }>(
      sql`select count(*)::int as named from activity_sign_up where activity = ${activity} and came`,
    )
  ).named

/** Those who were not ticked yet. Returns how many. */
export const tick = (db: Db, activity: string, ids: readonly string[]): Promise<number> =>
  db.run(sql`
    update activity_sign_up set came = true
    where activity = ${activity} and id = any(${ids}::uuid[]) and status <> 'cancelled' and not came`)

export type Entered = { id: string; name: string; phoneHash: string | null; code: string }

/** Those who had not signed up; their number is never kept. */
export const enter = (ctx: Context, activity: string, rows: readonly Entered[]): Promise<number> =>
  ctx.db.run(sql`
    insert into activity_sign_up (id, activity, number, name, phone_hash, code, status, came, entered_by, signed_at)
    select r.id, ${activity}, row_number() over () + last.number, r.name, r."phoneHash", r.code, 'going', true,
      ${ctx.who.id}, ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, name text, "phoneHash" text, code text)
    cross join (select coalesce(max(s.number), 0) as number from activity_sign_up s where s.activity = ${activity}) last`)

export const untick = (db: Db, activity: string, ids: readonly string[]): Promise<number> =>
  db.run(sql`
    update activity_sign_up set came = false where activity = ${activity} and id = any(${ids}::uuid[]) and came`)

export const dropEntered = (db: Db, activity: string, ids: readonly string[]): Promise<number> =>
  db.run(sql`delete from activity_sign_up where activity = ${activity} and id = any(${ids}::uuid[])`)

/** The activity to which an import belongs. */
export const activityOf = async (db: Db, imported: string): Promise<string> =>
  (await db.one<{ activity: string }>(sql`select belongs_to as activity from import where id = ${imported}`))
    .activity
