// Months later, against the calendar of the platform.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, asDay, type Day } from './time.ts'

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day)

test('months later is the same day, or the last of a shorter month', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -36, max: 36 }), (day, months) => {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
      const naive = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
        .toISOString()
        .slice(0, 10)
      expect(addMonths(day, months)).toBe(naive)
    }),
  )
})

test.each([
  ['2023-08-31', 6, '2024-02-29'],
  ['2023-12-31', 2, '2024-02-29'],
  ['2023-01-15', -1, '2022-12-15'],
])('%s and %i months is %s', (day, months, then) => expect(addMonths(asDay(day) as Day, months)).toBe(then))

test.each([
  [addDays('9999-12-30' as Day, 5), '9999-12-31'],
  [addDays('0001-01-03' as Day, -5), '0001-01-01'],
  [addMonths('9999-11-30' as Day, 2), '9999-12-31'],
  [addMonths('0001-02-28' as Day, -2), '0001-01-01'],
])('%s stands where days end', (day, last) => expect(day).toBe(last))
