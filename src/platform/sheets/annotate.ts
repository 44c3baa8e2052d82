// Gives a workbook back with its faults marked: bad cells coloured, messages in a last column and as notes.
import { Buffer } from 'node:buffer'
import { mostNotes, type Note } from './annotate-notes.ts'
import type { CellEdit } from './annotate-row.ts'
import type { SheetPlan } from './annotate-sheet.ts'
import type { MarkedStyles } from './annotate-styles.ts'
import { annotateXlsx, type SheetOrder } from './annotate-xlsx.ts'
import { defaultLimits } from './limits.ts'
import { readWorkbook } from './read.ts'
import { type Cell, columnName, type Sheet, type Workbook } from './workbook.ts'
import { type SheetToWrite, writeXlsx } from './write-xlsx.ts'

/** A fault. `sheet`, `row`, `column` are zero-based as in `readWorkbook`; `column` null means the whole row. */
export type Mark = { sheet: number; row: number; column: number | null; message: string }

/** How one sheet is treated; sheets without marks and options stay as they are. */
export type SheetOptions = {
  sheet: number
  /** The lowest row of headings, zero-based: there the new column gets its title. */
  headerRow?: number
  /** Rows that the copy has, zero-based: titles, headings and the bad rows. Absent: all. */
  keepRows?: readonly number[]
}

export const messageTitle = '导入问题'

/**
 * A copy of the workbook as .xlsx. Of an xlsx everything but the marks stays as it was (when rows are dropped:
 * formulas become their values); other formats are converted, without their looks.
 *
 * @throws Problem as `readWorkbook`
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  fileName: string,
  marks: readonly Mark[],
  options: readonly SheetOptions[] = [],
): Promise<Buffer> {
  const workbook = await readWorkbook(bytes, fileName)
  const orders = ordersOf(workbook, marks, options)
  const inPlace = workbook.kind === 'xlsx' ? await annotateXlsx(bytes, orders, defaultLimits) : null
  if (inPlace) return inPlace
  const converted = await annotateXlsx(await convert(workbook), orders, { ...defaultLimits, ratio: 10_000 })
  if (!converted) throw new Error('a workbook written by us could not be marked')
  return converted
}

function ordersOf(
  workbook: Workbook,
  marks: readonly Mark[],
  options: readonly SheetOptions[],
): SheetOrder[] {
  return workbook.sheets.flatMap((sheet, index) => {
    const own = marks.filter((mark) => mark.sheet === index)
    const option = options.find((one) => one.sheet === index)
    return own.length === 0 && !option?.keepRows ? [] : [orderOf(sheet, index, own, option)]
  })
}

function orderOf(sheet: Sheet, index: number, marks: readonly Mark[], option?: SheetOptions): SheetOrder {
  const messageColumn = sheet.rows.reduce((width, row) => Math.max(width, row.length), 0)
  const keep = option?.keepRows ? new Set([...option.keepRows].sort((a, b) => a - b)) : undefined
  const kept = keep ? marks.filter(({ row }) => keep.has(row)) : marks
  const headerRow = option?.headerRow ?? Math.max(0, Math.min(...marks.map(({ row }) => row), Infinity) - 1)
  const carried = keep ? carriedDown(sheet, [...keep]) : []
  return {
    sheet: index,
    notes: notesOf(kept),
    plan: (styles): SheetPlan => ({
      edits: editsOf(kept, messageColumn, Number.isFinite(headerRow) ? headerRow : 0, styles, carried),
      messageColumn,
      ...(keep ? { keep } : {}),
    }),
  }
}

type Carried = { row: number; column: number; text: string }

/** Of a merge whose first row is dropped, the first row that stays gets the value. */
function carriedDown({ rows, merges }: Sheet, keep: readonly number[]): Carried[] {
  const kept = new Set(keep)
  return merges.flatMap(({ top, left, bottom }) => {
    const value = rows[top]?.[left]
    if (bottom === top || kept.has(top) || value === null || value === undefined) return []
    const row = firstFrom(keep, top)
    return row === undefined || row > bottom ? [] : [{ row, column: left, text: textOf(value) }]
  })
}

/** The first of ascending numbers that is not below. */
function firstFrom(ascending: readonly number[], least: number): number | undefined {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ascending[middle] ?? 0) < least) from = middle + 1
    else to = middle
  }
  return ascending[from]
}

const textOf = (value: NonNullable<Cell>): string =>
  typeof value !== 'object' ? String(value) : 'day' in value ? value.day : value.error

/** One note a cell, with all its messages. */
function notesOf(marks: readonly Mark[]): Note[] {
  const notes = new Map<string, Note>()
  for (const { row, column, message } of marks) {
    if (column === null) continue
    const key = `${row},${column}`
    const known = notes.get(key)
    if (known) known.text += `\n${message}`
    else if (notes.size < mostNotes) notes.set(key, { row, column, text: message })
  }
  return [...notes.values()]
}

function editsOf(
  marks: readonly Mark[],
  messageColumn: number,
  headerRow: number,
  styles: MarkedStyles,
  carried: readonly Carried[],
): Map<number, Map<number, CellEdit>> {
  const edits = new Map<number, Map<number, CellEdit>>()
  const change = (row: number, column: number, edit: CellEdit): void => {
    const cells = edits.get(row) ?? new Map<number, CellEdit>()
    edits.set(row, cells.set(column, { ...cells.get(column), ...edit }))
  }
  for (const { row, column, text } of carried) change(row, column, { text })
  change(headerRow, messageColumn, { text: messageTitle, restyle: styles.message })
  for (const [row, own] of byRow(marks)) {
    for (const { column } of own)
      if (column !== null) change(row, column, { restyle: (style) => styles.marked(style) })
    change(row, messageColumn, { text: own.map(sentence).join('；'), restyle: styles.message })
  }
  return edits
}

function byRow(marks: readonly Mark[]): Map<number, Mark[]> {
  const rows = new Map<number, Mark[]>()
  for (const mark of marks) {
    const own = rows.get(mark.row)
    if (own) own.push(mark)
    else rows.set(mark.row, [mark])
  }
  return rows
}

const sentence = ({ column, message }: Mark): string =>
  column === null ? message : `${columnName(column)} 列：${message}`

/** The values of any workbook as an xlsx that we can mark. */
async function convert({ sheets }: Workbook): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of writeXlsx(sheets.map(toWrite))) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const toWrite = ({ name, hidden, rows, merges }: Sheet): SheetToWrite => ({
  name,
  hidden,
  rows,
  merges,
  header: false,
  columns: widthsOf(rows).map((width) => ({ title: '', width })),
})

/** Wide enough for most values, at most forty characters. */
function widthsOf(rows: Sheet['rows']): number[] {
  const widths: number[] = []
  for (const row of rows.slice(0, 200)) {
    row.forEach((cell, column) => {
      const length = typeof cell === 'string' ? [...cell].reduce((n, c) => n + (c > '\u2e80' ? 2 : 1), 2) : 12
      widths[column] = Math.min(Math.max(widths[column] ?? 9, length), 40)
    })
  }
  return Array.from(widths, (width) => width ?? 9)
}
