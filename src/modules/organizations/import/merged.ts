// Looks through merged cells: which text stands over a place, and which values a row really has.
import { type Cell, cellAt, isBlank, type Merge, type Table, tightText } from './table.ts'

/** Lawful merges do not overlap; a file in which they do must not keep us busy. */
const mostPlaces = 200_000

/** Answers for the first rows of a table, where headings are. */
export class MergedView {
  private readonly table: Table
  private readonly merges = new Map<number, Merge>()
  private places = 0

  constructor(table: Table, rows: number) {
    this.table = table
    for (const merge of table.merges) this.index(merge, rows)
  }

  mergeAt(row: number, column: number): Merge | undefined {
    return this.merges.get(row * 16_384 + column)
  }

  /** The text that a person sees at the place, the merged cell's when it belongs to one. */
  text(row: number, column: number): string {
    const merge = this.mergeAt(row, column)
    return tightText(merge ? cellAt(this.table, merge.top, merge.left) : cellAt(this.table, row, column))
  }

  /** True where a value is written, false where a merged cell only reaches. */
  isOwn(row: number, column: number): boolean {
    const merge = this.mergeAt(row, column)
    if (merge && (merge.top !== row || merge.left !== column)) return false
    return !isBlank(cellAt(this.table, row, column))
  }

  private index(merge: Merge, rows: number): void {
    const bottom = Math.min(merge.bottom, rows)
    const right = Math.min(merge.right, merge.left + 400)
    for (let row = merge.top; row <= bottom && this.places < mostPlaces; row++) {
      this.places += right - merge.left + 1
      for (let column = merge.left; column <= right; column++) this.merges.set(row * 16_384 + column, merge)
    }
  }
}

/**
 * The value that each place of a column has below a vertical merge (one 街道 beside its ten organizations). Returns a
 * function row → cells; cells that belong to no such merge are returned as they are.
 */
export function filledRows(table: Table, dataFrom: number): (row: number) => readonly Cell[] {
  const fills = new Map<number, { column: number; value: Cell }[]>()
  /** How far each column is covered: merges come in the order of their rows, one that overlaps is left out. */
  const reached = new Map<number, number>()
  for (const { top, left, bottom } of [...table.merges].sort((a, b) => a.top - b.top)) {
    if (top < dataFrom || bottom === top) continue
    const value = cellAt(table, top, left)
    if (isBlank(value) || top <= (reached.get(left) ?? -1)) continue
    reached.set(left, bottom)
    for (let row = top + 1; row <= Math.min(bottom, table.rows.length - 1); row++) {
      const list = fills.get(row)
      if (list) list.push({ column: left, value })
      else fills.set(row, [{ column: left, value }])
    }
  }
  return (row) => fill(table.rows[row] ?? [], fills.get(row) ?? [])
}

function fill(cells: readonly Cell[], fills: readonly { column: number; value: Cell }[]): readonly Cell[] {
  if (fills.length === 0) return cells
  const filled = [...cells]
  for (const { column, value } of fills) {
    while (filled.length <= column) filled.push(null)
    if (isBlank(filled[column])) filled[column] = value
  }
  return filled
}
