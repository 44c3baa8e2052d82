// When a venue is open: its hours by weekday, its holidays, and why a span of time cannot be had.

import { weekdayOf } from '../../kernel/minute.ts'
import { Problem } from '../../kernel/problem.ts'
import { addDays, type Day, type Instant, yearOf } from '../../kernel/time.ts'
import { holidayOn, knownHolidays } from '../../kernel/working-days.ts'
import type { Slot } from './booking.ts'
import type { OpenHours } from './venue.ts'

/** Times of day as text sort as times do. */
export type Span = { from: string; to: string }

/** What the rules need to know of a venue and one of its rooms. */
export type Opening = {
  hours: readonly OpenHours[]
  closedOnHolidays: boolean
  openedOn: Day
  closedOn: Day | null
  roomClosed: boolean
}

/** Monday 1 … Sunday 7. */
export const weekdayNumber = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The moment of a time of day in China, which keeps no summer time. */
export const instantAt = (day: Day, clock: string): Instant =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutesOf(clock) * 60_000).toISOString() as Instant

export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Why nothing is open on a day, in words, or null. */
export function whyClosed(opening: Opening, day: Day): string | null {
  if (day < opening.openedOn) return `${opening.openedOn} 起开放`
  if (opening.closedOn && day >= opening.closedOn) return '已不再开放'
  if (opening.roomClosed) return '这一间暂停预约'
  const holiday = opening.closedOnHolidays ? holidayOn(day) : null
  if (holiday) return `${holiday}放假，不开放`
  return hoursOn(opening.hours, day).length === 0 ? `${weekdayOf(day)}不开放` : null
}

/** What is open on a day. */
export const openSpans = (opening: Opening, day: Day): Span[] =>
  whyClosed(opening, day) === null ? hoursOn(opening.hours, day) : []

/** Spans of a weekday in order; those that touch or overlap are one. */
function hoursOn(hours: readonly OpenHours[], day: Day): Span[] {
  const weekday = weekdayNumber(day)
  return joined(hours.filter(({ days }) => days.includes(weekday)))
}

function joined(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1)
    if (!last || from > last.to) merged.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return merged
}

/** What is left of open spans beside those taken. */
export function freeSpans(open: readonly Span[], taken: readonly Span[]): Span[] {
  const busy = joined(taken)
  return open.flatMap(({ from, to }) => {
    const inside = busy.filter((one) => one.from < to && from < one.to)
    const starts = [from, ...inside.map((one) => one.to)]
    const ends = [...inside.map((one) => one.from), to]
    return starts.flatMap((start, at) => {
      const end = ends[at] ?? to
      return start < end ? [{ from: start, to: end }] : []
    })
  })
}

/** 08:30–11:30、13:30–17:00. */
export const spanWords = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${from}–${to}`).join('、')

/** Why a slot cannot be had whatever else is booked, or null. `lastDay`: how far ahead the rules let book. */
export function whyNotOpen(
  opening: Opening,
  slot: Slot,
  { now, lastDay }: { now: Instant; lastDay: Day },
): string | null {
  if (instantAt(slot.day, slot.from) <= now) return '这个时间已经过去'
  if (slot.day > lastDay) return `最多约到 ${lastDay}`
  const closed = whyClosed(opening, slot.day)
  if (closed) return closed
  const open = openSpans(opening, slot.day)
  if (open.some(({ from, to }) => from <= slot.from && slot.to <= to)) return null
  return `${weekdayOf(slot.day)}只开放 ${spanWords(open)}`
}

/** A span that is none: it ends before it begins. */
export function whyNotSpan({ from, to }: Span): Problem | null {
  if (from < to) return null
  const across = to < from
  return new Problem(422, {
    code: across ? 'venue.acrossMidnight' : 'venue.noTime',
    message: across ? '结束早于开始：一次预约不能跨过午夜。' : '结束要晚于开始。',
    mend: across ? '请改到当天结束；第二天还要用，请另约一次。' : '请改结束时间。',
    faults: [{ at: 'to', message: across ? '不能跨过午夜' : '要晚于开始' }],
  })
}

/** The same weekday from a day until another, both included; only the first where there is no other. */
export function weeklyDays(day: Day, until: Day | undefined): Day[] {
  const days = [day]
  for (let next = addDays(day, 7); until && next <= until; next = addDays(next, 7)) days.push(next)
  return days
}

/** A word on days whose holidays nobody knows yet: late in a year, a series may go over its end. */
export const holidayNote = (opening: Opening, day: Day): string | null =>
  opening.closedOnHolidays && !knownHolidays(yearOf(day))
    ? `${yearOf(day)} 年的放假安排还没有公布，如遇放假会另行通知`
    : null
