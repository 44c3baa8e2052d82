// One row of a table as the register would take it: each matched cell read, problems and warnings by cell.
import type { FieldId } from './fields.ts'
import { isProblem, type Parsed } from './parsed.ts'
import { type FieldValues, parsers } from './read-field.ts'
import { type Cell, cellName, isBlank } from './table.ts'

export type Remark = { cell: string; message: string }

/** `given`: fields whose cell says something; the others leave the register as it is. */
export type DraftRow = {
  /** Row number as people count, from 1. */
  row: number
  given: Partial<FieldValues>
  /** The same for all rows of a table; see `cellOf`. */
  columns: readonly MatchedColumn[]
  problems: Remark[]
  warnings: Remark[]
}

export type MatchedColumn = { index: number; field: FieldId }

/** `row` is zero-based, as in the table. */
export function readRow(row: number, cells: readonly Cell[], columns: readonly MatchedColumn[]): DraftRow {
  const draft: DraftRow = { row: row + 1, given: {}, columns, problems: [], warnings: [] }
  for (const column of columns) readCell(draft, column, cells[column.index] ?? null)
  return draft
}

/** C7, the cell of the first of these fields that has a column; '' when none has. */
export function cellOf({ row, columns }: DraftRow, ...fields: FieldId[]): string {
  for (const field of fields) {
    const column = columns.find((known) => known.field === field)
    if (column) return cellName(row - 1, column.index)
  }
  return ''
}

function readCell(draft: DraftRow, { index, field }: MatchedColumn, cell: Cell): void {
  if (isBlank(cell)) return
  const parsed: Parsed<unknown> = parsers[field](cell)
  const remark = (message: string): Remark => ({ cell: cellName(draft.row - 1, index), message })
  if (isProblem(parsed)) draft.problems.push(remark(parsed.problem))
  else {
    if (parsed.warning) draft.warnings.push(remark(parsed.warning))
    if (parsed.ok !== null) Object.assign(draft.given, { [field]: parsed.ok })
  }
}
