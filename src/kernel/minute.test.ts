// Minutes by the clock in China: which texts are one, and how a span of them reads.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asMinute, type Minute, minuteOf, spanWords } from './minute.ts'
import type { Instant } from './time.ts'

test('a minute is a day that exists and a time on its clock', () => {
  for (const text of ['2023-09-01T14:00', '2024-02-29T00:00', '2023-12-31T23:59'])
    expect(asMinute(text)).toBe(text)
  for (const text of [
    '2023-09-01',
    '2023-02-29T10:00',
    '2023-09-01T24:00',
    '2023-09-01 14:00',
    '2023-09-01T14:00Z',
  ])
    expect(asMinute(text)).toBeNull()
})

test('an instant falls in the minute that clocks in China show', () => {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  const instants = fc.date({ min: new Date('1995-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (date) => {
      expect(minuteOf(date.toISOString() as Instant)).toBe(shown.format(date).replace(' ', 'T'))
    }),
  )
})

test('a span names the day once, both days across midnight, and another year', () => {
  const span = (from: string, to: string) => spanWords(from as Minute, to as Minute, 2023)
  expect(span('2023-09-01T14:00', '2023-09-01T16:30')).toBe('9 月 1 日（周五）14:00–16:30')
  expect(span('2023-12-31T22:00', '2024-01-01T00:30')).toBe(
    '12 月 31 日（周日）22:00–2024 年 1 月 1 日（周一）00:30',
  )
})
