// Free text: what is kept, what is dropped, what means nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief } from '../../../../test/workbooks/parsed-words.ts'
import { formatText, parseName, parseText } from './parse-text.ts'
import type { Cell } from './table.ts'

describe('A text', () => {
  test.each<[Cell, unknown]>([
    ['  榆康社区　活动室 ', '榆康社区 活动室'],
    ['第一行\r\n第二行', '第一行 第二行'],
    ['零\u200b宽\ufeff字', '零宽字'],
    ['控\u0000制\u0007符', '控制符'],
    ['（全角）“引号”', '（全角）“引号”'],
    ["'0012", '0012'],
    [12, '12'],
    ['无', null],
    ['暂无', null],
    ['/', null],
    ['——', null],
    ['N/A', null],
    ['不详', null],
    ["'无", '无'],
    ['乱\ufffd码', 'problem'],
    ['锟斤拷', 'problem'],
    ['长'.repeat(51), 'problem'],
    [{ error: '#REF!' }, 'problem'],
  ])('%j is %j', (cell, expected) => {
    expect(brief(parseText(cell, 50))).toEqual(expected)
  })
  test('may keep its lines', () => {
    expect(parseText('一、甲\r\n\n 二、乙 ', 50, true)).toEqual({ ok: '一、甲\n\n二、乙' })
  })
  test('of a name has no blanks between characters', () => {
    expect(parseName('张　三', 40)).toEqual({ ok: '张三' })
    expect(parseName('Tom Li 舞蹈队', 40)).toEqual({ ok: 'Tom Li 舞蹈队' })
  })
  test('exported is imported unchanged, also 无 and texts that begin with an apostrophe', () => {
    const text = fc.oneof(
      fc.constantFrom('无', '不详', '/', "'", "''x", '—'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    )
    fc.assert(
      fc.property(text, fc.boolean(), (raw, multiline) => {
        const first = parseText(raw, 100, multiline)
        if ('problem' in first || first.ok === null) return
        expect(parseText(formatText(first.ok), 100, multiline)).toEqual({ ok: first.ok })
      }),
      { numRuns: 1000 },
    )
  })
})
