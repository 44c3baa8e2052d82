// The clock of an application: when a step is due, what a return leaves of it, and how late it is, in words.
import { type Day, daysBetween } from '../../kernel/time.ts'
import { dueOn, type Limit, workingDaysBetween } from '../../kernel/working-days.ts'
import type { Clock } from './filing.ts'

/** The last day in time of a step that begins today; null when nothing limits it. */
export const startClock = (today: Day, limit: Limit | undefined): Day | null =>
  limit ? dueOn(today, limit) : null

/** What is left of a limit when its clock stops: in its unit, 0 when it has run out. */
export function leftOf(due: Day | null, today: Day, unit: Limit['unit']): number | null {
  if (due === null) return null
  const left = unit === 'days' ? daysBetween(today, due) : workingDaysBetween(today, due)
  return Math.max(0, left)
}

/** The last day in time once the clock goes on with what was left. */
export const goOn = (today: Day, left: number | null, unit: Limit['unit']): Day | null =>
  left === null ? null : left === 0 ? today : dueOn(today, { days: left, unit })

/** How late it is. `warnWithin` counts working days. Days are counted in the unit of the limit. */
export function clockOf(
  due: Day | null,
  today: Day,
  { unit, warnWithin }: { unit: Limit['unit']; warnWithin: number },
): Clock {
  if (due === null) return { due, tone: 'none', words: '没有时限' }
  const left = unit === 'days' ? daysBetween(today, due) : workingDaysBetween(today, due)
  const word = unit === 'days' ? '天' : '个工作日'
  if (due < today) return { due, tone: 'overdue', words: `已逾期 ${Math.max(1, -left)} ${word}` }
  const tone = workingDaysBetween(today, due) <= warnWithin ? 'behind' : 'met'
  return { due, tone, words: due === today ? '今天到期' : `还剩 ${Math.max(1, left)} ${word}` }
}

/** Of one that waits for nobody. */
export const noClock: Clock = { due: null, tone: 'none', words: '' }
