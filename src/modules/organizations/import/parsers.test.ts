// Reading values as people write them: each style by example, and back and forth by property.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumber } from './chinese-number.ts'
import { parseChoiceField } from './choice-tables.ts'
import { isValidUnifiedCode, parseUnifiedCode } from './parse-code.ts'
import { parseCount } from './parse-count.ts'
import { formatDay, parseDay } from './parse-day.ts'
import { parseFlag } from './parse-flag.ts'
import { parsePhone } from './parse-phone.ts'
import { formatText, parseName, parseText } from './parse-text.ts'
import type { Parsed } from './parsed.ts'
import type { Cell } from './table.ts'

/** The value, or "problem", with "?" behind when there is a warning. */
const brief = (parsed: Parsed<unknown>): unknown => {
  if ('problem' in parsed) return 'problem'
  return parsed.warning ? [parsed.ok, '?'] : parsed.ok
}

describe('A day', () => {
  const day = (cell: Cell): unknown => {
    const parsed = parseDay(cell)
    if ('problem' in parsed) return 'problem'
    const text = parsed.ok && `${parsed.ok.day} ${parsed.ok.precision}`
    return parsed.warning ? `${text}?` : text
  }
  test.each<[Cell, unknown]>([
    ['2021年9月1日', '2021-09-01 day'],
    ['2021-9-1', '2021-09-01 day'],
    ['2021/09/01', '2021-09-01 day'],
    ['2021.9.1', '2021-09-01 day'],
    ['２０２１．９．１', '2021-09-01 day'],
    ['2021、9、1', '2021-09-01 day'],
    ['20210901', '2021-09-01 day'],
    [20_210_901, '2021-09-01 day'],
    ['2021-09-01 08:30:00', '2021-09-01 day'],
    ['2021-09-01T00:00:00', '2021-09-01 day'],
    ['2021 年 9 月 1 日', '2021-09-01 day'],
    ['2021年9月1日星期三', '2021-09-01 day'],
    ['二〇二一年九月一日', '2021-09-01 day'],
    ['二○二一年十二月二十一日', '2021-12-21 day'],
    ['二零二一年九月', '2021-09-01 month'],
    ['二〇二一年', '2021-01-01 year'],
    ['2021.9', '2021-09-01 month'],
    ['2021.10', '2021-10-01 month'],
    ['2021.09', '2021-09-01 month'],
    ['2021/9', '2021-09-01 month'],
    ['2021-09', '2021-09-01 month'],
    ['2021年9月', '2021-09-01 month'],
    ['2021年9月份', '2021-09-01 month'],
    ['202109', '2021-09-01 month'],
    [2021.9, '2021-09-01 month'],
    [2021.12, '2021-12-01 month'],
    [2021.1, '2021-01-01 month?'],
    ['2021', '2021-01-01 year'],
    ['2021年', '2021-01-01 year'],
    [2021, '2021-01-01 year'],
    [44_440, '2021-09-01 day?'],
    ['44440', '2021-09-01 day?'],
    ['98年5月', '1998-05-01 month?'],
    ['21.9.1', '2021-09-01 day?'],
    ['9/1/2021', '2021-09-01 day?'],
    ['13/9/2021', '2021-09-13 day'],
    ['2021年9月左右', '2021-09-01 month?'],
    ['约2021年', '2021-01-01 year?'],
    ['2021年9月初', '2021-09-01 month?'],
    [{ day: '2021-09-01', precision: 'month' }, '2021-09-01 month'],
    [null, null],
    ['', null],
    ['/', null],
    ['不详', null],
    ['去年', 'problem'],
    ['2021年2月30日', 'problem'],
    ['2021.13', 'problem'],
    [2021.13, 'problem'],
    ['2021-2023', 'problem'],
    ['1021年', 'problem'],
    ['成立多年', 'problem'],
    [35, 'problem'],
    [true, 'problem'],
    [{ error: '#REF!' }, 'problem'],
  ])('%j is %s', (cell, expected) => {
    expect(day(cell)).toBe(expected)
  })

  test('of the 1904 system is told by its serial', () => {
    expect(brief(parseDay(42_978, true))).toEqual([{ day: '2021-09-01', precision: 'day' }, '?'])
  })

  test('says what was read and what is expected', () => {
    expect(parseDay('去年')).toEqual({
      problem: '读到“去年”，应为具体的日期，例如 2021-9-1、2021年9月 或 2021年',
    })
    expect(parseDay('2021年2月30日')).toEqual({ problem: '读到“2021年2月30日”，没有这一天' })
  })

  const anyDay = fc
    .date({
      min: new Date('1900-03-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10))

  test('written in any style is the same day', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const [y = '', m = '', d = ''] = iso.split('-')
        const [month, date] = [Number(m), Number(d)]
        const styles = [
          `${y}-${month}-${date}`,
          `${y}年${month}月${date}日`,
          `${y}/${m}/${d}`,
          `${y}.${month}.${date}`,
          `${y}${m}${d}`,
          `${chineseYear(y)}年${chinese(month)}月${chinese(date)}日`,
        ]
        for (const style of styles) expect(parseDay(style)).toEqual({ ok: { day: iso, precision: 'day' } })
        expect(parseDay(`${y}.${m}`)).toEqual({ ok: { day: `${y}-${m}-01`, precision: 'month' } })
      }),
    )
  })

  test('exported is imported unchanged', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('day', 'month', 'year'), (iso, precision) => {
        const day =
          precision === 'day'
            ? iso
            : precision === 'month'
              ? `${iso.slice(0, 7)}-01`
              : `${iso.slice(0, 4)}-01-01`
        expect(parseDay(formatDay({ day, precision }))).toEqual({ ok: { day, precision } })
      }),
    )
  })
})

const numerals = '〇一二三四五六七八九'
const chineseYear = (year: string): string => [...year].map((digit) => numerals[Number(digit)]).join('')

/** Below a hundred, as people write it: 十, 二十一. */
function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? numerals[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? numerals[ones] : ''}`
}

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
      problem: '读到“1380000111”，应为11 位手机号或带区号的固定电话（现在是 10 位）',
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
