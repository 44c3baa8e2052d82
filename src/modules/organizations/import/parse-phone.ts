// Telephone numbers: mobile or landline, several in one cell, full-width, with blanks, or masked.
import { mismatch, nothing, type Parsed, readPlain, saysNone, saysUnknown } from './parsed.ts'
import type { Cell } from './table.ts'

const mobile = /^1[3-9]\d{9}$/
const landline = /^(?:(0\d{2,3})-?)?([2-9]\d{6,7})(?:(?:-|转|分机)(\d{1,6}))?$/
const service = /^(?:400-?\d{3}-?\d{4}|12\d{3}|9[56]\d{3,4})$/
const masked = /^1\d{2}[*x×]{4}\d{4}$/i
const expected = '手机号（11 位）或带区号的固定电话'

/**
 * Reads the first valid number: mobile as 11 digits, landline as 0512-53530000. A masked one comes back as
 * 138****1234, to be compared with what is on record (`masking.ts`).
 */
export function parsePhone(cell: Cell): Parsed<string> {
  const read = readPlain(cell)
  if ('problem' in read) return read
  const { text } = read
  if (text === '' || saysNone(text) || saysUnknown(text)) return nothing
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text))
    return { problem: `读到“${text}”，号码被显示成了科学计数法，请把单元格格式改为“文本”后重填` }
  const numbers = candidates(text).flatMap((part) => asPhone(part) ?? [])
  const [first] = numbers
  if (first === undefined) return refusal(text)
  if (numbers.length > 1) return { ok: first, warning: `有 ${numbers.length} 个号码，只取第一个 ${first}` }
  return onlyDigits(first) === onlyDigits(text.replace(/^\(?(\+|00)86/, '')) || masked.test(first)
    ? { ok: first }
    : { ok: first, warning: `“${text}”按 ${first} 读取` }
}

/** The text as a whole, else cut at separators, else every run of digits in it. */
function candidates(text: string): string[] {
  const whole = clean(text)
  if (asPhone(whole)) return [whole]
  const parts = text.split(/[、,，;；|\n]|或|和|\/| (?=1[3-9]\d|0\d{2,3}-)/).map(clean)
  if (parts.some((part) => asPhone(part))) return parts
  return (
    text.match(/(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)|(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g)?.map(clean) ?? []
  )
}

const clean = (text: string): string =>
  text
    .replace(/^\D*?(?=[+(0-9])/, (label) => (/^[\p{Script=Han}:\s]*$/u.test(label) ? '' : label))
    .replace(/^\(?(\+|00)86\)?-?/, '')
    .replace(/[()（）]/g, '-')
    .replace(/\s+/g, '')
    .replace(/[–—－―]/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/-{2,}/g, '-')

function asPhone(text: string): string | null {
  if (masked.test(text)) return `${text.slice(0, 3)}****${text.slice(-4)}`
  const digits = text.replace(/-/g, '')
  if (mobile.test(digits)) return digits
  if (service.test(text)) return text
  const found = landline.exec(text)
  if (!found) return null
  const [, area, number = '', extension] = found
  return [area, number, extension].filter(Boolean).join('-')
}

const onlyDigits = (text: string): string => text.replace(/\D/g, '')

function refusal(text: string): Parsed<string> {
  const digits = onlyDigits(text)
  if (/^1\d*$/.test(digits) && digits.length >= 8 && digits.length <= 14) {
    return mismatch(text, `${expected}（现在是 ${digits.length} 位）`)
  }
  return mismatch(text, expected)
}
