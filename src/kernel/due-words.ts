// How long is left of a time limit, in words.
import { type Day, daysBetween } from './time.ts'
import { workingDaysBetween } from './working-days.ts'

/** Until here days are counted; later dates are named. */
const near = 30

/** 还剩 3 个工作日, 今天到期, 已逾期 2 天; for a distant date the date itself; null for none. */
export function dueWords(due: Day | null, today: Day): string | null {
  if (due === null) return null
  const left = daysBetween(today, due)
  if (left < 0) return `已逾期 ${-left} 天`
  if (left === 0) return '今天到期'
  if (left > near) return `${due} 到期`
  const working = workingDaysBetween(today, due)
  return working > 0 ? `还剩 ${working} 个工作日` : `还剩 ${left} 天，都是休息日`
}
