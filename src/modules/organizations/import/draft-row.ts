// One row of a table, each matched cell read, problems and warnings by cell.
import { isProblem, type Parser } from './parsed.ts'
import type { FieldValues } from './read-field.ts'
import { type Cell, cellName, isBlank } from './table.ts'

export type Remark = { cell: string; message: string }

/** `given`: fields whose cell says something; the others leave what is known as it is. */
export type DraftRow<Values extends object = FieldValues> = {
  /** Row number as people count, from 1. */
  row: number
  given: Partial<Values>
  /** The same for all rows of a table; see `cellOf`. */
  columns: readonly MatchedColumn[]
  problems: Remark[]
  warnings: Remark[]
}

export type MatchedColumn = { index: number; field: string }

/** How each field is read. */
export type Parsers<Values extends object> = { readonly [F in keyof Values]: Parser<Values[F]> }

/** `row` is zero-based, as in the table. */
export function readRow<Values extends object>(
  row: number,
  cells: readonly Cell[],
  columns: readonly MatchedColumn[],
  parsers: Parsers<Values>,
): DraftRow<Values> {
  const draft: DraftRow<Values> = { row: row + 1, given: {}, columns, problems: [], warnings: [] }
  for (const column of columns) readCell(draft, column, cells[column.index] ?? null, parsers)
  return draft
}

/** C7, the cell of the first of these fields that has a column; '' when none has. */
export function cellOf({ row, columns }: Pick<DraftRow, 'row' | 'columns'>, ...fields: string[]): string {
  for (const field of fields) {
    const column = columns.find((known) => known.field === field)
    if (column) return cellName(row - 1, column.index)
  }
  return ''
}

function readCell<Values extends object>(
  draft: DraftRow<Values>,
  { index, field }: MatchedColumn,
  cell: Cell,
  parsers: Parsers<Values>,
): void {
  const read = (parsers as Readonly<Record<string, Parser<unknown>>>)[field]
  if (!read || isBlank(cell)) return
  const parsed = read(cell)
  const remark = (message: string): Remark => ({ cell: cellName(draft.row - 1, index), message })
  if (isProblem(parsed)) draft.problems.push(remark(parsed.problem))
  else {
    if (parsed.warning) draft.warnings.push(remark(parsed.warning))
    if (parsed.ok !== null) Object.assign(draft.given, { [field]: parsed.ok })
  }
}
