// Collects the cells of one sheet as they come and holds the limits; empty formatting costs nothing.

import { keep, TextPool } from './cell-text.ts'
import type { SheetLimits } from './limits.ts'
import { broken, cellTooLong, tooManyCells, tooManyColumns, tooManyMerges, tooManyRows } from './refusals.ts'
import { type Cell, cellName, type Merge, type Sheet } from './workbook.ts'

/** Counts over all sheets of a workbook, shared by their grids. */
export type Budget = { cells: number; pool: TextPool }

export const newBudget = (): Budget => ({ cells: 0, pool: new TextPool() })

/** Shared by all empty rows; frozen, so that nobody fills one for all. */
const noCells = Object.freeze<Cell[]>([]) as Cell[]
const maximumIndex = 1_048_576

export class Grid {
  private readonly sheet: Sheet
  private readonly limits: SheetLimits
  private readonly budget: Budget
  /** The row begun last. */
  private current = -1

  constructor(sheet: Sheet, limits: SheetLimits, budget: Budget) {
    this.sheet = sheet
    this.limits = limits
    this.budget = budget
  }

  /** Puts a value at its place; null and "" are nothing. Throws a Problem beyond a limit. */
  put(row: number, column: number, cell: Cell): void {
    if (cell === null || cell === '') return
    if (!(row >= 0 && row < maximumIndex && column >= 0 && column < 16_384)) throw broken('单元格位置有误')
    if (this.outside(row, column, cell)) return
    if (++this.budget.cells > this.limits.cells) throw tooManyCells(this.limits.cells)
    const cells = this.row(row)
    while (cells.length < column) cells.push(null)
    cells[column] = typeof cell === 'string' ? this.text(row, column, cell) : cell
  }

  merge(merge: Merge): void {
    if (!isRectangle(merge)) return
    if (this.sheet.merges.length >= this.limits.merges)
      throw tooManyMerges(this.sheet.name, this.limits.merges)
    this.sheet.merges.push(merge)
  }

  hideRow(row: number): void {
    if (row < this.limits.rows && this.sheet.hiddenRows.length < this.limits.rows)
      this.sheet.hiddenRows.push(row)
  }

  hideColumns(from: number, to: number): void {
    for (let c = Math.max(from, 0); c <= Math.min(to, this.limits.columns - 1); c++)
      this.sheet.hiddenColumns.push(c)
  }

  /** The finished sheet: merges and hidden parts that lie outside the used rows are dropped. */
  finish(): Sheet {
    const { sheet } = this
    const used = sheet.rows.length
    sheet.merges = sheet.merges.filter((merge) => merge.top < used)
    sheet.hiddenRows = sheet.hiddenRows.filter((row) => row < used)
    return sheet
  }

  private row(index: number): Cell[] {
    const { rows } = this.sheet
    while (rows.length <= index) rows.push(noCells)
    let cells = rows[index]
    if (cells === undefined || cells === noCells) {
      this.trim()
      this.current = index
      cells = []
      rows[index] = cells
    }
    return cells
  }

  /** A list that grew cell by cell has room for as many more; a copy has none. */
  private trim(): void {
    const { rows } = this.sheet
    const cells = rows[this.current]
    if (cells !== undefined && cells !== noCells) rows[this.current] = cells.slice()
  }

  /** True for stray blanks beyond the limits, which are ignored; a Problem for anything else there. */
  private outside(row: number, column: number, cell: Cell): boolean {
    const { rows, columns } = this.limits
    if (row < rows && column < columns) return false
    if (typeof cell === 'string' && cell.trim() === '') return true
    if (row >= rows) throw tooManyRows(this.sheet.name, rows)
    throw tooManyColumns(this.sheet.name, cellName(row, column), columns)
  }

  private text(row: number, column: number, text: string): string {
    const { cellLength, keptLength } = this.limits
    if (text.length > cellLength) throw cellTooLong(this.sheet.name, cellName(row, column), cellLength)
    return this.budget.pool.take(keep(text, keptLength))
  }
}

const isRectangle = ({ top, left, bottom, right }: Merge): boolean =>
  top >= 0 &&
  left >= 0 &&
  bottom >= top &&
  right >= left &&
  bottom < maximumIndex &&
  (bottom > top || right > left)
