// Days and instants as ISO strings, and the arithmetic on days that rules need.

/** A calendar day, `2023-12-31`. */
export type Day = string & { readonly brand: 'Day' }
/** A moment in UTC, `2023-12-31T08:00:00.000Z`. */
export type Instant = string & { readonly brand: 'Instant' }

/** There is no year 0, and no year is written with five digits. */
const firstDay = '0001-01-01'
const lastDay = '9999-12-31'
const millisecondsPerDay = 86_400_000
const shanghaiOffset = 8 * 3_600_000

/** The text as a day, or null when no such day exists (`2023-02-29`). */
export function asDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && fromEpoch(at) === text && text >= firstDay ? (text as Day) : null
}

/** The day in China on which an instant falls. */
export const dayOf = (instant: Instant): Day => fromEpoch(Date.parse(instant) + shanghaiOffset)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (epoch(to) - epoch(from)) / millisecondsPerDay

/** Beyond the first and the last day that can be written there is none: the count stops there. */
export const addDays = (day: Day, days: number): Day => fromEpoch(epoch(day) + days * millisecondsPerDay)

/** The same day so many months later; the last day of a month that is shorter. Stops where {@link addDays} does. */
export function addMonths(day: Day, months: number): Day {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  if (first.getUTCFullYear() > 9999 || first.getUTCFullYear() < 1) return fromEpoch(first.getTime())
  const month = first.toISOString().slice(0, 8)
  return asDay(`${month}${day.slice(8)}`) ?? addDays(addMonths(`${month}01` as Day, 1), -1)
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const firstDayOf = (year: number): Day => `${fourDigits(year)}-01-01` as Day
export const lastDayOf = (year: number): Day => `${fourDigits(year)}-12-31` as Day

const fourDigits = (year: number): string => String(year).padStart(4, '0')

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

const epoch = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

function fromEpoch(milliseconds: number): Day {
  if (milliseconds > Date.parse(lastDay)) return lastDay as Day
  if (milliseconds < Date.parse(firstDay)) return firstDay as Day
  return new Date(milliseconds).toISOString().slice(0, 10) as Day
}
