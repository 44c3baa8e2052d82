// The SQL of venues and their rooms.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, raw, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Opening } from '../opening-rules.ts'
import type { RoomDraft, Venue, VenueCard, VenueDraft } from '../venue.ts'
import type { VenueFilter } from '../venues-api.ts'

/** A venue `v` with the platform `p` that it is. */
export const venues = sql`venue v join support_platform p on p.id = v.id`
/** A room `r` of it. */
export const rooms = sql`venue_room r join ${venues} on v.id = r.venue`

/** A venue on which its keepers act. */
export const venueSubject = (id: string): Subject => ({
  from: sql`${venues} where v.id = ${id}`,
  alias: 'p',
  see: 'venue.see',
  called: '场地',
})

export const roomSubject = (id: string): Subject => ({
  ...venueSubject(id),
  from: sql`${rooms} where r.id = ${id}`,
})

/** Where the venue `p` stands in the person's areas, or is open to an area in which the person works. */
export const seen = (ctx: Context): Sql => {
  const own = ctx.who.postings.map((posting) => posting.area)
  return sql`(${ctx.authority.scope('venue.see', 'p')} or v.open_to in (
    select unnest(${lineage('own')}) from area own
    where own.code = any(${own}::bigint[]) and ${ctx.authority.scope('venue.see', 'own')}))`
}

export const lineage = (alias: string): Sql =>
  sql`array[${raw(['province', 'city', 'county', 'township', 'community'].map((level) => `${alias}.${level}`).join(', '))}]`

const isLive = (ctx: Context): Sql => sql`b.status = 'asked' and b.starts_at > ${ctx.now}`

/** Requests that wait, for those who keep the venue. */
const waiting = (ctx: Context): Sql => sql`case when ${ctx.authority.scope('venue.keep', 'p')} then (
  select count(*)::int from venue_booking b join venue_room w on w.id = b.venue_room
  where w.venue = v.id and ${isLive(ctx)}) end`

const shared = sql`v.id, p.name, coalesce(p.place, '') as address, v.terms, v.terms_note as "termsNote", v.hours, p.closed_on as "closedOn"`

/** By name; `after` is the id of the last one seen. */
export async function listVenues(
  ctx: Context,
  { area, q, terms }: VenueFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<VenueCard[]> {
  const around = area
    ? sql`(${await withinArea(ctx.db, area, 'p')} or v.open_to in (
        select unnest(${lineage('near')}) from area near where near.code = ${area}))`
    : sql`true`
  return ctx.db.rows(sql`
    select ${shared}, a.short_name as "areaName", ${waiting(ctx)} as waiting,
      (select count(*)::int from venue_room r where r.venue = v.id and not r.closed) as rooms,
      (select max(r.capacity) from venue_room r where r.venue = v.id and not r.closed) as "mostPeople"
    from ${venues} join area a on a.code = p.area
    where ${seen(ctx)} and ${around} and (p.closed_on is null or p.closed_on > ${ctx.today})
      and ${q ? sql`position(lower(${q}) in lower(p.name || ' ' || coalesce(p.place, ''))) > 0` : sql`true`}
      and ${terms ? sql`v.terms = ${terms}` : sql`true`}
      and ${after ? sql`(p.name, p.id) > (select x.name, x.id from support_platform x where x.id = ${after})` : sql`true`}
    order by p.name, p.id limit ${limit}`)
}

export type VenueRow = Omit<Venue, 'bookableUntil'>

export const oneVenue = (ctx: Context, id: string): Promise<VenueRow | null> =>
  ctx.db.maybe(sql`
    select ${shared}, v.contact, v.for_whom as "forWhom", v.closed_on_holidays as "closedOnHolidays",
      p.opened_on as "openedOn", v.version, v.demo, ${waiting(ctx)} as waiting,
      json_build_object('code', a.code::text, 'name', a.short_name) as area,
      json_build_object('code', t.code::text, 'name', t.short_name) as "openTo",
      ${ctx.authority.mayOn(['venue.keep'], 'p')} as may, ${roomsOf(ctx)} as rooms
    from ${venues} join area a on a.code = p.area join area t on t.code = v.open_to
    where v.id = ${id} and ${seen(ctx)}`)

const roomsOf = (ctx: Context): Sql => sql`(
  select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity, 'equipment', r.equipment,
    'closed', r.closed, 'feedCode', case when ${ctx.authority.scope('venue.keep', 'p')} then r.feed_code end)
    order by r.closed, r.name), '[]')
  from venue_room r where r.venue = v.id)`

/** What a venue adds to its platform. */
type Terms = Pick<
  VenueDraft,
  'openTo' | 'contact' | 'terms' | 'termsNote' | 'forWhom' | 'hours' | 'closedOnHolidays'
>

export const insertVenue = (db: Db, id: string, terms: Terms): Promise<number> =>
  db.run(sql`
    insert into venue (id, open_to, contact, terms, terms_note, for_whom, hours, closed_on_holidays)
    values (${id}, ${terms.openTo}, ${terms.contact}, ${terms.terms}, ${terms.termsNote}, ${terms.forWhom},
      ${JSON.stringify(terms.hours)}::jsonb, ${terms.closedOnHolidays})`)

/** Returns 0 when somebody else has changed it since. */
export const updateVenue = (db: Db, id: string, terms: Terms & { version: number }): Promise<number> =>
  db.run(sql`
    update venue set open_to = ${terms.openTo}, contact = ${terms.contact}, terms = ${terms.terms},
      terms_note = ${terms.termsNote}, for_whom = ${terms.forWhom}, hours = ${JSON.stringify(terms.hours)}::jsonb,
      closed_on_holidays = ${terms.closedOnHolidays}, version = version + 1
    where id = ${id} and version = ${terms.version}`)

/** An open platform of that name and kind whose rooms cannot be booked yet. */
export const bareVenue = (db: Db, area: string, name: string): Promise<{ id: string } | null> =>
  db.maybe(sql`
    select p.id from support_platform p where p.area = ${area} and p.name = ${name} and p.kind = 'venue'
      and p.closed_on is null and not exists (select 1 from venue v where v.id = p.id)`)

/** New ones are added, those with an id changed. Returns how many were written. */
export async function writeRooms(ctx: Context, venue: string, rooms: readonly RoomDraft[]): Promise<number> {
  const rows = JSON.stringify(rooms.map((room) => ({ ...room, id: room.id ?? ctx.newId() })))
  return ctx.db.run(sql`
    insert into venue_room as r (id, venue, name, capacity, equipment, closed)
    select d.id, ${venue}, d.name, d.capacity, d.equipment, d.closed
    from json_to_recordset(${rows}::json) as d(id uuid, name text, capacity int, equipment text, closed boolean)
    on conflict (id) do update set name = excluded.name, capacity = excluded.capacity,
      equipment = excluded.equipment, closed = excluded.closed where r.venue = ${venue}`)
}

/** Bookings from a day on that have been accepted. */
export const acceptedFrom = async (db: Db, venue: string, from: Day): Promise<number> =>
  (
    await db.one<{ count: number }>(sql`
      select count(*)::int as count from venue_booking b join venue_room r on r.id = b.venue_room
      where r.venue = ${venue} and b.status = 'accepted' and b.ends_at > ${from}::date::timestamp at time zone 'Asia/Shanghai'`)
  ).count

/** Whether an area is another one, or lies above it. */
export const isAround = async (db: Db, around: string, area: string): Promise<boolean> =>
  (await db.maybe(
    sql`select 1 from area a where a.code = ${area} and ${around}::bigint = any(${lineage('a')})`,
  )) !== null

export const setFeedCode = (db: Db, room: string, code: string): Promise<{ venue: string }> =>
  db.one(sql`update venue_room set feed_code = ${code} where id = ${room} returning venue`)

/** A room with what the rules need of its venue. */
export type RoomRow = Opening & {
  id: string
  name: string
  capacity: number | null
  venue: string
  venueName: string
  openTo: string
  area: string
  mayKeep: boolean
}

/** A room of a venue that the person sees. */
export const seenRoom = (ctx: Context, id: string): Promise<RoomRow | null> => roomWhere(ctx, id, seen(ctx))

/** A room whatever the person sees: an organization may ask for it that the venue is open to. */
export const anyRoom = (ctx: Context, id: string): Promise<RoomRow | null> => roomWhere(ctx, id, sql`true`)

const roomWhere = (ctx: Context, id: string, condition: Sql): Promise<RoomRow | null> =>
  ctx.db.maybe(sql`
    select r.id, r.name, r.capacity, r.closed as "roomClosed", v.id as venue, p.name as "venueName",
      v.hours, v.closed_on_holidays as "closedOnHolidays", p.opened_on as "openedOn", p.closed_on as "closedOn",
      v.open_to::text as "openTo", p.area::text as area, ${ctx.authority.scope('venue.keep', 'p')} is true as "mayKeep"
    from ${rooms} where r.id = ${id} and ${condition}`)
