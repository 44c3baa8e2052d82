// Party life: which meetings a branch owes, when each is due, and what is missing. (支部工作条例 第四章、第五章)
import { addDays, type Day } from '../../kernel/time.ts'
import type { Rules } from '../rules/rule-keys.ts'
import type { ActivityKind, Every, ExpectedKind } from './party.ts'

export type LifeRules = Pick<Rules, 'party.lifeEvery'>

/** `from` and `to` are the first and the last day. */
export type Period = { from: Day; to: Day }

/** How many months a period lasts. */
export const periodMonths = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const satisfies Record<
  Exclude<Every, 'never'>,
  number
>

/** The calendar month, quarter, half-year or year in which a day lies. */
export function periodOf(every: Exclude<Every, 'never'>, day: Day): Period {
  const months = periodMonths[every]
  const year = Number(day.slice(0, 4))
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months
  return { from: firstOfMonth(year, first), to: addDays(firstOfMonth(year, first + months), -1) }
}

/** `month` from 0; 12 is January of the next year. */
const firstOfMonth = (year: number, month: number): Day =>
  `${String(year + Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day

/** The period that comes after the last meeting; the period of the beginning, where none was held in it or later. */
export function nextExpected(every: Exclude<Every, 'never'>, start: Day, lastHeld: Day | null): Period {
  const first = periodOf(every, start)
  if (lastHeld === null || lastHeld < first.from) return first
  return periodOf(every, addDays(periodOf(every, lastHeld).to, 1))
}

/** A branch without a committee owes no committee meetings. */
export function expectedKinds(
  rules: LifeRules,
  { committee }: { committee: number | null },
): { kind: ExpectedKind; every: Exclude<Every, 'never'> }[] {
  return (Object.entries(rules['party.lifeEvery']) as [ExpectedKind, Every][]).flatMap(([kind, every]) =>
    every === 'never' || (kind === 'committeeMeeting' && committee === null) ? [] : [{ kind, every }],
  )
}

export type Owed = {
  kind: ExpectedKind
  every: Exclude<Every, 'never'>
  /** The period that is on. */
  period: Period
  /** Whether one was held in it. */
  held: boolean
  lastHeld: Day | null
  /** The last day of the first period that is missing; null when nothing is. Earlier than today: overdue. */
  due: Day | null
}

/** What a branch owes on a day, kind by kind. */
export function owedOn(
  today: Day,
  rules: LifeRules,
  branch: { committee: number | null; start: Day; lastHeld: Partial<Record<ActivityKind, Day>> },
): Owed[] {
  return expectedKinds(rules, branch).map(({ kind, every }) => {
    const lastHeld = branch.lastHeld[kind] ?? null
    const period = periodOf(every, today)
    const next = nextExpected(every, branch.start, lastHeld)
    return {
      ...{ kind, every, period, lastHeld },
      held: lastHeld !== null && lastHeld >= period.from,
      due: next.from <= today ? next.to : null,
    }
  })
}
