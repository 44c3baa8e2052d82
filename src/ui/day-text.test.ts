// Dates as people write them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../kernel/time.ts'
import { dayFromText } from './day-text.ts'

test.each([
  ['2021-09-01', '2021-09-01'],
  ['2021.9.1', '2021-09-01'],
  ['2021/9/30', '2021-09-30'],
  ['2021年9月1日', '2021-09-01'],
  ['２０２１．９．１', '2021-09-01'],
  ['20210901', '2021-09-01'],
  [' 2021 年 9 月 ', '2021-09-01'],
  ['2021.9', '2021-09-01'],
])('%j means %s', (text, day) => {
  expect(dayFromText(text)).toBe(day)
})

test.each(['', '2021', '2021-13-01', '2021-2-29', '20210230', '昨天', '1.9.2021', '2021-9-1-1'])(
  '%j means no day',
  (text) => {
    expect(dayFromText(text)).toBeNull()
  },
)

test('every day is read back from each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (offset) => {
      const day = addDays('1960-01-01' as Day, offset)
      const [y, m, d] = day.split('-').map(Number)
      for (const text of [day, `${y}.${m}.${d}`, `${y}年${m}月${d}日`, day.replaceAll('-', '')]) {
        expect(dayFromText(text)).toBe(day)
      }
    }),
  )
})
