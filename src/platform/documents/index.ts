// Documents that people print and keep: PDF with an embedded Chinese font, Word for those who want to go on writing.
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
export { makePdf, type PdfContent, type PdfDefinition } from './pdf.ts'
export { makeWord, type WordBlock } from './word.ts'
