// The door to understanding tables: headings, columns, values.
export { settle } from './as-in-sheet.ts'
export { type Choice, labelsOf, parseChoice } from './choice-tables.ts'
export { type SkippedRow, type SkipReason, skipWords } from './data-rows.ts'
export { type DraftRow, type MatchedColumn, type Remark, readRow } from './draft-row.ts'
export { type FieldId, fieldIds, fieldLabels } from './fields.ts'
export { type Column, dataRows, findHeader, type Header, headerAt } from './header.ts'
export { columnKey, type Match, matchColumns, type Remembered } from './match-columns.ts'
export {
  changesIn,
  faultsOf,
  maskedRemarks,
  newDraft,
  type RowChange,
  type Statement,
  statementOf,
} from './outcome.ts'
export type { GivenDay } from './parse-day.ts'
export { isProblem, type Parsed, type Parser } from './parsed.ts'
export { type FieldValues, parsers, writers } from './read-field.ts'
export { type AreaIndex, indexAreas, type KnownArea, resolveArea } from './resolve-area.ts'
export { type SheetFinding, type SheetKind, surveySheets } from './survey.ts'
export { type Cell, cellName, shownText, type Table } from './table.ts'
