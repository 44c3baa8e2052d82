// Unified social credit codes (GB 32100-2015) and the older numbers that stand in the same column.
import { nothing, type Parsed, readPlain, saysNone, saysUnknown } from './parsed.ts'
import type { Cell } from './table.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether 18 characters carry the right check character (weights 3^(i−1) mod 31, GB 32100-2015 appendix). */
export function isValidUnifiedCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

/** Reads a code; a wrong or an older one is taken with a warning, since such codes are in use (domain.md §5). */
export function parseUnifiedCode(cell: Cell): Parsed<string> {
  if (typeof cell === 'number' && cell > 999_999_999_999_999) {
    return { problem: `读到数字 ${cell}，超过 15 位的数字末尾已经丢失，请把单元格格式改为“文本”后重填` }
  }
  const read = readPlain(cell)
  if ('problem' in read) return read
  const text = read.text.toUpperCase().replace(/\s+/g, '')
  if (text === '' || saysNone(text) || saysUnknown(text)) return nothing
  if (text.length > 30) return { problem: `有 ${text.length} 个字，最多 30 个字` }
  if (isValidUnifiedCode(text)) return { ok: text }
  return { ok: text, warning: warningFor(text) }
}

function warningFor(text: string): string {
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return `“${text}”是科学计数法，代码可能不完整`
  if (text.length !== 18) return `“${text}”不是 18 位的统一社会信用代码`
  const wrong = /[^0-9A-HJ-NPQRTUWXY]/.exec(text)?.[0]
  if (wrong)
    return `“${text}”里有不该出现的“${wrong}”${wrong === 'O' ? '，可能是数字 0' : wrong === 'I' ? '，可能是数字 1' : ''}`
  return `“${text}”的校验位不对，可能抄错了一位`
}
