// Writes made-up sheets in the other formats that offices send: old .xls, CSV in its encodings, a web page, XML 2003.
import XLSX from '@e965/xlsx'
import iconv from 'iconv-lite'
import { cellText, type MadeCell, type MadeSheet } from './made-sheet.ts'

/** A binary .xls (BIFF8). */
export function asXls(sheets: readonly MadeSheet[]): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, xlsSheet(sheet), sheet.name)
  book.Workbook = { Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return new Uint8Array(
    XLSX.write(book, { type: 'array', bookType: 'biff8', cellStyles: true }) as ArrayBuffer,
  )
}

/** A .xls of before 1997 (BIFF5), in which text is GBK: the library writes placeholders, which are filled in here. */
export function asOldXls(rows: readonly (readonly string[])[]): Uint8Array {
  const texts = rows.flat().map((text) => iconv.encode(text, 'gbk'))
  const placeholders = texts.map((bytes, i) => String.fromCharCode(65 + i).repeat(bytes.length))
  const width = rows[0]?.length ?? 0
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((_, r) => placeholders.slice(r * width, (r + 1) * width)))
  const book = XLSX.utils.book_new(sheet, 'Sheet1')
  const file = Buffer.from(XLSX.write(book, { type: 'array', bookType: 'biff5' }) as ArrayBuffer)
  for (const [i, placeholder] of placeholders.entries()) texts[i]?.copy(file, file.indexOf(placeholder))
  const codePage = file.indexOf(Buffer.from([0x42, 0, 2, 0]))
  file.writeUInt16LE(936, codePage + 4)
  return new Uint8Array(file)
}

function xlsSheet({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: MadeSheet): XLSX.WorkSheet {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map(xlsCell)))
  sheet['!merges'] = merges.map((ref) => XLSX.utils.decode_range(ref))
  const last = Math.max(0, ...hiddenRows)
  sheet['!rows'] = Array.from({ length: last }, (_, i) =>
    hiddenRows.includes(i + 1) ? { hidden: true, hpt: 15 } : { hpt: 15 },
  )
  sheet['!cols'] = Array.from({ length: Math.max(0, ...hiddenColumns) }, (_, i) => ({
    wch: 10,
    hidden: hiddenColumns.includes(i + 1),
  }))
  return sheet
}

function xlsCell(cell: MadeCell): XLSX.CellObject | string | number | boolean | null {
  if (cell === null || typeof cell !== 'object') return cell
  if ('serial' in cell) return { t: 'n', v: cell.serial, z: cell.format }
  if ('error' in cell) return { t: 'e', v: 0x17, w: cell.error }
  if ('apostrophe' in cell) return { t: 's', v: cell.apostrophe, z: '@' }
  return typeof cell.value === 'number' ? { t: 'n', v: cell.value } : { t: 's', v: cell.value ?? '' }
}

export type CsvOptions = {
  encoding?: 'utf8' | 'gbk' | 'gb18030' | 'utf16le'
  bom?: boolean
  separator?: ',' | '\t' | ';' | '|'
  lineEnd?: '\r\n' | '\n' | '\r'
}

/** A CSV as office programs save it. */
export function asCsv({ rows }: MadeSheet, options: CsvOptions = {}): Uint8Array {
  const { encoding = 'utf8', bom = false, separator = ',', lineEnd = '\r\n' } = options
  const lines = rows.map((row) => row.map((cell) => quoted(cellText(cell), separator)).join(separator))
  return new Uint8Array(iconv.encode(lines.join(lineEnd) + lineEnd, encoding, { addBOM: bom }))
}

const quoted = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text

/** A web page with one table, saved under the name .xls by many office systems. */
export function asHtml({ rows, merges = [] }: MadeSheet, encoding: 'utf8' | 'gbk' = 'gbk'): Uint8Array {
  const spans = new Map(merges.map((ref) => [ref.split(':')[0] ?? '', spanOf(ref)]))
  const covered = new Set(merges.flatMap((ref) => placesIn(ref).slice(1)))
  const lines = rows.map((row, r) => {
    const cells = row.flatMap((cell, c) => {
      const place = XLSX.utils.encode_cell({ r, c })
      return covered.has(place) ? [] : [`<td${spans.get(place) ?? ''} x:str>${html(cellText(cell))}</td>`]
    })
    return `<tr height=20>\r\n${cells.join('')}</tr>`
  })
  const page =
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; ` +
    `charset=gb2312"><style>td{mso-number-format:"\\@"}</style></head><body><table border=1>${lines.join('\n')}</table></body></html>`
  return new Uint8Array(iconv.encode(page, encoding))
}

function spanOf(ref: string): string {
  const { s, e } = XLSX.utils.decode_range(ref)
  return ` colspan="${e.c - s.c + 1}" rowspan='${e.r - s.r + 1}'`
}

function placesIn(ref: string): string[] {
  const { s, e } = XLSX.utils.decode_range(ref)
  const places: string[] = []
  for (let r = s.r; r <= e.r; r++)
    for (let c = s.c; c <= e.c; c++) places.push(XLSX.utils.encode_cell({ r, c }))
  return places
}

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>').replaceAll(' ', '&nbsp;')

/** “XML Spreadsheet 2003”. */
export function asXml2003({ name, rows, merges = [] }: MadeSheet): Uint8Array {
  const spans = new Map(merges.map((ref) => [ref.split(':')[0] ?? '', XLSX.utils.decode_range(ref)]))
  const lines = rows.map((row, r) => {
    const cells = row.flatMap((cell, c) => {
      if (cell === null) return []
      const span = spans.get(XLSX.utils.encode_cell({ r, c }))
      const merge = span
        ? ` ss:MergeAcross="${span.e.c - span.s.c}" ss:MergeDown="${span.e.r - span.s.r}"`
        : ''
      const type = typeof cell === 'number' ? 'Number' : 'String'
      const text = html(cellText(cell)).replaceAll('&nbsp;', ' ').replaceAll('<br>', '&#10;')
      return [`<Cell ss:Index="${c + 1}"${merge}><Data ss:Type="${type}">${text}</Data></Cell>`]
    })
    return `<Row ss:Index="${r + 1}">${cells.join('')}</Row>`
  })
  return new TextEncoder().encode(
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>' +
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
      `<Worksheet ss:Name="${name}"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
  )
}
