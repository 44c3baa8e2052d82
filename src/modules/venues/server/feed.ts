// A room's calendar in the form that telephones and desks subscribe to (RFC 5545): no person, no telephone number.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Context } from '../../../platform/context.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { notFound } from '../../../platform/policy.ts'
import { eventsOf, type FeedEvent, type FeedRoom, roomByCode } from './feed-store.ts'

/** How often one address may ask in a minute: calendars ask a few times an hour, guessing must not pay. */
export const feedsPerMinute = 60

/** Times are written in UTC, which every calendar shows in the time of its place. */
export async function roomFeed(ctx: Context, code: string): Promise<FileAnswer> {
  const room = await roomByCode(ctx, code)
  if (!room) throw notFound('日历')
  const text = feedText(room, await eventsOf(ctx, room.id))
  return {
    fileName: `${room.venue}-${room.name}.ics`,
    content: Buffer.from(text),
    headers: { 'cache-control': 'private, max-age=300' },
  }
}

function feedText(room: FeedRoom, events: readonly FeedEvent[]): string {
  const calendar = ical({
    name: `${room.venue} ${room.name}`,
    prodId: { company: 'jusha', product: 'venues', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: null,
    ttl: 3600,
  })
  for (const event of events) {
    calendar.createEvent({
      id: `${event.id}@jusha`,
      start: new Date(event.startsAt),
      end: new Date(event.endsAt),
      stamp: new Date(event.changedAt),
      summary: `${event.organization}：${event.purpose}`,
      location: `${room.address} ${room.name}`,
      status: ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
