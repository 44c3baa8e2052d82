// Telephone numbers as people write them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief } from '../../../../test/workbooks/parsed-words.ts'
import { parsePhone } from './parse-phone.ts'
import type { Cell } from './table.ts'

describe('A telephone number', () => {
  test.each<[Cell, unknown]>([
    [13_800_001_111, '13800001111'],
    ['138 0000 1111', '13800001111'],
    ['138-0000-1111', '13800001111'],
    ['１３８００００１１１１', '13800001111'],
    ["'13800001111", '13800001111'],
    ['+86 13800001111', '13800001111'],
    ['0512-53530000', '0512-53530000'],
    ['(0512)53530000', '0512-53530000'],
    ['０５１２－５３５３００００', '0512-53530000'],
    ['53530000', '53530000'],
    ['0512-53530000转801', '0512-53530000-801'],
    ['138****1234', '138****1234'],
    ['138xxxx1234', '138****1234'],
    ['13800001111、13900002222', ['13800001111', '?']],
    ['13800001111/0512-53530000', ['13800001111', '?']],
    ['13800001111 13900002222', ['13800001111', '?']],
    ['张三13800001111', '13800001111'],
    ['无', null],
    ['不详', null],
    [null, null],
    ['1380000111', 'problem'],
    ['138000011112', 'problem'],
    ['1.38E+10', 'problem'],
    ['见群公告', 'problem'],
    ['12345678901', 'problem'],
  ])('%j is %j', (cell, expected) => {
    expect(brief(parsePhone(cell))).toEqual(expected)
  })

  test('says how many digits there are', () => {
    expect(parsePhone('1380000111')).toEqual({
      problem: '读到“1380000111”，应为手机号（11 位）或带区号的固定电话（现在是 10 位）',
    })
  })

  test('that was read is read the same again', () => {
    const digits = (n: number) =>
      fc.array(fc.nat(9), { minLength: n, maxLength: n }).map((list) => list.join(''))
    const number = fc.oneof(
      fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([a, b]) => `1${a}${b}`),
      fc
        .tuple(fc.constantFrom('010', '0512', '023'), fc.integer({ min: 2, max: 9 }), digits(7))
        .map(([a, b, c]) => `${a}-${b}${c}`),
    )
    fc.assert(
      fc.property(number, (phone) => {
        expect(parsePhone(phone)).toEqual({ ok: phone })
      }),
    )
  })
})
