// From an uploaded workbook to a preview: what each row would do, and why.
import type { Context } from '../../../platform/context.ts'
import type { Sheet, Workbook } from '../../../platform/sheets/index.ts'
import {
  type AreaIndex,
  type AreaWords,
  cellOf,
  columnKey,
  type DraftRow,
  dataRows,
  type Header,
  headerAt,
  indexAreas,
  matchColumns,
  type Remembered,
  readRow,
  resolveArea,
  skipWords,
  surveySheets,
} from '../import/index.ts'
import type { ImportKind, ImportPlace, Placed, StoredRow } from './import-kind.ts'
import { insertRows, knownAreas, type Matching, type Reading, setReading } from './import-store.ts'

/** The sheet that most looks like a table of the kind, its header, and the fields proposed for its columns. */
export function proposeMatching(workbook: Workbook, kind: ImportKind, remembered: Remembered): Matching {
  const { best, findings } = surveySheets(workbook.sheets, kind.vocabulary)
  const at = best ?? 0
  return matchingOf(workbook.sheets[at] as Sheet, findings[at]?.header ?? null, kind, remembered)
}

/** The same for a sheet and header rows that a person chose. */
export function matchingOf(
  sheet: Sheet,
  header: Header | null,
  { vocabulary }: ImportKind,
  remembered: Remembered,
): Matching {
  const matches = header ? matchColumns(header.columns, vocabulary, remembered) : []
  return {
    sheet: sheet.name,
    headerRows: header?.headerRows ?? [0, 0],
    columns: Object.fromEntries(matches.map(({ index, field }) => [index, field])),
    communities: {},
  }
}

export const sheetNamed = ({ sheets }: Workbook, name: string): Sheet =>
  sheets.find((sheet) => sheet.name === name) ?? (sheets[0] as Sheet)

/** Makes the preview of an import and keeps it. */
export async function keepPreview(
  ctx: Context,
  at: ImportPlace,
  kind: ImportKind,
  workbook: Workbook,
  matching: Matching,
): Promise<void> {
  const keep = (rows: StoredRow[]) => insertRows(ctx.db, at.id, rows)
  await setReading(ctx.db, at.id, await preview(ctx, at, kind, workbook, matching, keep))
}

/** So many rows are compared at a time: a large table is never in memory in more than one form. */
const portion = 1_000

/**
 * Reads every row of the chosen sheet, has it judged and hands it on, in the order of the sheet. It empties the rows that
 * it has read: of a large table only what is still to come is kept.
 */
export async function preview(
  ctx: Context,
  at: ImportPlace,
  kind: ImportKind,
  workbook: Workbook,
  matching: Matching,
  keep: (rows: StoredRow[]) => Promise<unknown>,
): Promise<Reading> {
  const sheet = sheetNamed(workbook, matching.sheet)
  const header = headerAt(sheet, ...matching.headerRows, kind.vocabulary)
  const index = indexAreas(await knownAreas(ctx.db, at.area))
  const judge = await kind.judging(ctx, at, index)
  const questions: Questions = new Map()
  for (const drafts of portionsOf(draftsOf(sheet, header, kind, index, matching))) {
    for (const { question } of drafts) if (question) ask(questions, question)
    await keep(await judge(drafts))
    for (const { row } of drafts) sheet.rows[row - 1] = noCells
  }
  return readingOf(workbook, header, kind, matching, questions)
}

const noCells: Sheet['rows'][number] = []

function* draftsOf(
  sheet: Sheet,
  header: Header,
  kind: ImportKind,
  index: AreaIndex,
  matching: Matching,
): Generator<Asked> {
  const columns = Object.entries(matching.columns).flatMap(([at, field]) =>
    field ? [{ index: Number(at), field }] : [],
  )
  for (const { row, cells } of dataRows(sheet, header))
    yield placed(readRow(row, cells, columns, kind.parsers), kind, index, matching)
}

function* portionsOf<T>(items: Iterable<T>): Generator<T[]> {
  let part: T[] = []
  for (const item of items) {
    part.push(item)
    if (part.length < portion) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

type Question = Reading['ambiguities'][number]
type Questions = Map<string, Question>
type Asked = Placed & { question: Question | null }

/** The row with the area that its words mean; a problem or a question when they do not mean one. */
function placed(
  draft: DraftRow<Record<string, unknown>>,
  { place }: ImportKind,
  index: AreaIndex,
  { communities }: Matching,
): Asked {
  const words: AreaWords = draft.given
  const silent = !words.township && !words.community && !words.area
  if (place === 'optional' && silent) return { ...draft, area: null, question: null }
  const resolved = resolveArea(words, index, communities)
  if ('code' in resolved) return { ...draft, area: resolved.code, question: null }
  const cell = cellOf(draft, 'community', 'area', 'township')
  if ('problem' in resolved) {
    const at = cellOf(draft, resolved.field) || cell
    return {
      ...draft,
      area: null,
      question: null,
      problems: [...draft.problems, { cell: at, message: resolved.problem }],
    }
  }
  const { text, candidates } = resolved
  const message = `“${text}”可能是 ${candidates.length} 个地方之一，请在上面选择`
  const question = {
    text,
    rows: 1,
    candidates: candidates.map(({ code, name, where }) => ({ code, name, where })),
  }
  return { ...draft, area: null, question, problems: [...draft.problems, { cell, message }] }
}

function readingOf(
  workbook: Workbook,
  header: Header,
  { vocabulary }: ImportKind,
  { columns }: Matching,
  questions: Questions,
): Reading {
  const matches = new Map(
    matchColumns(header.columns, vocabulary).map((match) => [match.index, match.reason]),
  )
  return {
    sheets: workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    columns: header.columns.map(({ index, path, samples }) => ({
      index,
      path,
      why: columns[index] === undefined ? null : (matches.get(index) ?? null),
      samples: samples.slice(0, 3),
    })),
    remarks: remarksOf(header),
    ambiguities: [...questions.values()],
  }
}

/** "没有当作数据：标题或填报说明 第 1、2 行". */
function remarksOf({ skipped }: Header): string[] {
  const reasons = new Map<string, number[]>()
  for (const { reason, row } of skipped) {
    if (reason === 'empty') continue
    reasons.set(reason, [...(reasons.get(reason) ?? []), row + 1])
  }
  return [...reasons].map(([reason, rows]) => {
    const shown = rows.slice(0, 8).join('、')
    return `没有当作数据：${skipWords[reason as keyof typeof skipWords]}（第 ${shown}${rows.length > 8 ? `……共 ${rows.length}` : ''} 行）`
  })
}

function ask(questions: Questions, question: Question): void {
  const asked = questions.get(question.text)
  if (asked) asked.rows += 1
  else questions.set(question.text, { ...question })
}

/** What to remember of the columns, by heading. */
export function memoryOf(header: Header, columns: Matching['columns']): Remembered {
  return Object.fromEntries(
    header.columns.map(({ index, path }) => [columnKey(path), columns[index] ?? null]),
  )
}
