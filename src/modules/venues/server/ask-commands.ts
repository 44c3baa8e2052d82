// Asking for a room: what is open, what is taken, what a series clashes with, and the request itself.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { addDays, type Day, dayOf, earlier } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Booking, BookingRequest, CalendarDay, Occurrence, Slot } from '../booking.ts'
import { alreadyAsked, takenMeanwhile, whyNotDays, whyNotPeople } from '../booking-rules.ts'
import {
  holidayNote,
  instantAt,
  openSpans,
  weeklyDays,
  whyClosed,
  whyNotOpen,
  whyNotSpan,
} from '../opening-rules.ts'
import {
  asker,
  bookingsById,
  clashes,
  insertBookings,
  lockRoom,
  type NewBooking,
  takenBetween,
} from './booking-store.ts'
import { anyRoom, type RoomRow, seenRoom } from './venue-store.ts'

/** What is open and what is taken in a room, for so many days. */
export async function calendarOf(ctx: Context, id: string, from: Day, days: number): Promise<CalendarDay[]> {
  const room = await knownRoom(ctx, id)
  const taken = await takenBetween(ctx, id, instantAt(from, '00:00'), instantAt(addDays(from, days), '00:00'))
  return Array.from({ length: days }, (_, at) => addDays(from, at)).map((day) => ({
    day,
    open: openSpans(room, day),
    closed: whyClosed(room, day),
    taken: taken.filter((one) => one.day === day).map(({ day: _, ...span }) => span),
  }))
}

/** The days of a series with what stands against each. */
export async function occurrencesOf(
  ctx: Context,
  id: string,
  { until, ...slot }: Slot & { until?: Day | undefined },
): Promise<Occurrence[]> {
  refuseIf(whyNotSpan(slot))
  return judged(ctx, await knownRoom(ctx, id), slot, until)
}

/** Asks for a room for an organization; a keeper of the venue has answered with it. */
export async function askForRoom(
  ctx: Context,
  organization: string,
  request: BookingRequest,
): Promise<Booking[]> {
  await authorize(ctx, 'venue.book', organizationSubject(organization))
  const room = await roomFor(ctx, organization, request.room)
  refuseIf(whyNotSpan(request) ?? whyNotPeople(request.people, room.capacity))
  await lockRoom(ctx.db, room.id)
  const days = (await judged(ctx, room, request, request.until)).filter(
    ({ day }) => !request.skip.includes(day as Day),
  )
  refuseIf(whyNotDays(days))
  return book(ctx, { organization, room, request, days: days.map(({ day }) => day as Day) })
}

type Wish = { organization: string; room: RoomRow; request: BookingRequest; days: readonly Day[] }

async function book(ctx: Context, { organization, room, request, days }: Wish): Promise<Booking[]> {
  const rules = await rulesFor(ctx.db, room.area)
  const rows: NewBooking[] = days.map((day) => ({ id: ctx.newId(), ...momentsOf({ ...request, day }) }))
  const status = room.mayKeep ? 'accepted' : 'asked'
  await insertBookings(ctx, rows, {
    ...{ room: room.id, organization, purpose: request.purpose, people: request.people, status },
    series: rows.length > 1 ? ctx.newId() : null,
    dueOn: earlier(dueOn(ctx.today, rules['venues.answerWithin']), days[0] ?? ctx.today),
  }).catch(explain)
  const action = status === 'accepted' ? 'venue.bookAtOnce' : 'venue.ask'
  await recordAll(
    ctx,
    rows.map(({ id, startsAt }) => ({
      ...{ action, subjectKind: 'venueBooking', subject: id, area: room.area, effectiveOn: dayOf(startsAt) },
    })),
  )
  return bookingsById(
    ctx,
    rows.map(({ id }) => id),
  )
}

async function judged(
  ctx: Context,
  room: RoomRow,
  slot: Slot,
  until: Day | undefined,
): Promise<Occurrence[]> {
  const ahead = (await rulesFor(ctx.db, room.area))['venues.bookAhead']
  const lastDay = addDays(ctx.today, ahead)
  if (until) refuseIf(whyNotUntil(slot.day, until, lastDay))
  const days = weeklyDays(slot.day, until)
  const met = await clashes(
    ctx.db,
    room.id,
    days.map((day) => momentsOf({ ...slot, day })),
  )
  return days.map((day) => {
    const one = { ...slot, day }
    const clash = met.find(({ startsAt }) => startsAt === momentsOf(one).startsAt)
    const why = whyNotOpen(room, one, { now: ctx.now, lastDay }) ?? (clash?.held ? '已经被约' : null)
    return { day, why, note: clash && !why ? '也有别人在等答复' : holidayNote(room, day) }
  })
}

const momentsOf = ({ day, from, to }: Slot) => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
})

async function knownRoom(ctx: Context, id: string): Promise<RoomRow> {
  const room = await seenRoom(ctx, id)
  if (!room) throw notFound('场地')
  return room
}

/** A room that is open to the organization; one that is not is refused only to those who see it. */
async function roomFor(ctx: Context, organization: string, id: string): Promise<RoomRow> {
  const room = await anyRoom(ctx, id)
  const who = room && (await asker(ctx.db, organization, room.openTo))
  if (!room || !who?.isOpenTo) {
    await knownRoom(ctx, id)
    throw notForThem
  }
  if (who.status === 'ended') throw gone(who.name)
  return room
}

function whyNotUntil(day: Day, until: Day, lastDay: Day): Problem | null {
  if (until < day) return refusal('venue.untilBefore', '每周重复的最后一天早于第一天。', '请选晚一些的日期。')
  if (until > lastDay)
    return refusal('venue.tooFar', `最多约到 ${lastDay}。`, '请选早一些的日期，到时再接着约。')
  return null
}

const refusal = (code: string, message: string, mend: string): Problem =>
  new Problem(422, { code, message, mend, faults: [{ at: 'until', message }] })

const notForThem = new Problem(422, {
  code: 'venue.notForThem',
  message: '这个场地不对这个组织所在的地方开放。',
  mend: '请换一个场地，或者联系场地的管理方。',
})

const gone = (name: string): Problem =>
  new Problem(422, {
    code: 'venue.ended',
    message: `“${name}”已退出名录。`,
    mend: '请选择还在名录里的组织。',
  })

function explain(error: unknown): never {
  const broken = brokenConstraint(error)
  if (broken === 'venue_booking_room_taken_once') throw takenMeanwhile
  if (broken === 'venue_booking_asked_once') throw alreadyAsked
  throw error
}
