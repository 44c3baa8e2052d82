// The days that a week or a month shows, from Monday on.
import { addDays, addMonths, type Day } from '../../../kernel/time.ts'
import { weekdayNumber } from '../../venues/opening-rules.ts'

export const views = { month: '月', week: '周', counts: '统计', major: '重大活动' } as const
export type View = keyof typeof views
export type Period = 'month' | 'week'

const monday = (day: Day): Day => addDays(day, 1 - weekdayNumber(day))
const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01` as Day

/** The week in which a day lies; of a month every week that touches it. */
export function daysOf(period: Period, day: Day): Day[] {
  if (period === 'week') return run(monday(day), 7)
  const first = monday(firstOfMonth(day))
  const last = addDays(addMonths(firstOfMonth(day), 1), -1)
  const weeks = Math.ceil((weekdayNumber(firstOfMonth(day)) - 1 + Number(last.slice(8))) / 7)
  return run(first, weeks * 7)
}

const run = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index))

/** A day in the period before or after. */
export const stepped = (period: Period, day: Day, by: 1 | -1): Day =>
  period === 'week' ? addDays(day, 7 * by) : addMonths(firstOfMonth(day), by)

/** 2023 年 9 月; 2023-09-04 至 09-10. */
export function periodWords(period: Period, day: Day): string {
  if (period === 'month') return `${day.slice(0, 4)} 年 ${Number(day.slice(5, 7))} 月`
  const [first = day] = daysOf('week', day)
  return `${first} 至 ${addDays(first, 6).slice(5)}`
}
