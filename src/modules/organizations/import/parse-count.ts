// Whole numbers as people write them: 35人, ３５, 约35人, 三十五, 1,200, 35.0.
import { chineseNumber } from './chinese-number.ts'
import { mismatch, nothing, type Parsed, readPlain, saysUnknown } from './parsed.ts'
import type { Cell } from './table.ts'

const expected = '整数，例如 35'

/** Reads a number of people or things from 0 to `most`. 无 is 0, / and 不详 are null. */
export function parseCount(cell: Cell, most: number): Parsed<number> {
  if (typeof cell === 'number') return checked(cell, String(cell), most)
  if (typeof cell === 'object' && cell !== null && 'day' in cell) {
    return { problem: `读到日期 ${cell.day}，应为${expected}；请把单元格格式改为“常规”` }
  }
  const read = readPlain(cell)
  if ('problem' in read) return read
  const text = read.text.replace(/\s+/g, '')
  if (/^(无|没有|零)[人名个位]?$/.test(text)) return { ok: 0 }
  if (text === '' || saysUnknown(text) || /^([-—–/\\.]+|暂无|不适用|n\/?a|空|未填)$/i.test(text))
    return nothing
  return fromText(text, most)
}

const about =
  /^(大?约|将近|近|大概|超过?|共|共有|现有|有)?(.+?)(多|余|来|几)?(人次|人|名|个|位|户|家|口)?(余|多)?(左右|以上|上下|\+)?$/

function fromText(text: string, most: number): Parsed<number> {
  const found = about.exec(text.replace(/[。.]$/, ''))
  const number = found ? numberOf(found[2] ?? '') : null
  if (!found || number === null) return mismatch(text, expected)
  const parsed = checked(number, text, most)
  const vague = /约|近|大概|超|余|多|来|几|左右|以上|上下|\+/.test(text.replace(found[2] ?? '', ''))
  return vague && 'ok' in parsed ? { ok: number, warning: `“${text}”按 ${number} 读取` } : parsed
}

function numberOf(text: string): number | null {
  const plain = /^\d{1,3}([,，]\d{3})+(\.0+)?$/.test(text) ? text.replace(/[,，]/g, '') : text
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  return chineseNumber(text)
}

function checked(number: number, read: string, most: number): Parsed<number> {
  if (number < 0) return mismatch(read, '不小于 0 的整数')
  if (!Number.isInteger(number)) return mismatch(read, expected)
  if (number > most) return mismatch(read, `不超过 ${most} 的整数`)
  return { ok: number }
}
