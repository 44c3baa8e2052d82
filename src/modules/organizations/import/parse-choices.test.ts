// Flags, closed choices and codes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief } from '../../../../test/workbooks/parsed-words.ts'
import { parseChoiceField } from './choice-tables.ts'
import { isValidUnifiedCode, parseUnifiedCode } from './parse-code.ts'
import { parseFlag } from './parse-flag.ts'
import type { Cell } from './table.ts'

describe('A flag', () => {
  test.each<[unknown, Cell[]]>([
    [true, ['是', '有', '√', '✔', '已建', '已建立', 'Y', true, 1, '有 ']],
    [false, ['否', '无', '×', '未建', '没有', 'N', false, 0, '☐']],
    [null, ['不详', '/', '—', null, '', '?', '不清楚']],
    ['problem', ['可能', '3', { error: '#N/A' }]],
  ])('%j', (expected, cells) => {
    expect(cells.map((cell) => brief(parseFlag(cell)))).toEqual(cells.map(() => expected))
  })
})

describe('A choice', () => {
  test.each([
    ['category', '公益慈善类', 'charity'],
    ['category', '1.邻里互助', 'mutualHelp'],
    ['category', '文体类', ['culture', '?']],
    ['category', '舞蹈', 'problem'],
    ['category', '', null],
    ['tier', '已备案', 'filed'],
    ['tier', '登记', 'registered'],
    ['legalForm', '民办非企业单位', 'serviceAgency'],
    ['legalForm', '社会服务机构(民办非企业单位)', 'serviceAgency'],
    ['legalForm', '无', 'none'],
    ['status', '注销', 'ended'],
    ['partyBranch', '是', 'own'],
    ['partyBranch', '联合党支部', 'joint'],
    ['partyBranch', '否', 'none'],
    ['partyBranch', '不详', null],
  ] as const)('of %s: %s', (field, text, expected) => {
    expect(brief(parseChoiceField(field, text))).toEqual(expected)
  })
  test('names what may be chosen', () => {
    expect(parseChoiceField('tier', '管理')).toEqual({
      problem: '读到“管理”，应为“登记”“备案”“指导管理”之一',
    })
  })
})

describe('A code', () => {
  test.each(['51440113MJK000014R', '52341302MJY000028A', '53110101500000031Y', '52320585MJ0000106T'])(
    '%s is valid',
    (code) => {
      expect(parseUnifiedCode(code)).toEqual({ ok: code })
      expect(parseUnifiedCode(`'${code.toLowerCase()} `)).toEqual({ ok: code })
    },
  )
  test('that is wrong is kept with a warning', () => {
    expect(brief(parseUnifiedCode('91350203M0001QAY9B'))).toEqual(['91350203M0001QAY9B', '?'])
    expect(brief(parseUnifiedCode('苏太社证字第010001号'))).toEqual(['苏太社证字第010001号', '?'])
    expect(parseUnifiedCode('5144O113MJK000014R')).toMatchObject({
      warning: expect.stringContaining('可能是数字 0'),
    })
  })
  test('typed as a number has lost its end', () => {
    expect(brief(parseUnifiedCode(440_106_195_803_120_000))).toBe('problem')
  })
  test('with one character changed is never valid', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(16), fc.nat(30), (at, change) => {
        const code = '51440113MJK000014R'
        const changed = `${code.slice(0, at)}${alphabet[change]}${code.slice(at + 1)}`
        expect(isValidUnifiedCode(changed)).toBe(changed === code)
      }),
    )
  })
})
