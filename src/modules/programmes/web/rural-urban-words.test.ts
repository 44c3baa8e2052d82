// Small numbers of rural beside urban keep two decimals and never read as nothing.
import { expect, it } from 'vitest'
import { numberOr } from './rural-urban-words.ts'

it.each([
  [null, '—'],
  [0, '0'],
  [0.004, '不到 0.01'],
  [0.039, '0.03'],
  [2, '2'],
  [2.999, '2.99'],
  [0.57, '0.57'],
  [12.39, '12.3'],
  [12345.6, '12,345.6'],
])('%s reads %s', (value, words) => {
  expect(numberOr(value)).toBe(words)
})
