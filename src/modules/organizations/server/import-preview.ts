// From an uploaded workbook to a preview: what each row would do to the register, and why.
import type { Context } from '../../../platform/context.ts'
import type { Sheet, Workbook } from '../../../platform/sheets/index.ts'
import {
  type AreaIndex,
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
import { compareRows, type Placed } from './import-compare.ts'
import { knownAreas, type Matching, type Reading, type StoredRow } from './import-store.ts'

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

export type Preview = { reading: Reading; rows: StoredRow[] }

/** Reads every row of the chosen sheet and compares it with the register. */
export async function preview(
  ctx: Context,
  area: string,
  workbook: Workbook,
  matching: Matching,
): Promise<Preview> {
  const sheet = sheetNamed(workbook, matching.sheet)
  const header = headerAt(sheet, ...matching.headerRows)
  const index = indexAreas(await knownAreas(ctx.db, area))
  const columns = Object.entries(matching.columns).flatMap(([at, field]) =>
    field ? [{ index: Number(at), field }] : [],
  )
  const drafts = [...dataRows(sheet, header)].map(({ row, cells }) =>
    placed(readRow(row, cells, columns), index, matching),
  )
  const rows = await compareRows(ctx, drafts, index)
  return { reading: readingOf(workbook, header, matching, drafts), rows }
}

type Asked = Placed & { question: Reading['ambiguities'][number] | null }

/** The row with the area that its words mean; a problem or a question when they do not mean one. */
function placed(draft: DraftRow, index: AreaIndex, { communities }: Matching): Asked {
  const resolved = resolveArea(draft.given, index, communities)
  if ('code' in resolved) return { ...draft, area: resolved.code, question: null }
  const cell = draft.cells.community ?? draft.cells.area ?? draft.cells.township ?? ''
  if ('problem' in resolved) {
    const at = draft.cells[resolved.field] ?? cell
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
  { columns }: Matching,
  drafts: readonly Asked[],
): Reading {
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
    ambiguities: ambiguitiesIn(drafts),
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

function ambiguitiesIn(drafts: readonly Asked[]): Reading['ambiguities'] {
  const questions = new Map<string, Reading['ambiguities'][number]>()
  for (const { question } of drafts) {
    if (!question) continue
    const asked = questions.get(question.text)
    if (asked) asked.rows += 1
    else questions.set(question.text, { ...question })
  }
  return [...questions.values()]
}

/** What to remember of the columns, by heading. */
export function memoryOf(header: Header, columns: Matching['columns']): Record<string, FieldId | null> {
  return Object.fromEntries(
    header.columns.map(({ index, path }) => [columnKey(path), columns[index] ?? null]),
  )
}
