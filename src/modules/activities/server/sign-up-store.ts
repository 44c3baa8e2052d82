// The SQL of those who sign up: taking places in order, giving them back, moving up.
import type { Minute } from '../../../kernel/minute.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import { minuteSql } from '../../../platform/minute-sql.ts'
import type { ActivityStatus } from '../activity.ts'
import type { PublicActivity, SignUpStatus, Ticket } from '../sign-up.ts'
import { phonesKept } from '../sign-up-rules.ts'

/** An activity as a sign-up needs to know it. */
export type Door = {
  id: string
  area: string
  title: string
  status: ActivityStatus
  signUp: boolean
  until: Minute
  places: number | null
  going: number
  waiting: number
}

const fields = sql`v.id, v.area::text as area, v.title, v.status, v.sign_up as "signUp",
  ${minuteSql('coalesce(v.sign_up_until, v.starts_at)')} as until, v.places`

/**
 * Holds the activity until the transaction ends: of a hundred who sign up in the same second each sees the places that
 * the one before has left.
 */
export async function lockDoor(db: Db, by: { code: string } | { id: string }): Promise<Door | null> {
  const condition = 'code' in by ? sql`v.code = ${by.code} and v.status <> 'planned'` : sql`v.id = ${by.id}`
  const door = await db.maybe<Omit<Door, 'going' | 'waiting'>>(
    sql`select ${fields} from activity v where ${condition} for update`,
  )
  return door && { ...door, ...(await seatsTaken(db, door.id)) }
}

/** Counted by a statement of its own: one that waited for the lock would count as of before. */
const seatsTaken = (db: Db, activity: string): Promise<{ going: number; waiting: number }> =>
  db.one(sql`
    select count(*) filter (where status = 'going')::int as going,
      count(*) filter (where status = 'waiting')::int as waiting
    from activity_sign_up where activity = ${activity}`)

export type NewSignUp = {
  activity: string
  name: string
  phone: string | null
  phoneHash: string | null
  code: string
  status: 'going' | 'waiting'
}

export const insertSignUp = (ctx: Context, one: NewSignUp): Promise<number> =>
  ctx.db.run(sql`
    insert into activity_sign_up (id, activity, number, name, phone, phone_hash, code, status, entered_by, signed_at)
    select ${ctx.newId()}, ${one.activity}, 1 + coalesce(max(s.number), 0), ${one.name}, ${one.phone},
      ${one.phoneHash}, ${one.code}, ${one.status}, ${ctx.who.id}, ${ctx.now}
    from activity_sign_up s where s.activity = ${one.activity}`)

/** A place is given back once; the number is deleted at once. Returns how many were. */
export const cancelSignUp = (ctx: Context, id: string): Promise<number> =>
  ctx.db.run(sql`
    update activity_sign_up set status = 'cancelled', cancelled_at = ${ctx.now}, phone = null
    where id = ${id} and status in ('going', 'waiting')`)

/** The first who wait get the places that are free. */
export const moveUp = (ctx: Context, activity: string, free: number): Promise<number> =>
  ctx.db.run(sql`
    update activity_sign_up set status = 'going', moved_up_at = ${ctx.now}
    where status = 'waiting' and id in (
      select id from activity_sign_up where activity = ${activity} and status = 'waiting'
      order by number limit ${free})`)

const turn = sql`case when s.status = 'waiting' then (select count(*)::int from activity_sign_up b
  where b.activity = s.activity and b.status = 'waiting' and b.number <= s.number) end`

export const ticketBy = (
  db: Db,
  activity: string,
  ticket: string,
): Promise<(Ticket & { id: string; status: SignUpStatus }) | null> =>
  db.maybe(sql`
    select s.id, s.code, s.name, s.status, ${turn} as turn from activity_sign_up s
    where s.activity = ${activity} and s.code = ${ticket}`)

export type SignUpRow = {
  id: string
  number: number
  name: string
  phone: string | null
  status: SignUpStatus
  came: boolean
  movedUp: boolean
}

export const signUpsOf = (db: Db, activity: string): Promise<SignUpRow[]> =>
  db.rows(sql`
    select s.id, s.number, s.name, s.phone, s.status, s.came, s.moved_up_at is not null as "movedUp"
    from activity_sign_up s where s.activity = ${activity} order by s.status = 'cancelled', s.number`)

/** Those of the list who came; whoever waited and came all the same counts too. */
export const setCame = (db: Db, activity: string, came: readonly string[]): Promise<number> =>
  db.run(sql`
    update activity_sign_up set came = true
    where activity = ${activity} and id = any(${came}::uuid[]) and status <> 'cancelled'`)

/** Numbers of an activity that is over are needed no more; hashes stay. */
export const forgetPhones = (db: Db, activity: string): Promise<number> =>
  db.run(sql`update activity_sign_up set phone = null where activity = ${activity} and phone is not null`)

/** Nor are those of activities that nobody has recorded, or that were cancelled, once their time has come. */
export const forgetOldPhones = (db: Db, now: Instant): Promise<number> =>
  db.run(sql`
    update activity_sign_up s set phone = null from activity v
    where s.phone is not null and v.id = s.activity and v.ends_at < ${now}::timestamptz
      - case when v.status = 'cancelled' then ${phonesKept.cancelled}::int else ${phonesKept.unrecorded}::int end
        * interval '1 day'`)

/** What everybody may know of it; a plan that was never published is known to nobody. */
export const publicActivity = (
  db: Db,
  code: string,
): Promise<(Omit<PublicActivity, 'whyNot' | 'full'> & { signUp: boolean; area: string }) | null> =>
  db.maybe(sql`
    select v.title, v.series_title as "seriesTitle", coalesce(o.name, h.name) as organizer, h.short_name as where, v.place,
      ${minuteSql('v.starts_at')} as from, ${minuteSql('v.ends_at')} as to, v.content, v.status,
      v.cancel_reason as "cancelReason", v.places, v.demo, v.sign_up as "signUp", v.area::text as area,
      ${minuteSql('coalesce(v.sign_up_until, v.starts_at)')} as "signUpUntil",
      (select count(*)::int from activity_sign_up s where s.activity = v.id and s.status = 'going') as going,
      (select count(*)::int from activity_sign_up s where s.activity = v.id and s.status = 'waiting') as waiting
    from activity v join area h on h.code = v.area left join organization o on o.id = v.organization
    where v.code = ${code} and v.status <> 'planned'`)
