// Reads “XML Spreadsheet 2003”, which older office systems export under the name .xls.
import { Grid, newBudget } from './grid.ts'
import type { SheetLimits } from './limits.ts'
import { tooManySheets } from './refusals.ts'
import { type Cell, emptySheet, type Workbook } from './workbook.ts'
import { isTrue } from './xlsx-parts.ts'
import { attribute, type XmlHandler, XmlScanner } from './xml-scanner.ts'

/** Reads all worksheets. Throws a Problem for broken XML, entities and sizes beyond the limits. */
export async function readXml2003(text: string, limits: SheetLimits): Promise<Workbook> {
  const handler = new Xml2003Handler(limits)
  const scanner = new XmlScanner(handler)
  for (let at = 0; at < text.length; at += 131_072) {
    scanner.write(text.slice(at, at + 131_072))
    await new Promise(setImmediate)
  }
  scanner.end()
  return { kind: 'xml', sheets: handler.grids.map((grid) => grid.finish()) }
}

class Xml2003Handler implements XmlHandler {
  readonly grids: Grid[] = []
  private readonly limits: SheetLimits
  private readonly budget = newBudget()
  private grid: Grid | null = null
  private row = -1
  private column = -1
  private type = ''
  private value = ''
  private reading = false
  private skip = 0

  constructor(limits: SheetLimits) {
    this.limits = limits
  }

  open(name: string, tag: string): void {
    if (name === 'Worksheet') this.openSheet(tag)
    else if (name === 'Row') this.openRow(tag)
    else if (name === 'Cell') this.openCell(tag)
    else if (name === 'Data') this.openData(tag)
  }

  close(name: string): void {
    if (name !== 'Data' || !this.reading) return
    this.reading = false
    this.grid?.put(this.row, this.column, this.cell())
  }

  text(text: string): void {
    if (this.reading && this.value.length <= 100_000) this.value += text
  }

  private openSheet(tag: string): void {
    if (this.grids.length >= this.limits.sheets)
      throw tooManySheets(this.grids.length + 1, this.limits.sheets)
    this.grid = new Grid(emptySheet(attribute(tag, 'ss:Name') ?? ''), this.limits, this.budget)
    this.grids.push(this.grid)
    this.row = -1
  }

  private openRow(tag: string): void {
    this.row = indexOf(tag, this.row)
    this.column = -1
    this.skip = 0
    if (isTrue(attribute(tag, 'ss:Hidden'))) this.grid?.hideRow(this.row)
  }

  private openCell(tag: string): void {
    this.column = indexOf(tag, this.column + this.skip)
    const across = Number(attribute(tag, 'ss:MergeAcross') ?? 0)
    const down = Number(attribute(tag, 'ss:MergeDown') ?? 0)
    this.skip = across
    const { row: top, column: left } = this
    this.grid?.merge({ top, left, bottom: top + down, right: left + across })
  }

  private openData(tag: string): void {
    this.type = attribute(tag, 'ss:Type') ?? 'String'
    this.value = ''
    this.reading = true
  }

  private cell(): Cell {
    const { value } = this
    if (this.type === 'Number') return Number.isFinite(Number(value)) ? Number(value) : value
    if (this.type === 'Boolean') return value === '1'
    if (this.type === 'Error') return { error: value.slice(0, 40) }
    const day = this.type === 'DateTime' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined
    return day ? { day, precision: 'day' } : value
  }
}

const indexOf = (tag: string, before: number): number => {
  const index = attribute(tag, 'ss:Index')
  return index === undefined ? before + 1 : Number(index) - 1
}
