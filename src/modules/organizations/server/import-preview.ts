// From an uploaded workbook to a preview: what each row would do to the register, and why.
import type { Context } from '../../../platform/context.ts'
import type { Sheet, Workbook } from '../../../platform/sheets/index.ts'
import {
  type AreaIndex,
  changesIn,
  columnKey,
  type DraftRow,
  dataRows,
  type FieldId,
  faultsOf,
  findHeader,
  type Header,
  headerAt,
  indexAreas,
  matchColumns,
  newDraft,
  type Remembered,
  readRow,
  resolveArea,
  skipWords,
  statementOf,
  surveySheets,
} from '../import/index.ts'
import { existingBy, knownAreas, type Matching, type Reading, type StoredRow } from './import-store.ts'
import type { OrganizationRow } from './organization-store.ts'

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
  const rows = await compare(ctx, drafts)
  return { reading: readingOf(workbook, header, matching, drafts), rows }
}

type Placed = DraftRow & { area: string | null; question: Reading['ambiguities'][number] | null }

/** The row with the area that its words mean; a problem or a question when they do not mean one. */
function placed(draft: DraftRow, index: AreaIndex, { communities }: Matching): Placed {
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

async function compare(ctx: Context, drafts: readonly Placed[]): Promise<StoredRow[]> {
  const register = await registerFor(ctx, drafts)
  const seen = new Map<string, number>()
  return drafts.map((draft) => compareOne(ctx, draft, register, seen))
}

type Register = { byPlace: Map<string, OrganizationRow>; byCode: Map<string, OrganizationRow> }

const placeKey = (area: unknown, name: unknown): string => `${area}\n${name}`

/** Those organizations that the rows may mean: by name and area, or by unified code. */
async function registerFor(ctx: Context, drafts: readonly Placed[]): Promise<Register> {
  const names = drafts.flatMap(({ given }) => given.name ?? [])
  const codes = drafts.flatMap(({ given }) => given.unifiedCode ?? [])
  const found = await existingBy(ctx.db, { names, codes }, ctx.authority.scope('organization.import', 'o'))
  const rows = found.map(({ row }) => row)
  return {
    byPlace: new Map(rows.map((row) => [placeKey(row.area, row.name), row])),
    byCode: new Map(rows.flatMap((row) => (row.unifiedCode ? [[String(row.unifiedCode), row]] : []))),
  }
}

function compareOne(ctx: Context, draft: Placed, register: Register, seen: Map<string, number>): StoredRow {
  const statement = statementOf(draft)
  const key = placeKey(draft.area, statement.name)
  const existing =
    (statement.unifiedCode ? register.byCode.get(statement.unifiedCode) : undefined) ??
    register.byPlace.get(key)
  const twice = draft.area && statement.name ? seen.get(key) : undefined
  if (draft.area && statement.name && twice === undefined) seen.set(key, draft.row)
  const fresh = existing || !draft.area ? null : newDraft(statement, draft.area)
  const problems = [
    ...draft.problems,
    ...faultsOf(draft, fresh?.draft ?? { ...facts(existing), ...statement }, ctx.today, !existing),
    ...(twice === undefined
      ? []
      : [{ cell: draft.cells.name ?? '', message: `与第 ${twice} 行是同一个组织` }]),
    ...whyNotStatus(draft, statement.status, existing),
  ]
  const changes = existing ? changesIn(statement, existing) : []
  const outcome =
    problems.length > 0 ? 'problem' : existing ? (changes.length > 0 ? 'changed' : 'same') : 'new'
  return {
    row: draft.row,
    outcome,
    name: statement.name ?? '（没有名称）',
    area: existing ? String(existing.area) : draft.area,
    statement,
    problems,
    warnings: [...draft.warnings, ...(fresh?.assumed ?? []).map((message) => ({ cell: '', message }))],
    changes,
    organization: existing?.id ?? null,
    version: existing?.version ?? null,
  }
}

const facts = (existing: OrganizationRow | undefined) =>
  existing
    ? ({
        tier: existing.tier,
        legalForm: existing.legalForm,
        members: existing.members,
        partyMembers: existing.partyMembers,
        foundedOn: existing.foundedOn,
      } as Parameters<typeof faultsOf>[1])
    : {}

/** An ending has a day and a reason, which a table does not give. */
function whyNotStatus(draft: DraftRow, status: string | undefined, existing: OrganizationRow | undefined) {
  if (status === undefined || status === (existing?.status ?? 'active')) return []
  const message = existing
    ? `名录中的状态不同；退出、不活跃和恢复要写日期和原因，请在组织页办理`
    : '新增的组织只能是“正常”；已退出的不必导入'
  return [{ cell: draft.cells.status ?? '', message }]
}

function readingOf(
  workbook: Workbook,
  header: Header,
  { columns }: Matching,
  drafts: readonly Placed[],
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

function ambiguitiesIn(drafts: readonly Placed[]): Reading['ambiguities'] {
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
