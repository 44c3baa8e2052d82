// Reads the tables of a web page saved as .xls, which many office systems still export.
import { Grid, newBudget } from './grid.ts'
import type { SheetLimits } from './limits.ts'
import { nestedTables, notSpreadsheet, tooManySheets } from './refusals.ts'
import type { DecodedText } from './text-encoding.ts'
import { emptySheet, type Workbook } from './workbook.ts'

/** Stops at the next <, so that a page of nothing but < takes no longer than any other. */
const tags = /<(\/?)(table|tr|td|th|br)\b([^<>]*)>|<[^<>]*>/gi

/** One sheet a table. Throws a Problem when tables are nested or when there is none. */
export async function readHtml(decoded: DecodedText, name: string, limits: SheetLimits): Promise<Workbook> {
  const page = withoutScripts(decoded.text)
  const builder = new TableBuilder(name, limits)
  let at = 0
  let steps = 0
  for (const found of page.matchAll(tags)) {
    builder.text(page.slice(at, found.index))
    builder.tag((found[2] ?? '').toLowerCase(), found[1] === '/', found[3] ?? '')
    at = found.index + found[0].length
    if (++steps % 20_000 === 0) await new Promise(setImmediate)
  }
  const sheets = builder.finish()
  if (sheets.length === 0) throw notSpreadsheet('一个没有表格的网页')
  return { kind: 'html', encoding: decoded.encoding, sheets }
}

/** Removed by searching, not by one pattern over everything, which hostile pages can make slow. */
function withoutScripts(text: string): string {
  return cutBetween(
    cutBetween(cutBetween(text, /<!--/g, /-->/g), /<style/gi, /<\/style/gi),
    /<script/gi,
    /<\/script/gi,
  )
}

function cutBetween(text: string, open: RegExp, close: RegExp): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const from = find(text, open, at)
    if (!from) break
    kept.push(text.slice(at, from.index))
    const end = find(text, close, from.index)
    if (!end) return kept.join('')
    at = end.index + end[0].length
  }
  kept.push(text.slice(at))
  return kept.join('')
}

function find(text: string, mark: RegExp, from: number): RegExpExecArray | null {
  mark.lastIndex = from
  return mark.exec(text)
}

class TableBuilder {
  private readonly grids: Grid[] = []
  private readonly name: string
  private readonly limits: SheetLimits
  private readonly budget = newBudget()
  private grid: Grid | null = null
  private row = -1
  private column = 0
  private span = { rows: 1, columns: 1 }
  private cell: string | null = null
  /** For each column the first row that is free again below a rowspan. */
  private taken: number[] = []

  constructor(name: string, limits: SheetLimits) {
    this.name = name
    this.limits = limits
  }

  text(text: string): void {
    if (this.cell !== null && this.cell.length <= this.limits.cellLength) this.cell += decodeEntities(text)
  }

  tag(name: string, closing: boolean, attributes: string): void {
    if (name === 'table') this.table(closing)
    else if (name === 'tr') this.startRow(closing)
    else if (name === 'td' || name === 'th') this.startCell(closing, attributes)
    else if (name === 'br' && this.cell !== null) this.cell += '\n'
  }

  finish() {
    this.endCell()
    return this.grids.map((grid) => grid.finish())
  }

  private table(closing: boolean): void {
    this.endCell()
    if (closing) {
      this.grid = null
      return
    }
    if (this.grid) throw nestedTables()
    const number = this.grids.length + 1
    if (number > this.limits.sheets) throw tooManySheets(number, this.limits.sheets)
    this.grid = new Grid(
      emptySheet(number === 1 ? this.name : `${this.name} ${number}`),
      this.limits,
      this.budget,
    )
    this.grids.push(this.grid)
    this.row = -1
    this.taken = []
  }

  private startRow(closing: boolean): void {
    this.endCell()
    if (closing) return
    this.row++
    this.column = 0
  }

  private startCell(closing: boolean, attributes: string): void {
    this.endCell()
    if (closing || !this.grid) return
    if (this.row < 0) this.row = 0
    while ((this.taken[this.column] ?? 0) > this.row && this.column < 16_383) this.column++
    this.span = { rows: spanOf(attributes, 'rowspan', 10_000), columns: spanOf(attributes, 'colspan', 500) }
    this.cell = ''
  }

  private endCell(): void {
    if (this.cell === null || !this.grid) return
    const { rows, columns } = this.span
    const text = tidy(this.cell)
    this.cell = null
    this.grid.put(this.row, this.column, text)
    this.grid.merge({
      top: this.row,
      left: this.column,
      bottom: this.row + rows - 1,
      right: this.column + columns - 1,
    })
    if (rows > 1) for (let c = 0; c < columns; c++) this.taken[this.column + c] = this.row + rows
    this.column += columns
  }
}

function spanOf(attributes: string, name: string, most: number): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(attributes)
  return found ? Math.min(Math.max(Number(found[1]), 1), most) : 1
}

/** Line breaks in the source are blanks; those of <br> are kept. */
const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  middot: '·',
  mdash: '—',
  times: '×',
}

function decodeEntities(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));?/gi, (all, hex, decimal, name) => {
      if (name) return named[name.toLowerCase()] ?? all
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    })
}
