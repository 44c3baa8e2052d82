// What becomes of a request: the keeper's answer, taking it back, cancelling, and whether the room was used.
import { type Problem, refuseIf } from '../../../kernel/problem.ts'
import { dayOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Booking } from '../booking.ts'
import {
  alreadyTaken,
  type BookingStep,
  bookingSteps,
  isShortNotice,
  takenMeanwhile,
  whyNotStep,
} from '../booking-rules.ts'
import {
  type BookingRow,
  bookingSubject,
  bookingsById,
  clashes,
  type Ending,
  lockBookings,
  lockOfVenue,
  lockRoom,
  moveBookings,
} from './booking-store.ts'
import { venueSubject } from './venue-store.ts'

export type Answer = { all: boolean } & ({ answer: 'accept' } | { answer: 'decline'; reason: string })

/** The keeper says yes or no, to one or to its whole series. */
export async function answerBooking(ctx: Context, id: string, answer: Answer): Promise<Booking[]> {
  await authorize(ctx, 'venue.keep', bookingSubject(id, 'keeper'))
  if (answer.answer === 'decline') return step(ctx, id, 'decline', answer.all, { reason: answer.reason })
  return step(ctx, id, 'accept', answer.all)
}

/** The organization takes its request back, or cancels what was accepted. */
export async function withdrawBooking(ctx: Context, id: string, all: boolean): Promise<Booking[]> {
  await authorize(ctx, 'venue.book', bookingSubject(id, 'asker'))
  const [row] = await lockBookings(ctx.db, id, false)
  return step(ctx, id, row?.status === 'accepted' ? 'cancel' : 'withdraw', all, { endedBy: 'asker' })
}

/** The keeper cancels what was accepted, and says why. */
export async function revokeBooking(
  ctx: Context,
  id: string,
  { reason, all }: { reason: string; all: boolean },
): Promise<Booking[]> {
  await authorize(ctx, 'venue.keep', bookingSubject(id, 'keeper'))
  return step(ctx, id, 'cancel', all, { endedBy: 'keeper', reason })
}

/** Which were used and which not; all of them or none are recorded. */
export async function recordUse(
  ctx: Context,
  venue: string,
  { used, unused }: { used: readonly string[]; unused: readonly string[] },
): Promise<number> {
  await authorize(ctx, 'venue.keep', venueSubject(venue))
  const rows = await lockOfVenue(ctx.db, venue, [...used, ...unused])
  const known = (ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id))
  if (rows.length !== new Set([...used, ...unused]).size) throw notFound('预约')
  await move(ctx, 'use', known(used), {})
  await move(ctx, 'miss', known(unused), {})
  return rows.length
}

/** Of a series those are moved that can be; the one that was named must be. */
async function step(
  ctx: Context,
  id: string,
  name: BookingStep,
  all: boolean,
  ending: Ending = {},
): Promise<Booking[]> {
  const [one] = await lockBookings(ctx.db, id, false)
  if (!one) throw notFound('预约')
  await lockRoom(ctx.db, one.room)
  const rows = await lockBookings(ctx.db, id, all)
  const possible = rows.filter((row) => row.id === id || whyNotStep(name, row, ctx.now) === null)
  if (name === 'accept') await refuseTaken(ctx, one.room, possible)
  await move(ctx, name, possible, ending)
  return bookingsById(
    ctx,
    rows.map((row) => row.id),
  )
}

/** Names every day on which somebody else has the room; the constraint stands behind it. */
async function refuseTaken(ctx: Context, room: string, rows: readonly BookingRow[]): Promise<void> {
  const held = (await clashes(ctx.db, room, rows)).filter((one) => one.held)
  if (held.length > 0) throw alreadyTaken(held.map(({ startsAt }) => dayOf(startsAt)))
}

/** All of them or none. */
async function move(
  ctx: Context,
  name: BookingStep,
  rows: readonly BookingRow[],
  ending: Ending,
): Promise<void> {
  for (const row of rows) refuseIf(whyNotStep(name, row, ctx.now))
  const late = name === 'cancel' ? await shortOnes(ctx, rows) : []
  const timely = rows.filter((row) => !late.includes(row))
  await moveSome(ctx, name, timely, ending)
  await moveSome(ctx, name, late, { ...ending, shortNotice: true })
  await recordAll(
    ctx,
    rows.map(({ id, startsAt, venueArea }) => ({
      ...{ action: `venue.${name}`, subjectKind: 'venueBooking', subject: id, area: venueArea },
      ...{ effectiveOn: dayOf(startsAt), reason: ending.reason ?? null },
    })),
  )
}

async function shortOnes(ctx: Context, rows: readonly BookingRow[]): Promise<BookingRow[]> {
  const [first] = rows
  if (!first) return []
  const hours = (await rulesFor(ctx.db, first.venueArea))['venues.cancelNotice']
  return rows.filter(({ startsAt }) => isShortNotice(startsAt, ctx.now, hours))
}

async function moveSome(
  ctx: Context,
  name: BookingStep,
  rows: readonly BookingRow[],
  ending: Ending,
): Promise<void> {
  const kept = name === 'cancel' ? ending : { ...ending, endedBy: null }
  const ids = rows.map(({ id }) => id)
  const moved = await moveBookings(ctx, ids, bookingSteps[name], kept).catch(explain)
  if (moved !== rows.length) throw takenMeanwhile
}

function explain(error: unknown): Problem {
  if (brokenConstraint(error) === 'venue_booking_room_taken_once') throw takenMeanwhile
  throw error
}
