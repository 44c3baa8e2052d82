// Reads comma, semicolon, tab and bar separated text. Every value stays text: what it means is decided later.
import { Grid, newBudget } from './grid.ts'
import type { SheetLimits } from './limits.ts'
import { unbalancedQuotes } from './refusals.ts'
import type { DecodedText } from './text-encoding.ts'
import { emptySheet, type Workbook } from './workbook.ts'

const separators = [',', '\t', ';', '|'] as const
type Separator = (typeof separators)[number]

/** One sheet, named after the file. Throws a Problem beyond a limit or when quotes cannot be told apart. */
export async function readCsv(decoded: DecodedText, name: string, limits: SheetLimits): Promise<Workbook> {
  const grid = new Grid(emptySheet(name), limits, newBudget())
  const { text, separator } = declared(decoded.text)
  const reader = new CsvReader(text, separator ?? likeliestSeparator(text))
  for (let row = 0; reader.nextRow((column, cell) => grid.put(row, column, cell)); row++) {
    if (row % 2000 === 1999) await new Promise(setImmediate)
  }
  return { kind: 'csv', encoding: decoded.encoding, sheets: [grid.finish()] }
}

/** Excel's own first line `sep=;`. */
function declared(text: string): { text: string; separator?: Separator } {
  const found = /^sep=(.)\r?\n/i.exec(text)
  const separator = separators.find((s) => s === found?.[1])
  return found && separator ? { text: text.slice(found[0].length), separator } : { text }
}

/** The separator that cuts most of the first lines into the same number of pieces, at least two. */
export function likeliestSeparator(text: string): Separator {
  const lines = text
    .slice(0, 65_536)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, 60)
  let best: Separator = ','
  let bestScore = 0
  for (const separator of separators) {
    const score = regularity(lines.map((line) => line.split(separator).length - 1).filter((n) => n > 0))
    if (score > bestScore) [best, bestScore] = [separator, score]
  }
  return best
}

/** How many lines have the most usual number of separators, weighed by that number. */
function regularity(counts: number[]): number {
  const lines = new Map<number, number>()
  for (const n of counts) lines.set(n, (lines.get(n) ?? 0) + 1)
  return Math.max(0, ...[...lines].map(([n, times]) => times * Math.sqrt(n)))
}

const quote = 34
const maximumRetries = 200

/** Cuts text into rows (RFC 4180, lenient: quotes inside a bare value are text, an unclosed quote is text). */
class CsvReader {
  private readonly text: string
  private readonly separator: number
  private at = 0
  private retries = 0

  constructor(text: string, separator: Separator) {
    this.text = text
    this.separator = separator.charCodeAt(0)
  }

  /** Hands over the cells of the next row; false at the end. */
  nextRow(put: (column: number, cell: string) => void): boolean {
    const { text } = this
    if (this.at >= text.length) return false
    for (let column = 0; ; column++) {
      put(column, plain(this.nextCell()))
      const code = text.charCodeAt(this.at)
      this.at++
      if (code === this.separator) continue
      if (code === 13 && text.charCodeAt(this.at) === 10) this.at++
      return true
    }
  }

  private nextCell(): string {
    if (this.text.charCodeAt(this.at) === quote) {
      const quoted = this.quotedCell()
      if (quoted !== null) return quoted
    }
    return this.bareCell()
  }

  private bareCell(): string {
    const from = this.at
    while (this.at < this.text.length && !this.endsCell(this.text.charCodeAt(this.at))) this.at++
    return this.text.slice(from, this.at)
  }

  /** A quoted cell, or null (nothing consumed) when it is not closed within a cell's length or goes on behind. */
  private quotedCell(): string | null {
    let from = this.at + 1
    let cell = ''
    while (cell.length <= 40_000) {
      const end = this.text.indexOf('"', from)
      if (end < 0 || end - from > 40_000) break
      cell += this.text.slice(from, end)
      if (this.text.charCodeAt(end + 1) !== quote) {
        return this.closed(cell, end + 1)
      }
      cell += '"'
      from = end + 2
    }
    if (++this.retries > maximumRetries) throw unbalancedQuotes()
    return null
  }

  /** Behind the closing quote only blanks may stand; `"小蚂蚁"环保队` is a bare value with quotes in it. */
  private closed(cell: string, end: number): string | null {
    const start = this.at
    this.at = end
    if (this.bareCell().trim() === '') return cell
    this.at = start
    return null
  }

  private endsCell(code: number): boolean {
    return code === this.separator || code === 10 || code === 13
  }
}

/** `="0012"` is how some programs keep the zeros of a code in a CSV. */
function plain(cell: string): string {
  if (cell.charCodeAt(0) !== 61) return cell
  return /^="?([^"]*)"$/.exec(cell)?.[1] ?? cell
}
