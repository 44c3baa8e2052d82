// Writes made-up sheets as xlsx the way office programs do: shared texts, styles, merges, hidden rows.
import { strToU8, zipSync } from 'fflate'
import { columnLetters, type MadeCell, type MadeSheet } from './made-sheet.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type XlsxOptions = {
  date1904?: boolean
  /** A namespace prefix for every element of the sheets (`x:row`), as some libraries write. */
  prefix?: string
  /** More files in the archive, or others in place of ours. */
  extra?: Record<string, string | Uint8Array>
}

/** The bytes of a workbook with these sheets. */
export function asXlsx(sheets: readonly MadeSheet[], options: XlsxOptions = {}): Uint8Array {
  const texts = new Table()
  const formats = new Table()
  const parts = sheets.map((sheet) => sheetXml(sheet, texts, formats, options.prefix ?? ''))
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets, options.date1904 === true),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesXml(formats),
    'xl/sharedStrings.xml': textsXml(texts),
    ...Object.fromEntries(parts.map((part, i) => [`xl/worksheets/sheet${i + 1}.xml`, part])),
    ...options.extra,
  }
  return zipOf(files)
}

/** A zip of these files. */
export const zipOf = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]),
    ),
    { level: 6 },
  )

/** Gives every different text a number in the order in which they come. */
class Table {
  readonly numbers = new Map<string, number>()

  number(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.numbers.size)
    return this.numbers.size - 1
  }
}

function sheetXml(sheet: MadeSheet, texts: Table, formats: Table, prefix: string): string {
  const tag = (name: string): string => (prefix ? `${prefix}:${name}` : name)
  const rows = sheet.rows.map((row, i) => rowXml(row, i, sheet, texts, formats))
  for (let i = 0; i < (sheet.formattedEmptyRows ?? 0); i++) {
    const number = sheet.rows.length + i + 1
    rows.push(`<row r="${number}"><c r="A${number}" s="1"/><c r="C${number}" s="1"/></row>`)
  }
  if (sheet.claimsEverything) rows.push('<row r="1048576" ht="20"><c r="XFD1048576" s="1"/></row>')
  const dimension = sheet.claimsEverything ? '<dimension ref="A1:XFD1048576"/>' : ''
  const hidden = (sheet.hiddenColumns ?? []).map((c) => `<col min="${c}" max="${c}" hidden="1"/>`)
  const wide = sheet.claimsEverything ? ['<col min="1" max="16384" width="9" style="1"/>'] : []
  const cols = [...hidden, ...wide].length > 0 ? `<cols>${[...hidden, ...wide].join('')}</cols>` : ''
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const body = `${dimension}${cols}<sheetData>${rows.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}`
  const named = prefix ? body.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`) : body
  const spaces = prefix ? `xmlns:${prefix}="${main}"` : `xmlns="${main}" xmlns:r="${office}"`
  return `${head}<${tag('worksheet')} ${spaces}>${named}</${tag('worksheet')}>`
}

function rowXml(cells: MadeCell[], index: number, sheet: MadeSheet, texts: Table, formats: Table): string {
  const hidden = sheet.hiddenRows?.includes(index + 1) ? ' hidden="1"' : ''
  const list = cells.map((cell, column) =>
    cellXml(`${columnLetters(column)}${index + 1}`, cell, texts, formats),
  )
  return `<row r="${index + 1}"${hidden}>${list.join('')}</row>`
}

function cellXml(place: string, cell: MadeCell, texts: Table, formats: Table): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${texts.number(cell)}</v></c>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('serial' in cell)
    return `<c r="${place}" s="${formats.number(cell.format) + 2}"><v>${cell.serial}</v></c>`
  if ('error' in cell) return `<c r="${place}" t="e"><f>A1/0</f><v>${cell.error}</v></c>`
  if ('apostrophe' in cell) return `<c r="${place}" s="1" t="s"><v>${texts.number(cell.apostrophe)}</v></c>`
  if (cell.value === null) return `<c r="${place}"><f>${escaped(cell.formula)}</f></c>`
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  return `<c r="${place}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.value))}</v></c>`
}

const workbookXml = (sheets: readonly MadeSheet[], date1904: boolean): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>` +
  sheets
    .map(({ name, hidden }, i) => {
      const state = hidden ? ' state="hidden"' : ''
      return `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
    })
    .join('') +
  '</sheets></workbook>'

/** Style 1 is text with a quote prefix and a fill; date formats follow from 2. */
function stylesXml(formats: Table): string {
  const list = [...formats.numbers.keys()]
  const own = list.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code)}"/>`).join('')
  const dates = list.map(
    (_, i) => `<xf numFmtId="${200 + i}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`,
  )
  return (
    `${head}<styleSheet xmlns="${main}"><numFmts count="${list.length}">${own}</numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="${list.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>` +
    `<xf numFmtId="49" fontId="0" fillId="1" borderId="0" quotePrefix="1"/>${dates.join('')}</cellXfs></styleSheet>`
  )
}

function textsXml(texts: Table): string {
  const list = [...texts.numbers.keys()].map(
    (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
  )
  return `${head}<sst xmlns="${main}" count="${list.length}" uniqueCount="${list.length}">${list.join('')}</sst>`
}

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packages}">${list
    .map(
      ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const list = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return (
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>${list.join('')}</Types>`
  )
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
