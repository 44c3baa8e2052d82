// The clock of an application: when a step is due, what a return leaves of it, and how late it is, in words.
import { dueWords } from '../../kernel/due-words.ts'
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

/** How late it is, in the words of every queue. `warnWithin` counts working days. */
export function clockOf(due: Day | null, today: Day, warnWithin: number): Clock {
  const words = dueWords(due, today)
  if (due === null || words === null) return { due, tone: 'none', words: '没有时限' }
  if (due < today) return { due, tone: 'overdue', words }
  return { due, tone: workingDaysBetween(today, due) <= warnWithin ? 'behind' : 'met', words }
}

/** Of one that waits for nobody. */
export const noClock: Clock = { due: null, tone: 'none', words: '' }
