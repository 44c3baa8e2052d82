// The door to spreadsheet files: reading, writing, marking.
export { annotateWorkbook, type Mark, messageTitle } from './annotate.ts'
export type { SheetLimits } from './limits.ts'
export { readWorkbook } from './read.ts'
export type { Cell, Sheet, Workbook } from './workbook.ts'
export { type SheetToWrite, writeXlsx } from './write-xlsx.ts'
