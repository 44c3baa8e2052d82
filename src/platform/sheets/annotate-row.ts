// Changes single cells in the XML of one row and leaves every other byte of it as it was.
import { styleNumber, withAttributes } from './annotate-styles.ts'
import { columnName } from './workbook.ts'
import { columnOf } from './xlsx-sheet.ts'
import { attribute } from './xml-scanner.ts'
import { textElement } from './xml-write.ts'

/** What becomes of a cell: another style made from the one it has, a text in its place, or both. */
export type CellEdit = { restyle?: (style: number) => number; text?: string }

type Piece = { column: number; xml: string }

/**
 * The row under a new number (one-based) with the edits made. `values` drops formulas and keeps what they gave, for
 * copies in which the rows that they refer to are gone.
 */
export function editRow(
  xml: string,
  number: number,
  edits: ReadonlyMap<number, CellEdit>,
  values: boolean,
): string {
  const open = xml.slice(0, xml.indexOf('>') + 1)
  const pieces = cut(xml, open)
  for (const [column, edit] of edits) applyEdit(pieces, column, edit)
  pieces.sort((a, b) => a.column - b.column)
  const start = withAttributes(open.replace(/\/?>$/, '>'), { r: String(number) }).replace(
    /\sspans="[^"]*"/,
    '',
  )
  return `${start}${pieces.map((piece) => place(piece, number, values)).join('')}</row>`
}

function cut(xml: string, open: string): Piece[] {
  const pieces: Piece[] = []
  for (let at = xml.indexOf('<c', open.length - 1); at >= 0; ) {
    const end = endOfCell(xml, at)
    const piece = xml.slice(at, end)
    const ref = attribute(piece.slice(0, piece.indexOf('>') + 1), 'r')
    pieces.push({ column: ref === undefined ? (pieces.at(-1)?.column ?? -1) + 1 : columnOf(ref), xml: piece })
    at = xml.indexOf('<c', end)
  }
  return pieces
}

function endOfCell(xml: string, at: number): number {
  const tagEnd = xml.indexOf('>', at) + 1
  if (tagEnd === 0) return xml.length
  if (xml.charAt(tagEnd - 2) === '/') return tagEnd
  const close = xml.indexOf('</c>', tagEnd)
  return close < 0 ? xml.length : close + 4
}

function applyEdit(pieces: Piece[], column: number, edit: CellEdit): void {
  let piece = pieces.find((one) => one.column === column)
  if (!piece) {
    piece = { column, xml: '<c/>' }
    pieces.push(piece)
  }
  const own = styleNumber(piece.xml.slice(0, piece.xml.indexOf('>') + 1))
  const style = edit.restyle ? edit.restyle(own) : own
  if (edit.text === undefined) piece.xml = withAttributes(piece.xml, { s: String(style) })
  else piece.xml = `<c s="${style}" t="inlineStr"><is>${textElement(edit.text)}</is></c>`
}

function place({ column, xml }: Piece, row: number, values: boolean): string {
  const placed = withAttributes(xml, { r: `${columnName(column)}${row}` })
  return values ? placed.replace(/<f\b[^>]*\/>|<f\b[^>]*>[^<]*<\/f>/g, '') : placed
}
