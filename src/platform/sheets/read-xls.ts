// Reads the old binary .xls (BIFF): parsed in a thread apart, then held to the same limits as every other workbook.
import { type Budget, Grid, newBudget } from './grid.ts'
import type { SheetLimits } from './limits.ts'
import { formatShows, type Shown } from './number-format.ts'
import { tooManySheets } from './refusals.ts'
import { dateCell } from './serial-day.ts'
import { emptySheet, type Sheet, type Workbook } from './workbook.ts'
import { type ParsedSheet, parseXls } from './xls-parse.ts'

/** Reads all sheets. Throws a Problem when the file is encrypted, broken, no workbook or too large. */
export async function readXls(bytes: Uint8Array, limits: SheetLimits): Promise<Workbook> {
  const { sheets, is1904 } = await parseXls(bytes)
  if (sheets.length > limits.sheets) throw tooManySheets(sheets.length, limits.sheets)
  const reading: Reading = { limits, budget: newBudget(), is1904, shown: new Map([['', 'day']]) }
  return { kind: 'xls', sheets: sheets.map((sheet) => fill(sheet, reading)) }
}

type Reading = { limits: SheetLimits; budget: Budget; is1904: boolean; shown: Map<string, Shown> }

function fill(source: ParsedSheet, reading: Reading): Sheet {
  const { name, hidden, rows, formats } = source
  const grid = new Grid({ ...emptySheet(name), hidden }, reading.limits, reading.budget)
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      const code = typeof value === 'number' ? formats.get(row * 16_384 + column) : undefined
      const isDate = code !== undefined && typeof value === 'number'
      grid.put(row, column, isDate ? dateCell(value, shownBy(code, reading), reading.is1904) : value)
    })
  })
  for (const merge of source.merges) grid.merge(merge)
  for (const row of source.hiddenRows) grid.hideRow(row)
  for (const column of source.hiddenColumns) grid.hideColumns(column, column)
  return grid.finish()
}

function shownBy(code: string, { shown }: Reading): Shown {
  let found = shown.get(code)
  if (found === undefined) {
    found = formatShows(code)
    shown.set(code, found)
  }
  return found
}
