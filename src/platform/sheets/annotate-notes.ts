// The parts that show a note on a cell: its text, and the hidden box in which programs draw it.
import { cellName } from './workbook.ts'
import { escapeCell } from './xml-write.ts'

export type Note = { row: number; column: number; text: string }

/** Programs get slow with more notes than this on one sheet; the message column has them all. */
export const mostNotes = 1000

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export function commentsXml(notes: readonly Note[]): string {
  const list = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><r><t xml:space="preserve">${escapeCell(text)}</t></r></text></comment>`,
  )
  return `${xml}<comments xmlns="${main}"><authors><author>导入检查</author></authors><commentList>${list.join('')}</commentList></comments>`
}

export function drawingXml(notes: readonly Note[]): string {
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>' +
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${notes.map(shape).join('')}</xml>`
  )
}

function shape({ row, column }: Note, index: number): string {
  const anchor = [column + 1, 12, row, 4, column + 4, 12, row + 3, 4].join(', ')
  return (
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" fillcolor="#fff5d6" o:insetmode="auto" ` +
    'style="position:absolute;width:180pt;height:54pt;z-index:1;visibility:hidden"><v:fill color2="#fff5d6"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">' +
    `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}
