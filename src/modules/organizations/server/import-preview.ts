// From an uploaded workbook to a preview: what each row would do to the register, and why.
import type { Context } from '../../../platform/context.ts'
import type { Sheet, Workbook } from '../../../platform/sheets/index.ts'
import {
  type AreaIndex,
  cellOf,
  columnKey,
  type DraftRow,
  dataRows,
  type FieldId,
  findHeader,
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
import { comparer, type Placed } from './import-compare.ts'
import {
  insertRows,
  knownAreas,
  type Matching,
  type Reading,
  type StoredRow,
  setReading,
} from './import-store.ts'

/** The sheet that most looks like a register, its header, and the fields proposed for its columns. */
export function proposeMatching(workbook: Workbook, remembered: Remembered): Matching {
  const { best } = surveySheets(workbook.sheets)
  const sheet = workbook.sheets[best ?? 0] as Sheet
  return matchingOf(sheet, findHeader(sheet), remembered)
}

/** The same for a sheet and header rows that a person chose. */
export function matchingOf(sheet: Sheet, header: Header | null, remembered: Remembered): Matching {
  const matches = header ? matchColumns(header.columns, undefined, remembered) : []
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
  { id, area }: { id: string; area: string },
  workbook: Workbook,
  matching: Matching,
): Promise<void> {
  const reading = await preview(ctx, area, workbook, matching, (rows) => insertRows(ctx.db, id, rows))
  await setReading(ctx.db, id, reading)
}

/** So many rows are compared at a time: a large table is never in memory in more than one form. */
const portion = 1_000

/** Reads every row of the chosen sheet, compares it with the register and hands it on, in the order of the sheet. */
export async function preview(
  ctx: Context,
  area: string,
  workbook: Workbook,
  matching: Matching,
  keep: (rows: StoredRow[]) => Promise<unknown>,
): Promise<Reading> {
  const sheet = sheetNamed(workbook, matching.sheet)
  const header = headerAt(sheet, ...matching.headerRows)
  const index = indexAreas(await knownAreas(ctx.db, area))
  const compare = comparer(ctx, index)
  const questions: Questions = new Map()
  for (const drafts of portionsOf(draftsOf(sheet, header, index, matching))) {
    for (const { question } of drafts) if (question) ask(questions, question)
    await keep(await compare(drafts))
  }
  return readingOf(workbook, header, matching, questions)
}

function* draftsOf(sheet: Sheet, header: Header, index: AreaIndex, matching: Matching): Generator<Asked> {
  const columns = Object.entries(matching.columns).flatMap(([at, field]) =>
    field ? [{ index: Number(at), field }] : [],
  )
  for (const { row, cells } of dataRows(sheet, header))
    yield placed(readRow(row, cells, columns), index, matching)
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
function placed(draft: DraftRow, index: AreaIndex, { communities }: Matching): Asked {
  const resolved = resolveArea(draft.given, index, communities)
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

function readingOf(workbook: Workbook, header: Header, { columns }: Matching, questions: Questions): Reading {
  const matches = new Map(matchColumns(header.columns).map((match) => [match.index, match.reason]))
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
export function memoryOf(header: Header, columns: Matching['columns']): Record<string, FieldId | null> {
  return Object.fromEntries(
    header.columns.map(({ index, path }) => [columnKey(path), columns[index] ?? null]),
  )
}
