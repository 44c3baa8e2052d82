// How far along a target is, where it should be by now on a straight line, and the state that follows.
import { type Day, daysBetween } from '../../kernel/time.ts'
import type { State } from './figure.ts'
import type { Trial } from './plan.ts'

/** How far along its line a trial is on a day: 0 at the start, 1 on the due day and after. */
export function elapsed({ line, due }: Pick<Trial, 'line' | 'due'>, asOf: Day): number {
  const all = daysBetween(line.from, due)
  return all <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(line.from, asOf) / all))
}

/** The share of the demand that the straight line asks for on a day; null when the demand has no low end. */
export function expectedOn(trial: Trial, asOf: Day): number | null {
  const { low } = trial.rule.bounds
  if (low === null || low <= 0) return null
  const { at } = trial.line
  return at + (1 - at) * elapsed(trial, asOf)
}

/** Slack for the division by days only; whether a target is met is decided on whole numbers. */
const slack = 1e-9

type Found = { met: boolean; passedMet: boolean; progress: number | null; exceeds: boolean }

/**
 * Met, or overdue once the date (or the date of an earlier step that still fails) has passed, or on course when at
 * or above the line. The due day itself is still in time. Without a line, or above a ceiling, nothing is on course.
 */
export function stateOf(trial: Trial, { met, passedMet, progress, exceeds }: Found, asOf: Day): State {
  if (met) return 'met'
  if (asOf > trial.due || !passedMet) return 'overdue'
  const expected = expectedOn(trial, asOf)
  if (expected === null || progress === null || exceeds || elapsed(trial, asOf) === 1) return 'behind'
  return progress + slack >= expected ? 'onCourse' : 'behind'
}
