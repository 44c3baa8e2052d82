// Adding up the numbers of a census: progress of areas, and the cells of a baseline.
import type { Tally } from './census.ts'

export const noTally: Tally = {
  places: 0,
  finished: 0,
  organizations: 0,
  answered: 0,
  confirmed: 0,
  corrected: 0,
  added: 0,
  dormant: 0,
  gone: 0,
  unsure: 0,
}

const columns = Object.keys(noTally) as (keyof Tally)[]

/** The sum, column by column. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = { ...noTally }
  for (const tally of tallies) for (const column of columns) sum[column] += tally[column]
  return sum
}

type Cell = { status: string; tier: string; category: string; counted: number }

/** Cells as totals: all of them, and by each of the three attributes. */
export function pivot(cells: readonly Cell[]) {
  return {
    total: cells.reduce((sum, { counted }) => sum + counted, 0),
    status: countsBy(cells, 'status'),
    tier: countsBy(cells, 'tier'),
    category: countsBy(cells, 'category'),
  }
}

function countsBy(cells: readonly Cell[], attribute: 'status' | 'tier' | 'category'): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const cell of cells) counts[cell[attribute]] = (counts[cell[attribute]] ?? 0) + cell.counted
  return counts
}
