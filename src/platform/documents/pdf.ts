// Makes a PDF whose every character is drawn: the font is embedded, and what it lacks is shown as lacking.
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawable, fontBytes, type Weight } from './font.ts'

export type PdfContent = Content

/** As pdfmake describes a document; lengths are points (1/72 inch). Fonts are ours, so they are not named. */
export type PdfDefinition = Omit<TDocumentDefinitions, 'images' | 'attachments' | 'files'>

/**
 * The bytes of a PDF, A4 unless the definition says otherwise. `bold` is the one other weight; italics do not exist in
 * Chinese. A character that the font lacks is printed as 〓 (`missingGlyphs` tells which, so that the paper can say so);
 * QR codes are left as they are. Nothing is read from a disk or a network.
 */
export async function makePdf(definition: PdfDefinition): Promise<Uint8Array> {
  await takeFonts()
  const draw = await drawable()
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    ...(fitted(definition, draw) as PdfDefinition),
    defaultStyle: { font: 'serif', ...definition.defaultStyle },
  })
  return document.getBuffer()
}

/** Strings that are no text to be read. */
const signs = new Set(['qr', 'link', 'svg', 'font', 'style', 'pageSize', 'pageOrientation'])

/** The same definition with every text drawable. pdfmake writes into what it is given, so it is copied in any case. */
function fitted(part: unknown, draw: (text: string) => string): unknown {
  if (typeof part === 'string') return draw(part)
  if (Array.isArray(part)) return part.map((each) => fitted(each, draw))
  if (typeof part === 'function') return (...given: unknown[]) => fitted(part(...given), draw)
  if (typeof part !== 'object' || part === null || part instanceof Date) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, signs.has(key) ? value : fitted(value, draw)]),
  )
}

let taken: Promise<void> | undefined

function takeFonts(): Promise<void> {
  taken ??= putFonts()
  return taken
}

/** pdfmake looks into its own small file system first; without it both files would be read for each document. */
async function putFonts(): Promise<void> {
  const { virtualfs } = pdfmake as unknown as {
    virtualfs: { writeFileSync(name: string, bytes: Buffer): void }
  }
  for (const weight of ['normal', 'bold'] satisfies Weight[])
    virtualfs.writeFileSync(`${weight}.ttf`, await fontBytes(weight))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  pdfmake.setFonts({
    serif: { normal: 'normal.ttf', bold: 'bold.ttf', italics: 'normal.ttf', bolditalics: 'bold.ttf' },
  })
}
