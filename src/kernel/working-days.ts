// Counts in working days as China keeps them: weekends, public holidays and the weekends worked for them.
//
// Only the data of `chinese-days` are used: its functions shift by a day on a machine whose clock stands west of Greenwich.
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type Day, daysBetween } from './time.ts'

/** Days off and weekend days worked, from the State Council's yearly arrangements: `2024-02-04` → its occasion. */
const { holidays, workdays }: Record<'holidays' | 'workdays', Readonly<Record<string, string>>> = announced

/** A time limit. The unit is part of the rule: 日 and 工作日 differ. */
export type Limit = { days: number; unit: 'days' | 'workingDays' }

/**
 * Whether people work on a day. Where the State Council's arrangement of the year is not known, Monday to Friday are
 * taken as working days; see {@link knownHolidays}.
 */
export const isWorkingDay = (day: Day): boolean => day in workdays || !(day in holidays || isWeekend(day))

/** Whether the year's holidays have been announced and are known here; of other years, counts are provisional. */
export const knownHolidays = (year: number): boolean => `${year}-10-01` in holidays

/** The public holiday to which a day off belongs (元旦), or null: weekend days of a holiday are named too. */
export const holidayOn = (day: Day): string | null => holidays[day]?.split(',')[1] ?? null

/** The `count`-th working day after a day, before it when `count` is negative; the day itself for 0. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    const next = addDays(at, step)
    if (next === at) return at
    at = next
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** How many working days lie after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(to, from)
  const within = (days: readonly Day[]): number => days.filter((day) => day > from && day <= to).length
  return weekdaysUntil(to) - weekdaysUntil(from) - within(weekdaysOff) + within(weekendsWorked)
}

/** Days from Monday to Friday, counted from a Monday long ago. */
function weekdaysUntil(day: Day): number {
  const days = daysBetween('0001-01-01' as Day, day) + 1
  return Math.floor(days / 7) * 5 + Math.min(days % 7, 5)
}

/**
 * The last day that is still in time. The day on which a limit begins is not counted (民法典 201); where calendar days
 * end on a day of rest, the next working day is the last one (民法典 203).
 */
export function dueOn(from: Day, limit: Limit): Day {
  if (limit.unit === 'workingDays') return addWorkingDays(from, limit.days)
  const last = addDays(from, limit.days)
  return isWorkingDay(last) ? last : addWorkingDays(last, 1)
}

/** 7 日, 20 个工作日. */
export const limitText = ({ days, unit }: Limit): string =>
  unit === 'days' ? `${days} 日` : `${days} 个工作日`

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

const weekdaysOff = (Object.keys(holidays) as Day[]).filter((day) => !isWeekend(day) && !(day in workdays))
const weekendsWorked = (Object.keys(workdays) as Day[]).filter(isWeekend)
