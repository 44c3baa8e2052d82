// The door to understanding tables: headings, columns, values.
export { settle } from './as-in-sheet.ts'
export { labelsOf } from './choice-tables.ts'
export { skipWords } from './data-rows.ts'
export { cellOf, type DraftRow, type Parsers, type Remark, readRow } from './draft-row.ts'
export { type FieldId, fieldIds, fieldLabels } from './fields.ts'
export { dataRows, findHeader, type Header, headerAt } from './header.ts'
export { columnKey, matchColumns, type Remembered } from './match-columns.ts'
export {
  changesIn,
  faultsOf,
  maskedRemarks,
  newDraft,
  type RowChange,
  type Statement,
  statementOf,
} from './outcome.ts'
export { type GivenDay, parseDay } from './parse-day.ts'
export { parsePhone } from './parse-phone.ts'
export { parseName, parseText } from './parse-text.ts'
export { mismatch, nothing, type Parsed, readPlain } from './parsed.ts'
export { type FieldValues, parsers, writers } from './read-field.ts'
export { registerVocabulary } from './register-vocabulary.ts'
export { type AreaIndex, type AreaWords, indexAreas, type KnownArea, resolveArea } from './resolve-area.ts'
export { surveySheets } from './survey.ts'
export type { Vocabulary } from './vocabulary.ts'
