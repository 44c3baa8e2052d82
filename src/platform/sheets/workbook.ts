// What a spreadsheet file holds once it has been read: plain values that survive JSON, whatever the format was.

/** How much of a date the cell shows: 2021年9月1日, 2021年9月, 2021年. */
export type Precision = 'day' | 'month' | 'year'

/** A date; `day` is always a whole ISO day (the first of the month or year when less is shown), `time` is HH:MM. */
export type DayCell = { day: string; precision: Precision; time?: string }

/** A formula that failed (`#REF!`) or was never computed. */
export type ErrorCell = { error: string }

export type Cell = string | number | boolean | null | DayCell | ErrorCell

/** A merged rectangle: zero-based, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number }

export type Sheet = {
  name: string
  hidden: boolean
  /** `rows[r][c]`, zero-based as in the sheet; trailing empty rows and cells are cut, gaps are null or []. */
  rows: Cell[][]
  merges: Merge[]
  hiddenRows: number[]
  hiddenColumns: number[]
}

/** What the bytes are; `html` and `xml` are tables saved under the name .xls. */
export type WorkbookKind = 'xlsx' | 'xls' | 'csv' | 'html' | 'xml'

export type Workbook = {
  kind: WorkbookKind
  /** For texts: which encoding was found. */
  encoding?: string
  sheets: Sheet[]
}

/** An empty sheet with that name. */
export const emptySheet = (name: string): Sheet => ({
  name,
  hidden: false,
  rows: [],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
})

/** Where a cell is, in the words that people use: 名录!C7. `row` and `column` are zero-based. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
