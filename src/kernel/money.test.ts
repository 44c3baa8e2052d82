// Money between 分 and what people write.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenFromYuan, yuanText } from './money.ts'

test.each([
  ['1200', 120_000],
  ['1,200.5', 120_050],
  ['¥ 0.01', 1],
  ['３０００元', 300_000],
  ['-5', null],
  ['1.234', null],
  ['约 500', null],
  ['', null],
])('%j is %j 分', (text, fen) => {
  expect(fenFromYuan(text)).toBe(fen)
})

test('what is written is read back to the 分', () => {
  fc.assert(fc.property(fc.nat({ max: 2 ** 31 }), (fen) => fenFromYuan(yuanText(fen)) === fen))
})
