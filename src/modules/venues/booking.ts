// The words for bookings of a room: asked for by an organization, answered by the keeper.
import { z } from 'zod'
import { count, DayField, IdField, words } from '../../kernel/fields.ts'
import { ClockField } from './venue.ts'

export const bookingStatuses = {
  asked: '待答复',
  accepted: '已同意',
  declined: '未同意',
  withdrawn: '已撤回',
  cancelled: '已取消',
  used: '已使用',
  unused: '没有使用',
} as const
export type BookingStatus = keyof typeof bookingStatuses
const StatusField = z.enum(Object.keys(bookingStatuses) as [BookingStatus, ...BookingStatus[]])

/** A span of one day in China. */
export const Slot = z.object({ day: DayField, from: ClockField, to: ClockField })
export type Slot = z.infer<typeof Slot>

export const BookingRequest = Slot.extend({
  room: IdField,
  /** Each week on the same weekday until this day; absent: once. */
  until: DayField.optional(),
  /** Days of the series that are left out. */
  skip: z.array(DayField).max(60).default([]),
  purpose: words(100),
  people: count(100_000).min(1, '不能小于 1').nullable(),
})
export type BookingRequest = z.infer<typeof BookingRequest>

export const Booking = z.object({
  id: IdField,
  status: StatusField,
  venue: z.object({ id: IdField, name: z.string() }),
  room: z.object({ id: IdField, name: z.string() }),
  organization: z.object({ id: IdField, name: z.string() }),
  /** Of how many that were asked for together; null when it stands alone. */
  series: z.string().nullable(),
  day: z.string(),
  from: z.string(),
  to: z.string(),
  purpose: z.string(),
  people: z.int().nullable(),
  askedOn: z.string(),
  dueOn: z.string(),
  /** Its day passed without an answer. */
  lapsed: z.boolean(),
  endedBy: z.enum(['asker', 'keeper']).nullable(),
  shortNotice: z.boolean(),
  reason: z.string().nullable(),
  /** `venue.keep`: answers, records; `venue.book`: withdraws, cancels. */
  may: z.array(z.string()),
})
export type Booking = z.infer<typeof Booking>

/** One day of a series before it is asked for. */
export const Occurrence = z.object({
  day: z.string(),
  /** Why it cannot be had, or null. */
  why: z.string().nullable(),
  /** Something to know, that refuses nothing. */
  note: z.string().nullable(),
})
export type Occurrence = z.infer<typeof Occurrence>

export const TakenSpan = z.object({
  from: z.string(),
  to: z.string(),
  status: StatusField,
  /** For those who may know of it. */
  who: z.string().nullable(),
  purpose: z.string().nullable(),
})
export type TakenSpan = z.infer<typeof TakenSpan>

export const CalendarDay = z.object({
  day: z.string(),
  /** What is open; empty when `closed` says why. */
  open: z.array(z.object({ from: z.string(), to: z.string() })),
  closed: z.string().nullable(),
  taken: z.array(TakenSpan),
})
export type CalendarDay = z.infer<typeof CalendarDay>
