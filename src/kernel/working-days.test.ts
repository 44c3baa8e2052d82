// Working days: the published holidays walked day by day give the same, also across New Year and the Spring Festival.
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addDays, type Day } from './time.ts'
import {
  addWorkingDays,
  dueOn,
  isWorkingDay,
  knownHolidays,
  limitText,
  workingDaysBetween,
} from './working-days.ts'

// The library's functions are right only east of Greenwich.
vi.hoisted(() => {
  process.env.TZ = 'Asia/Shanghai'
})

/** The second way: the functions of the library, which build their tables from spans of days by the local clock. */
const worksNaively = (day: string) => chineseDays.isWorkday(localNoonOf(day))
function localNoonOf(day: string) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

const anyDay = fc.integer({ min: 0, max: 9500 }).map((days) => addDays('2004-01-01' as Day, days))
const day = (text: string) => text as Day

describe('Working days', () => {
  test('agree with the published lists on every day of the known years and beyond', () => {
    const wrong: string[] = []
    for (let at = day('2004-01-01'); at < '2032-01-01'; at = addDays(at, 1))
      if (isWorkingDay(at) !== worksNaively(at)) wrong.push(at)
    expect(wrong).toEqual([])
  })

  test('are counted as a walk from day to day counts them, and counting back returns', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 80 }), (from, count) => {
        let naive: string = from
        for (let left = count; left > 0; ) {
          naive = addDays(naive as Day, 1)
          if (worksNaively(naive)) left -= 1
        }
        expect(addWorkingDays(from, count)).toBe(naive)
        expect(workingDaysBetween(from, naive as Day)).toBe(count)
        expect(workingDaysBetween(naive as Day, from)).toBe(-count)
        expect(addWorkingDays(addWorkingDays(from, count), -count) <= from).toBe(true)
      }),
    )
  })

  test('end with the last day that can be written', () => {
    expect(addWorkingDays(day('9999-12-20'), 300)).toBe('9999-12-31')
    expect(addWorkingDays(day('0001-01-20'), -300)).toBe('0001-01-01')
    expect(dueOn(day('9999-12-31'), { days: 20, unit: 'workingDays' })).toBe('9999-12-31')
    expect(workingDaysBetween(day('2031-12-31'), day('9999-12-31'))).toBeGreaterThan(2_000_000)
  })

  test('run across the Spring Festival, New Year and weekends that are worked', () => {
    // 2024: rest from 10 to 17 February; Sunday 4 and Sunday 18 February are worked.
    expect(addWorkingDays(day('2024-02-02'), 1)).toBe('2024-02-04')
    expect(addWorkingDays(day('2024-02-08'), 3)).toBe('2024-02-19')
    // 2026-01-01 to 03 are holidays, Sunday 4 January is worked.
    expect(addWorkingDays(day('2025-12-31'), 1)).toBe('2026-01-04')
    expect(addWorkingDays(day('2025-12-31'), 0)).toBe('2025-12-31')
  })

  test('fall back to Monday to Friday in years whose holidays are not announced, and say so', () => {
    expect(knownHolidays(2024)).toBe(true)
    expect(knownHolidays(1999)).toBe(false)
    expect(knownHolidays(2999)).toBe(false)
    expect(isWorkingDay(day('2999-10-01'))).toBe(true)
  })
})

describe('A limit', () => {
  test('in working days and in days ends on different days', () => {
    expect(dueOn(day('2023-09-25'), { days: 7, unit: 'workingDays' })).toBe('2023-10-10')
    expect(dueOn(day('2023-09-11'), { days: 7, unit: 'days' })).toBe('2023-09-18')
    expect([limitText({ days: 7, unit: 'days' }), limitText({ days: 20, unit: 'workingDays' })]).toEqual([
      '7 日',
      '20 个工作日',
    ])
  })

  test('in days that ends on a holiday ends on the next working day', () => {
    expect(dueOn(day('2023-09-25'), { days: 7, unit: 'days' })).toBe('2023-10-07')
  })

  test('never ends on a day of rest, and never earlier than it says', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('days', 'workingDays'),
        (from, days, unit) => {
          const due = dueOn(from, { days, unit })
          expect(worksNaively(due)).toBe(true)
          expect(due >= addDays(from, days)).toBe(true)
        },
      ),
    )
  })
})
