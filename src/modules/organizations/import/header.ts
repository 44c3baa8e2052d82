// Understands a table: where its headings are, which rows are data, and what was left out and why.
import { type RowContext, rowContext, type SkippedRow, skipAbove, skipWithin } from './data-rows.ts'
import { blockOf, findBlock, type HeaderBlock } from './header-block.ts'
import { filledRows } from './merged.ts'
import { type Cell, isBlank, shownText, type Table } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Column = {
  /** Zero-based place in the sheet. */
  index: number
  /** Headings from the top row down: ["负责人", "姓名"]. */
  path: string[]
  hidden: boolean
  /** Up to twenty values, as shown, for people and for matching. */
  samples: string[]
}

/** All row numbers are zero-based. */
export type Header = {
  headerRows: [first: number, last: number]
  columns: Column[]
  /** First and last row that may hold data; `dataTo` is below `dataFrom` when there is none. */
  dataFrom: number
  dataTo: number
  /** Rows of data between them, without the skipped ones. */
  dataCount: number
  skipped: SkippedRow[]
}

/** Finds headings and data, or null when no row looks like headings. */
export function findHeader(table: Table, vocabulary: Vocabulary): Header | null {
  const block = findBlock(table, vocabulary)
  return block && describe(table, block, vocabulary)
}

/** The same with header rows that a person chose (zero-based, both included). */
export const headerAt = (table: Table, first: number, last: number, vocabulary: Vocabulary): Header =>
  describe(table, blockOf(table, first, last, vocabulary), vocabulary)

/** The rows of data with their zero-based numbers; vertically merged values are given to every row that they cover. */
export function* dataRows(table: Table, header: Header): Generator<{ row: number; cells: readonly Cell[] }> {
  const skipped = new Set(header.skipped.map(({ row }) => row))
  const cellsOf = filledRows(table, header.dataFrom)
  for (let row = header.dataFrom; row <= header.dataTo; row++) {
    if (!skipped.has(row)) yield { row, cells: cellsOf(row) }
  }
}

function describe(table: Table, block: HeaderBlock, vocabulary: Vocabulary): Header {
  const context = rowContext(table, block.paths, block.last + 1, vocabulary)
  const skipped = [...titles(table, block.first)]
  const dataFrom = skipCodes(context, block.last + 1, skipped)
  const data: number[] = []
  for (let row = dataFrom; row < table.rows.length; row++) {
    const reason = skipWithin(context, row)
    if (reason === null) data.push(row)
    else skipped.push({ row, reason, text: rowText(table, row) })
  }
  return {
    headerRows: [block.first, block.last],
    columns: columnsOf(table, block, data),
    dataFrom,
    dataTo: data.at(-1) ?? dataFrom - 1,
    dataCount: data.length,
    skipped,
  }
}

function* titles(table: Table, first: number): Generator<SkippedRow> {
  for (let row = 0; row < first; row++) {
    const text = rowText(table, row)
    if (text !== '') yield { row, reason: 'title', text }
  }
}

/** Codes, numbering, filling-in rules and examples stand directly below the headings. */
function skipCodes(context: RowContext, from: number, skipped: SkippedRow[]): number {
  let row = from
  for (; row < context.table.rows.length; row++) {
    const reason = skipAbove(context, row)
    if (reason === null) break
    skipped.push({ row, reason, text: rowText(context.table, row) })
  }
  return row
}

function columnsOf(table: Table, { paths }: HeaderBlock, data: readonly number[]): Column[] {
  const hidden = new Set(table.hiddenColumns ?? [])
  return paths.flatMap((path, index) => {
    const samples = samplesOf(table, index, data)
    return path.length === 0 && samples.length === 0
      ? []
      : [{ index, path, hidden: hidden.has(index), samples }]
  })
}

function samplesOf(table: Table, column: number, data: readonly number[]): string[] {
  const samples = new Set<string>()
  for (const row of data.slice(0, 400)) {
    const cell = table.rows[row]?.[column]
    if (!isBlank(cell)) samples.add(shownText(cell).slice(0, 60))
    if (samples.size >= 20) break
  }
  return [...samples]
}

const rowText = (table: Table, row: number): string =>
  (table.rows[row] ?? []).map(shownText).filter(Boolean).join(' ').slice(0, 120)
