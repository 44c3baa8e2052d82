// A second, slow way to know what was so on which day: one entry a day, written without the periods.
import { addDays, type Day, daysBetween } from '../../src/kernel/time.ts'

/** What counts of an organization on a day, by the names of the API; null on days without it. */
export type DayFacts = Readonly<Record<string, unknown>> | null

export type Life = {
  /** Index 0 is `firstDay`; the last entry stands for that day and every later one. */
  days: DayFacts[]
  now: { facts: Readonly<Record<string, unknown>>; ended: boolean }
}

export const firstDay = '2022-12-01' as Day
export const lastDay = '2023-08-25' as Day
export const length = daysBetween(firstDay, lastDay) + 1
export const dayAt = (index: number): Day => addDays(firstDay, index)
const indexOf = (day: Day): number => Math.max(0, daysBetween(firstDay, day))

export function born(facts: Readonly<Record<string, unknown>>, start: Day): Life {
  return {
    days: Array.from({ length }, (_, at) => (at >= indexOf(start) ? facts : null)),
    now: { facts, ended: false },
  }
}

/** Every day from `from` on (null: every day) says the new values; days without the organization stay without it. */
export function changed(life: Life, values: Readonly<Record<string, unknown>>, from: Day | null): Life {
  const since = from === null ? 0 : indexOf(from)
  return {
    days: life.days.map((facts, at) => (facts && at >= since ? { ...facts, ...values } : facts)),
    now: { ...life.now, facts: { ...life.now.facts, ...values } },
  }
}

export const ended = (life: Life, on: Day): Life => ({
  days: life.days.map((facts, at) => (at >= indexOf(on) ? null : facts)),
  now: { facts: { ...life.now.facts, status: 'ended' }, ended: true },
})

/** Comes back with what the register says now: on the day, but not before the end that was recorded. */
export function revived(life: Life, on: Day): Life {
  const facts = { ...life.now.facts, status: 'active' }
  const last = life.days.findLastIndex((day) => day !== null)
  const since = Math.max(indexOf(on), last + 1)
  return {
    days: life.days.map((day, at) => (at >= since ? facts : day)),
    now: { facts, ended: false },
  }
}

/** It existed from another day than was thought: earlier days say what the first one said, later ones go. */
export function startedOn(life: Life, start: Day): Life {
  const first = life.days.findIndex((day) => day !== null)
  const facts = life.days[first] ?? null
  return {
    ...life,
    days: life.days.map((day, at) => (at < indexOf(start) ? null : at < first ? facts : day)),
  }
}
