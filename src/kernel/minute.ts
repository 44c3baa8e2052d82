// A minute of the clock in China, as forms ask for it and pages show it: when a thing begins and ends.
import { asDay, type Day, type Instant } from './time.ts'

/** `2023-09-01T14:00`, by the clock on the wall in China. */
export type Minute = string & { readonly brand: 'Minute' }

const shanghaiOffset = 8 * 3_600_000

/** The text as a minute, or null when there is none (`2023-09-01T24:30`). */
export function asMinute(text: string): Minute | null {
  const isClock = /^([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(11))
  return isClock && text[10] === 'T' && asDay(text.slice(0, 10)) !== null ? (text as Minute) : null
}

/** The minute in which an instant falls. */
export const minuteOf = (instant: Instant): Minute =>
  new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 16) as Minute

export const dayIn = (minute: Minute): Day => minute.slice(0, 10) as Day
export const clockIn = (minute: Minute): string => minute.slice(11)

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 周五, of a day. */
export const weekdayOf = (day: Day): string => `周${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}`

/** 9 月 1 日（周五）14:00–16:00; both days where it ends on another one, the year where it is not `year`. */
export function spanWords(from: Minute, to: Minute, year: number): string {
  const begins = `${dayWords(dayIn(from), year)}${clockIn(from)}`
  const end = dayIn(from) === dayIn(to) ? clockIn(to) : `${dayWords(dayIn(to), year)}${clockIn(to)}`
  return `${begins}–${end}`
}

function dayWords(day: Day, year: number): string {
  const [years = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `${years === year ? '' : `${years} 年 `}${month} 月 ${date} 日（${weekdayOf(day)}）`
}
