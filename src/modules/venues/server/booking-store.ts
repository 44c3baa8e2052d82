// The SQL of bookings.
import type { Day, Instant } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Booking, BookingStatus, TakenSpan } from '../booking.ts'
import type { Standing } from '../booking-rules.ts'
import type { BookingView } from '../venues-api.ts'
import { lineage, rooms } from './venue-store.ts'

const tables = sql`venue_booking b join ${rooms} on r.id = b.venue_room join organization o on o.id = b.organization`

/** A booking on which somebody acts: `side` says whose people may. */
export const bookingSubject = (id: string, side: 'keeper' | 'asker'): Subject => ({
  from: sql`${tables} where b.id = ${id}`,
  alias: side === 'keeper' ? 'p' : 'o',
  see: side === 'keeper' ? 'venue.see' : 'venue.bookings',
  called: '预约',
})

const day = sql`(b.starts_at at time zone 'Asia/Shanghai')::date`
const from = sql`to_char(b.starts_at at time zone 'Asia/Shanghai', 'HH24:MI')`
/** The end of a day is 24:00, not the beginning of the next. */
const to = sql`case when (b.ends_at at time zone 'Asia/Shanghai')::date = ${day}
  then to_char(b.ends_at at time zone 'Asia/Shanghai', 'HH24:MI') else '24:00' end`

/** What holds the room. */
const holds = sql`b.status in ('accepted', 'used', 'unused')`

const view = (
  ctx: Context,
): Sql => sql`b.id, b.status, b.series, ${day} as day, ${from} as "from", ${to} as "to",
  json_build_object('id', v.id, 'name', p.name) as venue, json_build_object('id', r.id, 'name', r.name) as room,
  json_build_object('id', o.id, 'name', o.name) as organization, b.purpose, b.people,
  (b.asked_at at time zone 'Asia/Shanghai')::date as "askedOn", b.due_on as "dueOn",
  b.status = 'asked' and b.starts_at <= ${ctx.now} as lapsed, b.ended_by as "endedBy",
  b.short_notice as "shortNotice", b.reason,
  ${ctx.authority.mayOn(['venue.keep'], 'p')} || ${ctx.authority.mayOn(['venue.book'], 'o')} as may`

export const bookingsById = (ctx: Context, ids: readonly string[]): Promise<Booking[]> =>
  ctx.db.rows(
    sql`select ${view(ctx)} from ${tables} where b.id = any(${ids}::uuid[]) order by b.starts_at, b.id`,
  )

/** Those to come, the next first, and after them the last thirty. */
export const bookingsOf = (ctx: Context, organization: string): Promise<Booking[]> =>
  ctx.db.rows(sql`
    (select ${view(ctx)} from ${tables} where b.organization = ${organization} and b.ends_at > ${ctx.now}
      order by b.starts_at, b.id limit 100)
    union all
    (select ${view(ctx)} from ${tables} where b.organization = ${organization} and b.ends_at <= ${ctx.now}
      order by b.starts_at desc, b.id limit 30)`)

const viewWhere = (ctx: Context): Record<BookingView, Sql> => ({
  waiting: sql`b.status = 'asked' and b.starts_at > ${ctx.now}`,
  unrecorded: sql`b.status = 'accepted' and b.ends_at <= ${ctx.now}`,
  coming: sql`b.status = 'accepted' and b.ends_at > ${ctx.now}`,
  past: sql`(b.status not in ('asked', 'accepted') or (b.status = 'asked' and b.starts_at <= ${ctx.now}))`,
})

/** Of a venue; `after` is the id of the last one seen. What is past, the newest first. */
export function bookingsAt(
  ctx: Context,
  venue: string,
  which: BookingView,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Booking[]> {
  const seenLast = sql`(select x.starts_at, x.id from venue_booking x where x.id = ${after})`
  const [later, order] =
    which === 'past'
      ? [sql`(b.starts_at, b.id) < ${seenLast}`, sql`b.starts_at desc, b.id desc`]
      : [sql`(b.starts_at, b.id) > ${seenLast}`, sql`b.starts_at, b.id`]
  return ctx.db.rows(sql`
    select ${view(ctx)} from ${tables}
    where v.id = ${venue} and ${viewWhere(ctx)[which]} and ${after ? later : sql`true`}
    order by ${order} limit ${limit}`)
}

/** What holds a room, or is asked for, between two moments; named to those who may know of it. */
export const takenBetween = (
  ctx: Context,
  room: string,
  since: Instant,
  until: Instant,
): Promise<(TakenSpan & { day: Day })[]> =>
  ctx.db.rows(sql`
    select ${day} as day, ${from} as "from", ${to} as "to", b.status,
      case when k.known then o.name end as who, case when k.known then b.purpose end as purpose
    from ${tables} cross join lateral (
      select ${ctx.authority.scope('venue.keep', 'p')} is true or ${ctx.authority.scope('venue.bookings', 'o')} is true as known) k
    where b.venue_room = ${room} and b.starts_at < ${until} and b.ends_at > ${since}
      and (${holds} or (b.status = 'asked' and b.starts_at > ${ctx.now}))
    order by b.starts_at, b.ends_at`)

export type Moments = { startsAt: Instant; endsAt: Instant }

/** Of some spans those that are held, or asked for, by somebody: `held` refuses, `asked` is only told. */
export const clashes = (
  db: Db,
  room: string,
  spans: readonly Moments[],
): Promise<{ startsAt: Instant; held: boolean }[]> =>
  db.rows(sql`
    select s."startsAt", bool_or(${holds}) as held
    from json_to_recordset(${JSON.stringify(spans)}::json) as s("startsAt" timestamptz, "endsAt" timestamptz)
    join venue_booking b on b.venue_room = ${room}
      and tstzrange(b.starts_at, b.ends_at) && tstzrange(s."startsAt", s."endsAt")
    where b.status in ('asked', 'accepted', 'used', 'unused') group by 1`)

/** Whoever would change what holds the room waits here for the others. */
export const lockRoom = (db: Db, room: string): Promise<number> =>
  db.run(sql`select 1 from venue_room where id = ${room} for update`)

export type NewBooking = Moments & { id: string }
export type CommonToAll = {
  room: string
  organization: string
  series: string | null
  purpose: string
  people: number | null
  status: 'asked' | 'accepted'
  dueOn: Day
}

export const insertBookings = (
  ctx: Context,
  rows: readonly NewBooking[],
  common: CommonToAll,
): Promise<number> =>
  ctx.db.run(sql`
    insert into venue_booking (id, venue_room, organization, series, starts_at, ends_at, purpose, people, status,
      asked_by, asked_at, due_on, answered_by, answered_at)
    select n.id, ${common.room}, ${common.organization}, ${common.series}, n."startsAt", n."endsAt", ${common.purpose},
      ${common.people}, ${common.status}, ${ctx.who.id}, ${ctx.now}, ${common.dueOn},
      ${common.status === 'accepted' ? ctx.who.id : null}, ${common.status === 'accepted' ? ctx.now : null}
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, "startsAt" timestamptz, "endsAt" timestamptz)`)

export type BookingRow = Standing & { id: string; room: string; series: string | null; venueArea: string }

const rowFields = sql`b.id, b.venue_room as room, b.series, b.status, b.starts_at as "startsAt", b.ends_at as "endsAt",
  p.area::text as "venueArea"`

/** A booking, or it and all others of its series, in the order of time; locked. */
export const lockBookings = (db: Db, id: string, all: boolean): Promise<BookingRow[]> =>
  db.rows(sql`
    select ${rowFields} from venue_booking b join ${rooms} on r.id = b.venue_room
    where b.id = ${id} or (${all} and b.series = (select x.series from venue_booking x where x.id = ${id}))
    order by b.starts_at, b.id for update of b`)

/** Bookings of a venue; locked. */
export const lockOfVenue = (db: Db, venue: string, ids: readonly string[]): Promise<BookingRow[]> =>
  db.rows(sql`
    select ${rowFields} from venue_booking b join ${rooms} on r.id = b.venue_room
    where v.id = ${venue} and b.id = any(${ids}::uuid[]) order by b.starts_at, b.id for update of b`)

export type Ending = { reason?: string | null; endedBy?: 'asker' | 'keeper' | null; shortNotice?: boolean }

/** The one statement that changes a status; it names those that it leaves. Returns how many moved. */
export const moveBookings = (
  ctx: Context,
  ids: readonly string[],
  { from, to }: { from: readonly BookingStatus[]; to: BookingStatus },
  { reason = null, endedBy = null, shortNotice = false }: Ending = {},
): Promise<number> =>
  ctx.db.run(sql`
    update venue_booking set status = ${to}, answered_by = ${ctx.who.id}, answered_at = ${ctx.now},
      reason = ${reason}, ended_by = ${endedBy}, short_notice = ${shortNotice}
    where id = any(${ids}::uuid[]) and status = any(${[...from]}::text[])`)

/** An organization as its request is judged. */
export type Asker = { id: string; name: string; status: 'active' | 'dormant' | 'ended'; isOpenTo: boolean }

export const asker = (db: Db, id: string, openTo: string): Promise<Asker | null> =>
  db.maybe(sql`
    select o.id, o.name, o.status, (${openTo}::bigint = any(${lineage('o')})) is true as "isOpenTo"
    from organization o where o.id = ${id}`)

/** Organizations for which the person may book, within the area to which a venue is open. */
export const bookersFor = (
  ctx: Context,
  venue: string,
  { q, only }: { q?: string | undefined; only?: string | undefined },
): Promise<{ id: string; name: string }[]> =>
  ctx.db.rows(sql`
    select o.id, o.name from venue v join organization o on v.open_to = any(${lineage('o')})
    where v.id = ${venue} and o.status <> 'ended' and ${ctx.authority.scope('venue.book', 'o')}
      and ${q ? sql`position(lower(${q}) in lower(o.name)) > 0` : sql`true`}
      and ${only ? sql`o.id = ${only}` : sql`true`}
    order by o.name, o.id limit 12`)
