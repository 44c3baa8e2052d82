// The fixed parts of a workbook that we write: types, relations, list of sheets, styles.
import { escapeXml } from './xml-write.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetStart = `${xml}<worksheet xmlns="${main}" xmlns:r="${relationships}">`

export type ListedSheet = { name: string; hidden: boolean; repeatsFirstRow: boolean }

/** Everything but the sheets, by path. */
export function fixedParts(sheets: readonly ListedSheet[]): [path: string, content: string][] {
  return [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
  ]
}

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, i) =>
    override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet'),
  )
  return (
    `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('/xl/workbook.xml', 'sheet.main')}${parts.join('')}${override('/xl/styles.xml', 'styles')}</Types>`
  )
}

const override = (part: string, type: string): string =>
  `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  )
  return `${xml}<Relationships xmlns="${packageRelationships}">${items.join('')}</Relationships>`
}

/** The first row repeats on every printed page. */
function workbook(sheets: readonly ListedSheet[]): string {
  const list = sheets.map(({ name, hidden }, i) => {
    const state = hidden ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
  })
  const titles = sheets.flatMap(({ name, repeatsFirstRow }, i) =>
    repeatsFirstRow ? [printTitle(name, i)] : [],
  )
  const names = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''
  return `${xml}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${list.join('')}</sheets>${names}</workbook>`
}

function printTitle(sheet: string, index: number): string {
  const range = escapeXml(`'${sheet.replaceAll("'", "''")}'!$1:$1`)
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`
}

const font = '<sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/>'
const side = (name: string): string => `<${name} style="thin"><color rgb="FFD9D9D9"/></${name}>`
const cellFormat = (format: number, more = ''): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`

/** Cell formats in the order of `styleOf` in cell-write.ts. */
const styles =
  `${xml}<styleSheet xmlns="${main}">` +
  '<numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>' +
  '<numFmt numFmtId="166" formatCode="yyyy&quot;年&quot;"/>' +
  '<numFmt numFmtId="167" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F5"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="8">' +
  cellFormat(0) +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" ' +
  'applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
  cellFormat(49) +
  cellFormat(49, ' quotePrefix="1"') +
  [164, 165, 166, 167].map((format) => cellFormat(format)).join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
