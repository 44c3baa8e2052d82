// Writes workbooks as a stream: rows are pulled as the reader takes them, so memory does not grow with their number.
import { Readable } from 'node:stream'
import { headerXml, rowXml, styleOf } from './cell-write.ts'
import { type Cell, cellName, columnName, type Merge } from './workbook.ts'
import { fixedParts, sheetStart } from './workbook-write.ts'
import { escapeXml } from './xml-write.ts'
import { type ZipPart, zipChunks } from './zip-write.ts'

export type ColumnToWrite = {
  title: string
  /** In characters of the default font; by the title when absent. */
  width?: number
  /** Values to choose from in a drop-down list; others may still be typed. */
  choices?: readonly string[]
}

export type SheetToWrite = {
  /** Characters that spreadsheet programs forbid are replaced, doubles numbered. */
  name: string
  columns: readonly ColumnToWrite[]
  /** At most 1,048,575; pulled once, in order. */
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** False: the rows bring their own headings; nothing is frozen or filtered. */
  header?: false
  merges?: readonly Merge[]
  hidden?: boolean
}

/**
 * The bytes of an .xlsx with one sheet after the other: bold frozen header, filter, widths, A4 landscape. Text stays
 * text (also 18 digits, also = + - @ in front), days are real dates. When a source of rows fails, the stream is
 * destroyed with its error; when the reader goes away, the source is closed.
 */
export const writeXlsx = (sheets: readonly SheetToWrite[]): Readable =>
  Readable.from(zipChunks(parts(sheets)), { objectMode: false, highWaterMark: 262_144 })

function* parts(sheets: readonly SheetToWrite[]): Generator<ZipPart> {
  const names = lawfulNames(sheets.map(({ name }) => name))
  const listed = sheets.map(({ hidden = false, header }, i) => ({
    name: names[i] ?? '',
    hidden: hidden && sheets.some((sheet) => !sheet.hidden),
    repeatsFirstRow: header !== false,
  }))
  for (const [name, content] of fixedParts(listed)) yield { name, content: [Buffer.from(content)] }
  for (const [index, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetChunks(sheet, index === 0) }
  }
}

const chunkCharacters = 96 * 1024
const lastRow = 1_048_576

async function* sheetChunks(sheet: SheetToWrite, selected: boolean): AsyncGenerator<Buffer> {
  let text = sheetHead(sheet, selected)
  let row = 0
  if (sheet.header !== false)
    text += headerXml(
      ++row,
      sheet.columns.map(({ title }) => title),
    )
  for await (const cells of sheet.rows) {
    if (++row > lastRow) throw new RangeError('more rows than a sheet can hold')
    text += rowXml(row, cells)
    if (text.length < chunkCharacters) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text + sheetTail(sheet, row))
}

const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'

function sheetHead({ columns, header }: SheetToWrite, selected: boolean): string {
  const widths = columns.map(
    (column, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column)}" style="${styleOf.text}" customWidth="1"/>`,
  )
  return (
    `${sheetStart}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `${header === false ? '' : frozen}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="16"/>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
  )
}

const widthOf = ({ title, width }: ColumnToWrite): number =>
  width ?? Math.min(Math.max(title.length * 2 + 4, 9), 40)

function sheetTail({ columns, header, merges = [] }: SheetToWrite, rows: number): string {
  const range = `A1:${columnName(Math.max(columns.length - 1, 0))}${rows}`
  const filter = header !== false && columns.length > 0 ? `<autoFilter ref="${range}"/>` : ''
  return (
    `</sheetData>${filter}${mergeCells(merges)}${validations(columns, Math.max(rows, 1000))}` +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
  )
}

/** The `mergeCells` element, or nothing. */
export function mergeCells(merges: readonly Merge[]): string {
  if (merges.length === 0) return ''
  const list = merges.map(
    (m) => `<mergeCell ref="${cellName(m.top, m.left)}:${cellName(m.bottom, m.right)}"/>`,
  )
  return `<mergeCells count="${merges.length}">${list.join('')}</mergeCells>`
}

/** A drop-down list holds at most 255 characters and no commas inside a choice. */
function validations(columns: readonly ColumnToWrite[], rows: number): string {
  const lists = columns.flatMap(({ choices = [] }, i) => {
    const list = choices.join(',')
    if (list === '' || list.length > 255 || choices.some((choice) => /[",]/.test(choice))) return []
    const letter = columnName(i)
    return (
      `<dataValidation type="list" allowBlank="1" sqref="${letter}2:${letter}${rows}">` +
      `<formula1>"${escapeXml(list)}"</formula1></dataValidation>`
    )
  })
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
    : ''
}

/** At most 31 characters, none of : \ / ? * [ ], no quote at the ends, each name once. */
export function lawfulNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    const plain = name.replace(/[:\\/?*[\]\u0000-\u001f]/g, '_').replace(/^'+|'+$/g, '') || 'Sheet'
    let unique = plain.slice(0, 31)
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${plain.slice(0, 27)}_${n}`
    used.add(unique.toLowerCase())
    return unique
  })
}
