// Numbers and dates as people type them into a form.
import { expect, test } from 'vitest'
import { countFromText } from './CountInput.tsx'
import { settled } from './DayInput.tsx'

test.each([
  ['35', 35],
  ['35人', 35],
  ['３５', 35],
  ['1,200', 1200],
  ['', null],
  ['约', null],
  ['12345678901', 123456789],
])('%j counts as %j', (text, count) => {
  expect(countFromText(text)).toBe(count)
})

test('a date is rewritten when it is one, else left as typed, and emptiness is nothing', () => {
  expect(settled('2021.9.1')).toBe('2021-09-01')
  expect(settled('去年')).toBe('去年')
  expect(settled('  ')).toBeNull()
})
