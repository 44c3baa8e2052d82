// The SQL behind a room's calendar feed.
import { addDays } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'
import { rooms } from './venue-store.ts'

/** How far back a feed reaches: enough to look up last month. */
const daysBack = 60

export type FeedRoom = { id: string; name: string; venue: string; address: string }
export type FeedEvent = {
  id: string
  startsAt: string
  endsAt: string
  organization: string
  purpose: string
  changedAt: string
}

export const roomByCode = (ctx: Context, code: string): Promise<FeedRoom | null> =>
  ctx.db.maybe(sql`
    select r.id, r.name, p.name as venue, coalesce(p.place, '') as address from ${rooms}
    where r.feed_code = ${code}`)

export const eventsOf = (ctx: Context, room: string): Promise<FeedEvent[]> =>
  ctx.db.rows(sql`
    select b.id, b.starts_at as "startsAt", b.ends_at as "endsAt", o.name as organization, b.purpose,
      coalesce(b.answered_at, b.asked_at) as "changedAt"
    from venue_booking b join organization o on o.id = b.organization
    where b.venue_room = ${room} and b.status in ('accepted', 'used', 'unused')
      and b.starts_at > ${addDays(ctx.today, -daysBack)}::date
    order by b.starts_at limit 2000`)
