// The next round of a census that repeats: the same again, a period later; an officer still says yes to every word.
import { addDays, addMonths, type Day, yearOf } from '../../kernel/time.ts'
import type { CensusDraft, CensusStatus, repeats } from './census.ts'

type Repeat = keyof typeof repeats

/** Months from one round to the next. */
const months = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 } as const satisfies Record<
  Exclude<Repeat, 'once'>,
  number
>

type Round = CensusDraft & { status: CensusStatus }

/**
 * The draft of the next round, or null where none follows: it is asked for once, or this round is not closed. The deadline
 * moves on by whole periods until it has not passed, and what the title says of year, half, quarter or month moves with it.
 */
export function nextRound(
  { title, area, orderedBy, repeats, dueOn, note, status }: Round,
  today: Day,
): CensusDraft | null {
  if (repeats === 'once' || status !== 'closed') return null
  const by = periodsUntil(dueOn, months[repeats], today) * months[repeats]
  const next = later(dueOn, by)
  return {
    title: titleLater(title, by, yearOf(next) - yearOf(dueOn)),
    area,
    orderedBy,
    repeats,
    dueOn: next,
    note,
  }
}

/** At least one. */
function periodsUntil(dueOn: Day, period: number, today: Day): number {
  let periods = 1
  while (later(dueOn, periods * period) < today) periods += 1
  return periods
}

/** The last day of a month stays the last one. */
function later(day: Day, by: number): Day {
  const next = addDays(day, 1)
  return next.endsWith('-01') ? addDays(addMonths(next, by), -1) : addMonths(day, by)
}

const quarters: readonly string[] = ['一', '二', '三', '四']

/** 2023 年第三季度 → 2023 年第四季度; a year alone follows the deadline; a title without a year stays as it is. */
function titleLater(title: string, by: number, years: number): string {
  return title.replace(named, (...found: unknown[]) => {
    const { year, gap, first, quarter, last, half, month, unit } = found.at(-1) as Partial<
      Record<string, string>
    >
    const y = Number(year)
    if (half)
      return written(
        y * 2 + (half === '上' ? 0 : 1) + by / 6,
        2,
        gap,
        (at) => `${at === 0 ? '上' : '下'}半年`,
      )
    if (quarter) {
      const at = quarterOf(quarter)
      const sign = (q: number) => (/\d/.test(quarter) ? String(q + 1) : (quarters[q] ?? ''))
      return written(y * 4 + at + by / 3, 4, gap, (q) => `${first ?? ''}${sign(q)}${last ?? ''}`)
    }
    if (month) return written(y * 12 + Number(month) - 1 + by, 12, gap, (at) => `${at + 1}${unit ?? ''}`)
    return `${y + years}${gap ?? ''}`
  })
}

const named =
  /(?<year>(?:19|20)\d\d)(?<gap>\s*年度?\s*)(?:(?<half>[上下])半年|(?<first>第?\s*)(?<quarter>[一二三四1-4])(?<last>\s*季度)|(?<month>1[0-2]|0?[1-9])(?<unit>\s*月))?/u

const quarterOf = (text: string): number => {
  const at = quarters.indexOf(text)
  return at < 0 ? Number(text) - 1 : at
}

/** A year with a part of it: `count` is how many parts went by since the year 0. Halves of parts are rounded down. */
function written(
  count: number,
  inYear: number,
  gap: string | undefined,
  part: (at: number) => string,
): string {
  const whole = Math.floor(count)
  return `${Math.floor(whole / inYear)}${gap ?? ''}${part(whole % inYear)}`
}
