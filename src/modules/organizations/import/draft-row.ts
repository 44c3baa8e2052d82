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
  /** Cell of each matched field: C7. */
  cells: Partial<Record<FieldId, string>>
  problems: Remark[]
  warnings: Remark[]
}

export type MatchedColumn = { index: number; field: FieldId }

/** `row` is zero-based, as in the table. */
export function readRow(row: number, cells: readonly Cell[], columns: readonly MatchedColumn[]): DraftRow {
  const draft: DraftRow = { row: row + 1, given: {}, cells: {}, problems: [], warnings: [] }
  for (const { index, field } of columns) readCell(draft, field, cells[index] ?? null, cellName(row, index))
  return draft
}

function readCell(draft: DraftRow, field: FieldId, cell: Cell, name: string): void {
  draft.cells[field] = name
  if (isBlank(cell)) return
  const parsed: Parsed<unknown> = parsers[field](cell)
  if (isProblem(parsed)) draft.problems.push({ cell: name, message: parsed.problem })
  else {
    if (parsed.warning) draft.warnings.push({ cell: name, message: parsed.warning })
    if (parsed.ok !== null) Object.assign(draft.given, { [field]: parsed.ok })
  }
}
