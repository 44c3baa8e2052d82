// Writes one row of cells as sheet XML. Text is always text: codes keep their zeros, formulas stay inert.
import { keep } from './cell-text.ts'
import { serialOfDay } from './serial-day.ts'
import { type Cell, columnName, type DayCell, type Precision } from './workbook.ts'
import { textElement } from './xml-write.ts'

/** Numbers of the cell styles in `style-sheet.ts`. */
export const styleOf = {
  plain: 0,
  header: 1,
  text: 2,
  guarded: 3,
  day: 4,
  month: 5,
  year: 6,
  moment: 7,
} as const
const dayStyle: Readonly<Record<Precision, number>> = {
  day: styleOf.day,
  month: styleOf.month,
  year: styleOf.year,
}

/** `row` is one-based. Empty cells are left out. */
export function rowXml(row: number, cells: readonly Cell[], headerHeight?: number): string {
  let xml = headerHeight ? `<row r="${row}" ht="${headerHeight}" customHeight="1">` : `<row r="${row}">`
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (cell !== null && cell !== undefined) xml += cellXml(`${letters(column)}${row}`, cell)
  }
  return `${xml}</row>`
}

export function headerXml(row: number, titles: readonly string[]): string {
  const cells = titles.map((title, column) => textCell(`${letters(column)}${row}`, title, styleOf.header))
  return `<row r="${row}" ht="24" customHeight="1">${cells.join('')}</row>`
}

function cellXml(place: string, cell: NonNullable<Cell>): string {
  if (typeof cell === 'string') return cell === '' ? '' : textCell(place, cell, textStyle(cell))
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : ''
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  return 'error' in cell ? textCell(place, cell.error, styleOf.text) : dayXml(place, cell)
}

/** A leading = + - @ or tab must not turn into a formula when somebody edits the cell: it is marked as quoted text. */
const textStyle = (text: string): number => (/^[=+\-@\t\r]/.test(text) ? styleOf.guarded : styleOf.text)

/** At most as many characters as a cell may have. */
const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is>${textElement(keep(text, 32_767))}</is></c>`

function dayXml(place: string, { day, precision, time }: DayCell): string {
  const serial = serialOfDay(day)
  if (serial === null) return textCell(place, time ? `${day} ${time}` : day, styleOf.text)
  if (!time) return `<c r="${place}" s="${dayStyle[precision]}"><v>${serial}</v></c>`
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return `<c r="${place}" s="${styleOf.moment}"><v>${serial + (hours * 60 + minutes) / 1440}</v></c>`
}

const known: string[] = []

/** Column letters, made once. */
function letters(column: number): string {
  while (known.length <= column) known.push(columnName(known.length))
  return known[column] ?? ''
}
