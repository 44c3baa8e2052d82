// Numbers of people in every notation.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, chinese } from '../../../../test/workbooks/parsed-words.ts'
import { chineseNumber } from './chinese-number.ts'
import { parseCount } from './parse-count.ts'
import type { Cell } from './table.ts'

describe('A number of people', () => {
  test.each<[Cell, unknown]>([
    [35, 35],
    ['35', 35],
    ['35人', 35],
    ['３５', 35],
    [' 35 名', 35],
    ['35.0', 35],
    ['1,200', 1200],
    ['1，200人', 1200],
    ['三十五', 35],
    ['一百零二人', 102],
    ['两百', 200],
    ['十二', 12],
    ['共35人', 35],
    ['约35人', [35, '?']],
    ['30余人', [30, '?']],
    ['三十多人', [30, '?']],
    ['35人左右', [35, '?']],
    ['50+', [50, '?']],
    ['0', 0],
    ['无', 0],
    [null, null],
    ['/', null],
    ['不详', null],
    ['—', null],
    [-3, 'problem'],
    ['-3', 'problem'],
    [35.5, 'problem'],
    ['35.5', 'problem'],
    ['30-40人', 'problem'],
    ['男10女25', 'problem'],
    ['很多', 'problem'],
    ['1e3', 'problem'],
    ['12,34', 'problem'],
    [2_000_000, 'problem'],
    [{ day: '1900-02-04', precision: 'day' }, 'problem'],
    [{ error: '#REF!' }, 'problem'],
  ])('%j is %j', (cell, expected) => {
    expect(brief(parseCount(cell, 1_000_000))).toEqual(expected)
  })

  test('says what was read', () => {
    expect(parseCount('很多', 100)).toEqual({ problem: '读到“很多”，应为整数，例如 35' })
    expect(parseCount('约35人', 100)).toEqual({ ok: 35, warning: '“约35人”按 35 读取' })
  })

  test('in any notation is the same number', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (n) => {
        for (const cell of [n, String(n), `${n}人`, n.toLocaleString('en-US'), `${n}.0`]) {
          expect(parseCount(cell, 1_000_000)).toEqual({ ok: n })
        }
      }),
    )
  })

  test('in Chinese is read like the naive way of writing it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (n) => chineseNumber(chinese(n)) === n))
    expect([
      chineseNumber('一万二千'),
      chineseNumber('三千零五'),
      chineseNumber('百'),
      chineseNumber('三五'),
    ]).toEqual([12_000, 3005, 100, null])
  })
})
