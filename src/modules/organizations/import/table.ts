// A table as it was read from a spreadsheet, and how its cells are looked at. Knows nothing of files.

/** How much of a date is given. */
export type Precision = 'day' | 'month' | 'year'
/** A date cell; `day` is a whole ISO day, the first of the month or year when less is given. */
export type DayCell = { day: string; precision: Precision; time?: string }
export type ErrorCell = { error: string }
export type Cell = string | number | boolean | null | DayCell | ErrorCell

/** A merged rectangle: zero-based, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number }

/** What `readWorkbook` returns for each sheet satisfies this. */
export type Table = {
  name: string
  hidden: boolean
  rows: readonly (readonly Cell[])[]
  merges: readonly Merge[]
  hiddenRows?: readonly number[]
  hiddenColumns?: readonly number[]
}

export const cellAt = (table: Table, row: number, column: number): Cell => table.rows[row]?.[column] ?? null

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && !/\S/.test(cell))

/** The cell as a person reads it, on one line. */
export function shownText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.replace(/\s+/g, ' ').trim()
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return 'error' in cell ? cell.error : shownDay(cell)
}

/** 2021-09-01, 2021年9月 or 2021年. */
export function shownDay({ day, precision }: DayCell): string {
  if (precision === 'day') return day
  return precision === 'month' ? `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月` : `${day.slice(0, 4)}年`
}

/** A heading without line breaks and blanks: 联系⏎电话 → 联系电话; single blanks between Latin words stay. */
export const tightText = (cell: Cell | undefined): string =>
  shownText(cell).replace(/(?<![\w.]) | (?![\w.])/g, '')

/** A: 0, AA: 26; the way people name places in a sheet. */
export function cellName(row: number, column: number): string {
  let name = ''
  for (let c = column; c >= 0; c = Math.floor(c / 26) - 1) name = String.fromCharCode(65 + (c % 26)) + name
  return `${name}${row + 1}`
}
