// Days in every style, by example and by property.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, chinese, chineseYear } from '../../../../test/workbooks/parsed-words.ts'
import { formatDay, parseDay } from './parse-day.ts'
import type { Cell } from './table.ts'

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
