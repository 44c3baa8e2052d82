// Documents that people print and keep: PDF with an embedded Chinese font, Word for those who want to go on writing.
import type { PdfDefinition } from './pdf.ts'
import type { WordDocument } from './word.ts'

export { drawable, missingGlyphs, substitute } from './font.ts'
export {
  codeToVerify,
  dayOnPaper,
  demoMark,
  demoWords,
  fileNameOf,
  lackingWords,
  sealPlace,
} from './paper-parts.ts'
export type { PdfContent, PdfDefinition } from './pdf.ts'
export type { WordBlock } from './word.ts'

// What makes them is loaded with the first document: a server that prints nothing yet is 24 MB smaller.

export const makePdf = async (definition: PdfDefinition): Promise<Uint8Array> =>
  (await import('./pdf.ts')).makePdf(definition)

export const makeWord = async (document: WordDocument): Promise<Uint8Array> =>
  (await import('./word.ts')).makeWord(document)
