// Free text: names, places, notes. Keeps what people wrote, drops what nobody sees.
import { damaged, errorCell, invisible, nothing, type Parsed, saysNone, saysUnknown } from './parsed.ts'
import { type Cell, shownText } from './table.ts'

/**
 * Reads free text of at most `most` characters; `multiline` keeps line breaks. 无, 不详 and the like are null, unless
 * an apostrophe before them says that the word itself is meant. Full-width brackets stay as they are.
 */
export function parseText(cell: Cell, most: number, multiline = false): Parsed<string> {
  if (typeof cell === 'object' && cell !== null && 'error' in cell) return errorCell(cell.error)
  const raw = tidy(typeof cell === 'string' ? cell : shownText(cell), multiline)
  const literal = raw.startsWith("'")
  const text = literal ? raw.slice(1).trim() : raw
  if (text === '' || (!literal && (saysNone(text) || saysUnknown(text)))) return nothing
  if (/\ufffd|锟斤拷/.test(text)) return damaged(text)
  if ([...text].length > most) return { problem: `有 ${[...text].length} 个字，最多 ${most} 个字` }
  return { ok: text }
}

/** The cell text from which `parseText` reads the same value again. */
export const formatText = (text: string): string =>
  text.startsWith("'") || saysNone(text) || saysUnknown(text) ? `'${text}` : text

/** Names are one line without blanks between Chinese characters. */
export function parseName(cell: Cell, most: number): Parsed<string> {
  const parsed = parseText(cell, most)
  if ('problem' in parsed || parsed.ok === null) return parsed
  return { ok: parsed.ok.replace(/(?<=[\p{Script=Han}（）()“”]) +(?=[\p{Script=Han}（）()“”])/gu, '') }
}

/** Most cells: nothing but characters that stay as they are. */
const clean = /^[\u4e00-\u9fa5\w（）《》“”、，。；：·-]*$/

function tidy(text: string, multiline: boolean): string {
  if (clean.test(text)) return text
  const visible = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u00a0\u3000\t]/g, ' ')
  const lines = visible.split('\n').map((line) => line.replace(/ +/g, ' ').trim())
  return (multiline ? lines.join('\n') : lines.filter(Boolean).join(' ')).trim()
}
