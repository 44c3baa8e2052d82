// Weeks and months of the calendar: whole weeks from Monday on, and every day of a month in one of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from '../../../kernel/time.ts'
import { daysOf, periodWords, stepped } from './calendar-days.ts'

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01' as Day, days))
const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay()

test('a month is shown in whole weeks that hold all its days and no week without one', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const days = daysOf('month', day)
      const own = days.filter((one) => one.slice(0, 7) === day.slice(0, 7))
      const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
      expect(own.length).toBe(length)
      expect([weekday(days[0] as Day), weekday(days.at(-1) as Day), days.length % 7]).toEqual([1, 0, 0])
      expect(days.length - own.length).toBeLessThan(13)
      for (const [index, one] of days.slice(1).entries()) expect(daysBetween(days[index] as Day, one)).toBe(1)
    }),
  )
})

test('a step leads to the period beside it and back', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom('week' as const, 'month' as const), (day, period) => {
      const next = stepped(period, day, 1)
      expect(daysOf(period, next)[0]).not.toBe(daysOf(period, day)[0])
      expect(daysOf(period, stepped(period, next, -1))).toEqual(daysOf(period, day))
    }),
  )
})

test('a period is named', () => {
  expect(periodWords('month', '2023-09-30' as Day)).toBe('2023 年 9 月')
  expect(periodWords('week', '2024-01-01' as Day)).toBe('2024-01-01 至 01-07')
  expect(periodWords('week', '2023-12-31' as Day)).toBe('2023-12-25 至 12-31')
})
