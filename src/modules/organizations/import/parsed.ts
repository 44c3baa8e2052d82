// What a parser answers, and the words that mean "nothing" and "nobody knows".
import { type Cell, shownText } from './table.ts'

/**
 * `ok` is the value, null for none or unknown; `warning` tells how something odd was read. `problem` says in Chinese
 * what was read and what is expected.
 */
export type Parsed<T> = { ok: T | null; warning?: string } | { problem: string }

export type Parser<T> = (cell: Cell) => Parsed<T>

export const nothing: Parsed<never> = { ok: null }

export const isProblem = (parsed: Parsed<unknown>): parsed is { problem: string } => 'problem' in parsed

/** "读到“…”，应为…": the form of every problem. */
export const mismatch = (read: string, expected: string): { problem: string } => ({
  problem: `读到“${shorten(read)}”，应为${expected}`,
})

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

const none =
  /^(无|暂无|没有|空|空白|未填|未填写|不适用|不涉及|暂缺|缺|[-—–─―－_/\\.。·、]+|n\/?a|none|null|nil|#n\/a)$/i
const unknown =
  /^(不详|未知|不明|不清楚|不清|不知道|不了解|待定|待查|待核实|待核|待补|待补充|待完善|暂不清楚|[?？]+)$/

/** 无, 暂无, /, —, N/A: there is none. */
export const saysNone = (text: string): boolean => none.test(text)
/** 不详, 未知, ?: there may be one. */
export const saysUnknown = (text: string): boolean => unknown.test(text)

/** Half-width, trimmed text of a cell for parsers of numbers, dates and codes; a problem for errors in the sheet. */
export function readPlain(cell: Cell): { text: string } | { problem: string } {
  if (typeof cell === 'object' && cell !== null && 'error' in cell) return errorCell(cell.error)
  const text = withoutApostrophe(shownText(cell).normalize('NFKC').replace(invisible, '').trim())
  return text.includes('\ufffd') ? damaged(text) : { text }
}

export const errorCell = (error: string): { problem: string } => ({
  problem: `单元格是“${error}”，没有可用的值，请改成实际内容`,
})

export const damaged = (text: string): { problem: string } => ({
  problem: `读到“${shorten(text)}”，其中有乱码，请改正这些字`,
})

/** Zero-width and direction marks, soft hyphens, byte order marks: they come with text copied from web pages. */
export const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** '0012: the mark by which people keep a spreadsheet program from changing a code. */
export const withoutApostrophe = (text: string): string => text.replace(/^['‘’`´]/, '')
