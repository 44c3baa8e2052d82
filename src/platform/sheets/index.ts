// The door to spreadsheet files: reading, writing, marking.
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
