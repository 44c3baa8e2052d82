// The door to spreadsheet files: reading, writing, marking.

export { annotateWorkbook, type Mark, messageTitle, type SheetOptions } from './annotate.ts'
export { defaultLimits, type SheetLimits } from './limits.ts'
export { readWorkbook } from './read.ts'
export {
  type Cell,
  cellName,
  columnName,
  type DayCell,
  type ErrorCell,
  isBlank,
  type Merge,
  type Precision,
  type Sheet,
  type Workbook,
  type WorkbookKind,
} from './workbook.ts'
export { type ColumnToWrite, type SheetToWrite, writeXlsx } from './write-xlsx.ts'
