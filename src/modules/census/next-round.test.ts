// The next round of a census against a calendar that is walked month by month.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../kernel/time.ts'
import type { CensusDraft } from './census.ts'
import { nextRound } from './next-round.ts'

type Repeat = CensusDraft['repeats']
const round = (title: string, repeats: Repeat, dueOn: string) => ({
  ...{ title, repeats, dueOn: dueOn as Day, area: '320585000000', orderedBy: '市民政局', note: '按名单走' },
  status: 'closed' as const,
})
const next = (title: string, repeats: Repeat, dueOn: string, today = dueOn) =>
  nextRound(round(title, repeats, dueOn), today as Day)

describe('The next round of a census', () => {
  it.each([
    ['2023 年摸底排查', 'yearly', '2023-09-30', '2024 年摸底排查', '2024-09-30'],
    ['2023年第三季度摸底', 'quarterly', '2023-09-30', '2023年第四季度摸底', '2023-12-31'],
    ['2023 年第四季度摸底', 'quarterly', '2023-12-31', '2024 年第一季度摸底', '2024-03-31'],
    ['2023年4季度摸底', 'quarterly', '2023-12-20', '2024年1季度摸底', '2024-03-20'],
    ['2023 年下半年摸底', 'halfYearly', '2023-12-31', '2024 年上半年摸底', '2024-06-30'],
    ['2023 年 12 月核对', 'monthly', '2023-12-15', '2024 年 1 月核对', '2024-01-15'],
    ['社区组织核对', 'monthly', '2024-01-31', '社区组织核对', '2024-02-29'],
    ['2023 年核对', 'monthly', '2023-08-31', '2023 年核对', '2023-09-30'],
  ] as const)('of “%s” (%s, %s) is “%s” until %s', (title, repeats, dueOn, then, due) => {
    expect(next(title, repeats, dueOn)).toEqual({
      ...{ title: then, repeats, dueOn: due, area: '320585000000', orderedBy: '市民政局', note: '按名单走' },
    })
  })

  it('skips the rounds whose deadline has passed, in the title too', () => {
    expect(next('2023 年第一季度摸底', 'quarterly', '2023-03-31', '2023-11-05')).toMatchObject({
      ...{ title: '2023 年第四季度摸底', dueOn: '2023-12-31' },
    })
  })

  it('does not follow one that is asked for once or is not closed', () => {
    expect(next('2023 年摸底', 'once', '2023-09-30')).toBeNull()
    const open = { ...round('2023 年摸底', 'yearly', '2023-09-30'), status: 'open' as const }
    expect(nextRound(open, '2023-10-01' as Day)).toBeNull()
  })

  it('has the first deadline of the calendar that has not passed, and its month in the title', () => {
    const month = fc.record({
      year: fc.integer({ min: 2015, max: 2035 }),
      month: fc.integer({ min: 1, max: 12 }),
    })
    const period = fc.constantFrom(['monthly', 1], ['quarterly', 3], ['halfYearly', 6], [
      'yearly',
      12,
    ] as const)
    fc.assert(
      fc.property(
        month,
        period,
        fc.nat(1500),
        fc.integer({ min: 1, max: 27 }),
        (start, [repeats, step], passed, day) => {
          const dayIn = ({ year, month }: typeof start) => `${year}-${two(month)}-${two(day)}` as Day
          const today = addDays(dayIn(start), passed)
          let then = walk(start, Number(step))
          while (dayIn(then) < today) then = walk(then, Number(step))
          const draft = next(`${start.year}年${start.month}月核对`, repeats as Repeat, dayIn(start), today)
          expect(draft).toMatchObject({ title: `${then.year}年${then.month}月核对`, dueOn: dayIn(then) })
        },
      ),
    )
  })
})

const two = (number: number): string => String(number).padStart(2, '0')

/** On by so many months, one at a time. */
function walk(from: { year: number; month: number }, steps: number): { year: number; month: number } {
  if (steps === 0) return from
  return walk(
    from.month === 12 ? { year: from.year + 1, month: 1 } : { ...from, month: from.month + 1 },
    steps - 1,
  )
}
