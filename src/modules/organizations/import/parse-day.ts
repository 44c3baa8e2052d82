// Days as people write them: 2021.9, 2021年9月1日, 20210901, serial numbers, 二〇二一年九月.
import { chineseNumber, digitByDigit } from './chinese-number.ts'
import { mismatch, nothing, type Parsed, readPlain, saysNone, saysUnknown } from './parsed.ts'
import type { Cell, DayCell, Precision } from './table.ts'

/** `day` is whole (the first of the month or year when less was given); `precision` says how much was given. */
export type GivenDay = { day: string; precision: Precision }

const expected = '日期，例如 2021-9-1、2021年9月 或 2021年'

/** Reads a date between 1900 and 2100. `is1904` for serial numbers of a workbook in the 1904 system. */
export function parseDay(cell: Cell, is1904 = false): Parsed<GivenDay> {
  if (typeof cell === 'number') return fromNumber(cell, is1904)
  if (typeof cell === 'object' && cell !== null && 'day' in cell) {
    return given(cell.day.slice(0, 4), cell.day.slice(5, 7), cell.day.slice(8), cell.precision, cell.day)
  }
  const read = readPlain(cell)
  if ('problem' in read) return read
  if (read.text === '' || saysNone(read.text) || saysUnknown(read.text)) return nothing
  return fromText(read.text, is1904)
}

/** The cell from which `parseDay` reads the same again: a real date, shown as precisely as it is known. */
export const formatDay = ({ day, precision }: GivenDay): DayCell => ({ day, precision })

/** 20210901, 202109, 2021, a serial number, or 2021.9 typed as a number. */
function fromNumber(number: number, is1904: boolean): Parsed<GivenDay> {
  const text = String(number)
  if (!Number.isInteger(number) && number < 2101) return fromDecimal(text)
  if (/^\d{4,8}$/.test(text) && !/^\d{5}$|^\d{7}$/.test(text)) return fromDigits(text)
  const serial = Math.floor(number)
  if (serial < 7000 || serial > 80_000) return mismatch(text, expected)
  const day = new Date(Date.UTC(is1904 ? 1904 : 1899, is1904 ? 0 : 11, is1904 ? 1 : 30) + serial * 86_400_000)
  const iso = day.toISOString().slice(0, 10)
  return { ok: { day: iso, precision: 'day' }, warning: `数字 ${text} 按日期 ${iso} 读取` }
}

/** As a number 2021.10 has lost its zero: 2021.1 may be January or October. */
function fromDecimal(text: string): Parsed<GivenDay> {
  const [year = '', month = ''] = text.split('.')
  if (!/^\d{1,2}$/.test(month)) return mismatch(text, expected)
  const parsed = given(year, month, '1', 'month', text)
  if (month !== '1' || 'problem' in parsed) return parsed
  return { ...parsed, warning: `“${text}”按 ${year}年1月 读取；如果是10月，请写成 ${year}年10月` }
}

function fromDigits(text: string): Parsed<GivenDay> {
  const precision = text.length === 8 ? 'day' : text.length === 6 ? 'month' : 'year'
  return given(text.slice(0, 4), text.slice(4, 6) || '1', text.slice(6) || '1', precision, text)
}

function fromText(read: string, is1904: boolean): Parsed<GivenDay> {
  const vague = /左右|前后|大约|约|上旬|中旬|下旬|初|底|末/.test(read)
  const text = arabic(read)
    .replace(/左右|前后|大约|约|[上中下]旬|月?[初底末]$/g, (all) => (all.startsWith('月') ? '月' : ''))
    .replace(/(星期|周)[一二三四五六日天\d]/, '')
    .replace(/[T ]*\d{1,2}[:：时]\d{1,2}.*$/, '')
    .replace(/\s+/g, '')
  const parsed = /^\d+(\.0+)?$/.test(text) ? fromNumber(Number(text), is1904) : fromParts(text, read)
  return vague && 'ok' in parsed && parsed.ok
    ? { ok: parsed.ok, warning: `“${read}”按 ${inWords(parsed.ok)} 读取` }
    : parsed
}

const inWords = ({ day, precision }: GivenDay): string =>
  precision === 'day' ? day : precision === 'month' ? day.slice(0, 7) : day.slice(0, 4)

/** 二〇二一年九月二十一日 → 2021年9月21日. */
function arabic(text: string): string {
  return text
    .replace(/[零〇○◯一二三四五六七八九]{4}(?=年|$)/, digitByDigit)
    .replace(/[一二三四五六七八九十廿卅〇零]+(?=月|日|号|$)/g, (all) => String(chineseNumber(all) ?? all))
}

const separator = '[-./年、,，]'
const forms: readonly [RegExp, (found: RegExpExecArray, read: string) => Parsed<GivenDay>][] = [
  [
    new RegExp(`^(\\d{4})${separator}(\\d{1,2})(?:[-./月、,，]|月份)(\\d{1,2})[日号]?[.。]?$`),
    ([, y = '', m = '', d = ''], read) => given(y, m, d, 'day', read),
  ],
  [
    new RegExp(`^(\\d{4})${separator}(\\d{1,2})(?:月份?|[.。])?$`),
    ([, y = '', m = ''], read) => given(y, m, '1', 'month', read),
  ],
  [/^(\d{4})(?:年度?|[.。])$/, ([, y = ''], read) => given(y, '1', '1', 'year', read)],
  [
    /^(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/,
    ([, y = '', m = '', d = ''], read) => shortYear(y, m, d, 'day', read),
  ],
  [/^(\d{2})年(\d{1,2})月份?$/, ([, y = '', m = ''], read) => shortYear(y, m, '1', 'month', read)],
  [/^(\d{2})年$/, ([, y = ''], read) => shortYear(y, '1', '1', 'year', read)],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, ([, a = '', b = '', y = ''], read) => monthFirst(a, b, y, read)],
]

function fromParts(text: string, read: string): Parsed<GivenDay> {
  for (const [form, make] of forms) {
    const found = form.exec(text)
    if (found) return make(found, read)
  }
  if (/^(去|今|前|本|当|上|大前)年|近年|多年|前些年/.test(text)) return mismatch(read, `具体的${expected}`)
  return mismatch(read, expected)
}

/** 21.9.1 is 2021; 98年 is 1998. */
function shortYear(
  year: string,
  month: string,
  day: string,
  precision: Precision,
  read: string,
): Parsed<GivenDay> {
  const parsed = given(`${Number(year) > 49 ? 19 : 20}${year}`, month, day, precision, read)
  if ('problem' in parsed || !parsed.ok) return parsed
  return { ok: parsed.ok, warning: `“${read}”按 ${inWords(parsed.ok)} 读取` }
}

/** 9/1/2021, as programs set to English write it: month first unless that is no month. */
function monthFirst(first: string, second: string, year: string, read: string): Parsed<GivenDay> {
  const swap = Number(first) > 12
  const parsed = given(year, swap ? second : first, swap ? first : second, 'day', read)
  if ('problem' in parsed || !parsed.ok || swap || first === second || Number(second) > 12) return parsed
  return { ok: parsed.ok, warning: `“${read}”按 ${parsed.ok.day} 读取（月在前）` }
}

function given(
  year: string,
  month: string,
  day: string,
  precision: Precision,
  read: string,
): Parsed<GivenDay> {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!exists(Number(year), Number(month), Number(day))) return { problem: `读到“${read}”，没有这一天` }
  if (Number(year) < 1900 || Number(year) > 2100)
    return { problem: `读到“${read}”，年份不在 1900 至 2100 之间` }
  return { ok: { day: iso, precision } }
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function exists(year: number, month: number, day: number): boolean {
  if (!(day >= 1 && day <= (lengths[month - 1] ?? 0))) return false
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
}
