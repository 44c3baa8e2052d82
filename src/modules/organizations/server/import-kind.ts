// What a module says so that rows of its own kind are imported from a workbook like those of the register.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import type { DraftRow } from '../import/draft-row.ts'
import type { AreaIndex, Parsers, Remark, RowChange, Vocabulary } from '../import/index.ts'
import type { ImportWords, RowOutcome } from '../imports-api.ts'

/** Where an import stands: the area within which its words are looked up, and the course or activity it belongs to. */
export type ImportPlace = { id: string; area: string; belongsTo: string | null }

/** A row with the area that its words mean; null where they mean none, or that is a problem or a question. */
export type Placed<Values extends object = Record<string, unknown>> = DraftRow<Values> & {
  area: string | null
}

/** A row as it is kept. `statement` is what will be written; `area` where it belongs. */
export type StoredRow = {
  row: number
  outcome: RowOutcome
  name: string
  area: string | null
  statement: object
  problems: Remark[]
  warnings: Remark[]
  changes: RowChange[]
  /** The record that the row means: an organization, a social worker; null for a new one. */
  record: string | null
  /** The version that the preview saw; after the commit the one that it left. */
  version: number | null
}

/** What the writing of a row did: `before` is the record as it was, null for a new one. */
export type WrittenRow = { row: number; record: string; version: number; before: object | null }

/** `id` names the import in what it writes; `reason` says in the timeline where the rows came from. */
export type ImportAct = { id: string; reason: string }

/** Judges the rows of a table, portion by portion in its order. */
export type Judging<Values extends object> = (rows: readonly Placed<Values>[]) => Promise<StoredRow[]>

export type ImportKind<Values extends object = Record<string, unknown>> = {
  words: ImportWords
  vocabulary: Vocabulary
  parsers: Parsers<Values>
  /**
   * Fields named township, community and area say where a row lies. 'required': a row without them is a problem;
   * 'optional': it lies nowhere of its own.
   */
  place: 'required' | 'optional'
  /** Its workbook holds more than is kept of it: a day after it was decided on only the outcome stays. */
  forgets?: true
  /** Throws unless the person may import here: on uploading and before every change. */
  authorize(ctx: Context, at: ImportPlace): Promise<void>
  judging(ctx: Context, at: ImportPlace, index: AreaIndex): Promise<Judging<Values>>
  /** Holds the records that the import will write, in one order. */
  lock?(ctx: Context, id: string): Promise<unknown>
  /** Writes a portion of rows of one outcome. Throws a Problem, and nothing is written, when the world has moved on. */
  write(
    ctx: Context,
    outcome: 'new' | 'changed',
    rows: readonly StoredRow[],
    act: ImportAct,
  ): Promise<WrittenRow[]>
  /** Why the whole of it cannot be undone any more, without a full stop, or null. */
  whyNotUndo(ctx: Context, id: string): Promise<string | null>
  /** Takes a portion of written rows back. */
  takeBack(ctx: Context, rows: readonly WrittenRow[], act: ImportAct): Promise<void>
}

/** By the name that stands in the database and in addresses. */
export type ImportKinds = Readonly<Record<string, ImportKind>>

export function kindNamed(kinds: ImportKinds, name: string): ImportKind {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (!kind) throw unknownKind(name)
  return kind
}

const unknownKind = (name: string) =>
  new Problem(422, {
    code: 'import.kind',
    message: `没有“${name}”这一种表格可以导入。`,
    mend: '请从“表格导入”页重新选择。',
  })
