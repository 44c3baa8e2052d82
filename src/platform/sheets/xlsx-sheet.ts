// Reads the cells of one xlsx sheet from its XML, piece by piece.
import { resolveEscapes } from './cell-text.ts'
import type { Grid } from './grid.ts'
import type { Shown } from './number-format.ts'
import { dateCell } from './serial-day.ts'
import type { Cell, Merge } from './workbook.ts'
import { isTrue } from './xlsx-parts.ts'
import { attribute, type XmlHandler } from './xml-scanner.ts'

/** What cells refer to. */
export type SheetContext = { texts: readonly string[]; styles: readonly Shown[]; is1904: boolean }

/** A formula that was never computed: some programs write none of the values. */
export const notComputed = '公式没有计算结果'

/** Handles the XML of a worksheet part and puts what it finds into the grid. */
export class SheetHandler implements XmlHandler {
  private readonly grid: Grid
  private readonly context: SheetContext
  private row = -1
  private column = -1
  private type = ''
  private style = 0
  private value = ''
  private hasFormula = false
  private hasValue = false
  private inCell = false
  private reading = false
  private phonetic = false

  constructor(grid: Grid, context: SheetContext) {
    this.grid = grid
    this.context = context
  }

  open(name: string, tag: string): void {
    if (this.inCell) this.openInCell(name)
    else if (name === 'c') this.openCell(tag)
    else if (name === 'row') this.openRow(tag)
    else if (name === 'mergeCell') this.grid.merge(parseRange(attribute(tag, 'ref') ?? ''))
    else if (name === 'col' && isTrue(attribute(tag, 'hidden'))) this.hideColumns(tag)
  }

  close(name: string): void {
    if (!this.inCell) return
    if (name === 'v' || name === 't') this.reading = false
    else if (name === 'c') this.closeCell()
    else if (name === 'rPh') this.phonetic = false
  }

  text(text: string): void {
    if (this.reading && this.value.length <= 100_000) this.value += text
  }

  private openRow(tag: string): void {
    const number = attribute(tag, 'r')
    this.row = number === undefined ? this.row + 1 : Number(number) - 1
    this.column = -1
    if (isTrue(attribute(tag, 'hidden'))) this.grid.hideRow(this.row)
  }

  private openCell(tag: string): void {
    const place = attribute(tag, 'r')
    this.column = place === undefined ? this.column + 1 : columnOf(place)
    this.type = attribute(tag, 't') ?? 'n'
    const style = attribute(tag, 's')
    this.style = style === undefined ? 0 : Number(style)
    this.value = ''
    this.hasFormula = false
    this.hasValue = false
    this.inCell = true
  }

  private openInCell(name: string): void {
    if (name === 'v') this.reading = this.hasValue = true
    else if (name === 't') this.reading = !this.phonetic
    else if (name === 'f') this.hasFormula = true
    else if (name === 'rPh') this.phonetic = true
  }

  private closeCell(): void {
    this.inCell = false
    this.reading = false
    this.grid.put(this.row, this.column, this.cell())
  }

  private cell(): Cell {
    const { value } = this
    if (value === '') return this.hasFormula && !this.hasValue ? { error: notComputed } : null
    switch (this.type) {
      case 's':
        return this.context.texts[Number(value)] ?? null
      case 'str':
      case 'inlineStr':
        return resolveEscapes(value)
      case 'b':
        return value === '1' || value === 'true'
      case 'e':
        return { error: value.slice(0, 40) }
      case 'd':
        return isoCell(value)
      default:
        return this.number(value)
    }
  }

  private number(value: string): Cell {
    const number = Number(value)
    if (!Number.isFinite(number)) return value
    const shown = this.context.styles[this.style] ?? 'number'
    return shown === 'number' ? number : dateCell(number, shown, this.context.is1904)
  }

  private hideColumns(tag: string): void {
    this.grid.hideColumns(Number(attribute(tag, 'min')) - 1, Number(attribute(tag, 'max')) - 1)
  }
}

/** `2021-09-01T00:00:00` of strict files. */
function isoCell(value: string): Cell {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(value)
  if (!found?.[1]) return value
  const time = found[2] && found[2] !== '00:00' ? { time: found[2] } : {}
  return { day: found[1], precision: 'day', ...time }
}

/** The zero-based column in a reference such as `AB12`; -1 when there is none. */
export function columnOf(place: string): number {
  let column = 0
  for (let i = 0; i < place.length; i++) {
    const code = place.charCodeAt(i) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

const rowOf = (place: string): number => Number(/\d+/.exec(place)?.[0] ?? 0) - 1

/** `B2:D5` as a rectangle. */
export function parseRange(ref: string): Merge {
  const [from = '', to = from] = ref.split(':')
  return { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) }
}
