// An import from upload to undo.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { readWorkbook, type Workbook } from '../../../platform/sheets/index.ts'
import type { Upload } from '../../../platform/upload.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { type FieldId, findHeader, headerAt, newDraft } from '../import/index.ts'
import type { ImportStatus } from '../imports-api.ts'
import type { OrganizationDraft } from '../organization.ts'
import { matchingOf, memoryOf, preview, proposeMatching, sheetNamed } from './import-preview.ts'
import {
  changedSince,
  countOutcomes,
  deleteRows,
  importBytes,
  importSubject,
  insertImport,
  insertRows,
  type Matching,
  moveImport,
  noteWritten,
  rememberColumns,
  rememberedColumns,
  rowsToWrite,
  type StoredImport,
  type StoredRow,
  setMatching,
  type WrittenRow,
  writtenRows,
} from './import-store.ts'
import { changesOf, explainTaken, merge, periodColumns, withSearch } from './organization-commands.ts'
import {
  deleteOrganizations,
  insertOrganizations,
  lockOrganizations,
  type OrganizationRow,
  updateOrganizations,
} from './organization-store.ts'
import { openFirstPeriods, rewritePeriods, takeBackPeriods } from './period-store.ts'

const portion = 2_000

/** Reads the workbook and writes the preview; the register stays as it is. Returns the import's id. */
export async function uploadImport(ctx: Context, area: string, { fileName, bytes }: Upload): Promise<string> {
  await authorize(ctx, 'organization.import', areaSubject(area))
  const workbook = await readWorkbook(bytes, fileName)
  const matching = proposeMatching(workbook, await rememberedColumns(ctx.db, ctx.who.id))
  const { reading, rows } = await preview(ctx, area, workbook, matching)
  const id = ctx.newId()
  await insertImport(ctx, { id, area, fileName, bytes, matching, reading })
  await keepRows(ctx, id, rows)
  return id
}

async function keepRows(ctx: Context, id: string, rows: readonly StoredRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += portion) {
    await insertRows(ctx.db, id, rows.slice(start, start + portion))
  }
}

export type MatchingChange = {
  sheet?: string | undefined
  /** As people count, from 1. */
  headerRows?: readonly [number, number] | undefined
  columns?: Record<string, string | null> | undefined
  communities?: Record<string, string> | undefined
}

/** Takes the uploader's corrections and makes the preview anew. */
export async function changeMatching(
  ctx: Context,
  stored: StoredImport,
  change: MatchingChange,
): Promise<void> {
  refuseUnless('draft', stored)
  const workbook = await readWorkbook(await importBytes(ctx.db, stored.id), stored.fileName)
  const matching = await nextMatching(ctx, workbook, stored.matching, change)
  const { reading, rows } = await preview(ctx, stored.area, workbook, matching)
  await setMatching(ctx.db, stored.id, matching, reading)
  await deleteRows(ctx.db, stored.id)
  await keepRows(ctx, stored.id, rows)
}

async function nextMatching(
  ctx: Context,
  workbook: Workbook,
  now: Matching,
  change: MatchingChange,
): Promise<Matching> {
  const base = await headerOf(ctx, workbook, now, change)
  const communities = { ...base.communities, ...change.communities }
  const columns = { ...base.columns, ...(change.columns as Record<string, FieldId | null> | undefined) }
  if (change.columns && ctx.who.id) {
    const header = headerAt(sheetNamed(workbook, base.sheet), ...base.headerRows)
    await rememberColumns(ctx.db, ctx.who.id, memoryOf(header, columns))
  }
  return { ...base, columns, communities }
}

/** Another sheet or other header rows: the columns are proposed anew. */
async function headerOf(
  ctx: Context,
  workbook: Workbook,
  now: Matching,
  { sheet, headerRows }: MatchingChange,
): Promise<Matching> {
  if (sheet === undefined && headerRows === undefined) return now
  const chosen = sheetNamed(workbook, sheet ?? now.sheet)
  const header = headerRows ? headerAt(chosen, headerRows[0] - 1, headerRows[1] - 1) : findHeader(chosen)
  return matchingOf(chosen, header, await rememberedColumns(ctx.db, ctx.who.id))
}

/** Rows done while a commit runs, by import; asked by the page of the same process. */
export const progress = new Map<string, { done: number; total: number }>()

/** Writes to the register: all rows, refused while one has a problem, or only the good ones. All or nothing. */
export async function commitImport(ctx: Context, stored: StoredImport, which: 'all' | 'good'): Promise<void> {
  const counts = await countOutcomes(ctx.db, stored.id)
  if (which === 'all' && counts.problem > 0) throw hasProblems(counts.problem)
  const result = { added: counts.new, changed: counts.changed, same: counts.same, left: counts.problem }
  if (!(await moveImport(ctx, stored.id, 'draft', 'committed', result))) throw movedOn(stored)
  const report = { done: 0, total: counts.new + counts.changed }
  progress.set(stored.id, report)
  try {
    for (const [outcome, write] of [
      ['new', addRows],
      ['changed', changeRows],
    ] as const) {
      await eachPortion(
        (after) => rowsToWrite(ctx.db, stored.id, outcome, after, portion),
        async (rows) => noteWritten(ctx.db, stored.id, await write(ctx, rows, `import ${stored.id}`)),
        report,
      )
    }
  } finally {
    progress.delete(stored.id)
  }
}

async function eachPortion<T extends { row: number }>(
  read: (after: number) => Promise<T[]>,
  work: (rows: T[]) => Promise<unknown>,
  report: { done: number },
): Promise<void> {
  for (let rows = await read(-1); rows.length > 0; rows = await read(rows.at(-1)?.row ?? 0)) {
    await work(rows)
    report.done += rows.length
  }
}

/** Writes rows that passed the preview straight to the register: the new ones and the changed ones. */
export async function writeRows(ctx: Context, rows: readonly StoredRow[], reason: string): Promise<void> {
  for (const [outcome, write] of [
    ['new', addRows],
    ['changed', changeRows],
  ] as const) {
    const those = rows.filter((row) => row.outcome === outcome)
    for (let start = 0; start < those.length; start += portion)
      await write(ctx, those.slice(start, start + portion), reason)
  }
}

async function addRows(ctx: Context, rows: readonly StoredRow[], reason: string): Promise<WrittenRow[]> {
  const added = rows.map((row) => newRow(ctx, row))
  await insertOrganizations(ctx, added.map(withSearch)).catch(explainTaken)
  await openFirstPeriods(
    ctx,
    added.map((row) => row.id),
  )
  await recordAll(
    ctx,
    added.map((row) => happening('organization.import', reason, row, null)),
  )
  return rows.map(({ row }, at) => ({ row, organization: added[at]?.id ?? '', version: 1, before: null }))
}

function newRow(ctx: Context, { statement, area }: StoredRow): OrganizationRow {
  const { draft } = newDraft(statement, area ?? '')
  return { ...draft, id: ctx.newId(), status: 'active', demo: false, version: 1 }
}

async function changeRows(ctx: Context, rows: readonly StoredRow[], reason: string): Promise<WrittenRow[]> {
  const before = await lockOrganizations(
    ctx.db,
    rows.flatMap((row) => row.organization ?? []),
  )
  const known = new Map(before.map((row) => [row.id, row]))
  const pairs = rows.map((row) => pairOf(row, known.get(row.organization ?? '')))
  await updateOrganizations(
    ctx,
    pairs.map(({ after }) => withSearch(after)),
  ).catch(explainTaken)
  const changes = pairs.map((pair) => ({
    id: pair.after.id,
    columns: changesOf(pair.before, pair.after).flatMap(periodColumns),
  }))
  await rewritePeriods(ctx, changes, ctx.today)
  await recordAll(
    ctx,
    pairs.map(({ before, after }) => happening('organization.import', reason, after, before)),
  )
  return pairs.map(({ row, before, after }) => ({
    row,
    organization: after.id,
    version: after.version,
    before,
  }))
}

function pairOf(row: StoredRow, before: OrganizationRow | undefined) {
  if (!before || before.version !== row.version) throw registerMoved(row.name)
  const { status: _, ...statement } = row.statement
  const draft = { ...before, ...statement } as unknown as OrganizationDraft
  return { row: row.row, before, after: merge(before, draft) }
}

const happening = (action: string, reason: string, row: OrganizationRow, before: OrganizationRow | null) => ({
  action,
  subjectKind: 'organization',
  subject: row.id,
  area: row.area,
  reason,
  changes: changesOf(before, row),
})

/** Takes the whole import back, while nothing later depends on it. */
export async function undoImport(ctx: Context, stored: StoredImport): Promise<void> {
  const moved = await moveImport(ctx, stored.id, 'committed', 'undone', null)
  if (!moved) throw movedOn(stored)
  const later = await changedSince(ctx.db, stored.id)
  if (later) throw dependedOn(later.name)
  const report = { done: 0 }
  await eachPortion(
    (after) => writtenRows(ctx.db, stored.id, after, portion),
    (rows) => takeBack(ctx, stored.id, rows, moved.decidedAt),
    report,
  )
}

async function takeBack(ctx: Context, id: string, rows: WrittenRow[], recordedAt: string): Promise<void> {
  const locked = new Map(
    (
      await lockOrganizations(
        ctx.db,
        rows.map((row) => row.organization),
      )
    ).map((row) => [row.id, row]),
  )
  const added = rows.filter((row) => row.before === null)
  const restored = rows.flatMap(({ before, version }) =>
    before ? [{ ...before, version: version + 1 }] : [],
  )
  await takeBackPeriods(
    ctx.db,
    restored.map((row) => row.id),
    recordedAt,
  )
  await updateOrganizations(ctx, restored.map(withSearch))
  await deleteOrganizations(
    ctx.db,
    added.map((row) => row.organization),
  )
  await recordAll(
    ctx,
    rows.flatMap(({ organization }) => {
      const row = locked.get(organization)
      return row ? [happening('organization.undoImport', `import ${id}`, row, row)] : []
    }),
  )
}

export async function discardImport(ctx: Context, stored: StoredImport): Promise<void> {
  if (!(await moveImport(ctx, stored.id, 'draft', 'discarded', null))) throw movedOn(stored)
  await deleteRows(ctx.db, stored.id)
}

export const authorizeImport = (ctx: Context, id: string): Promise<void> =>
  authorize(ctx, 'organization.import', importSubject(id))

function refuseUnless(status: ImportStatus, stored: StoredImport): void {
  if (stored.status !== status) throw movedOn(stored)
}

const movedOn = (stored: StoredImport) =>
  new Problem(409, {
    code: 'import.movedOn',
    message: `“${stored.fileName}”的状态已经变了，这一步不能再做。`,
    mend: '请刷新页面看它现在的状态。',
  })

const hasProblems = (count: number) =>
  new Problem(422, {
    code: 'import.hasProblems',
    message: `还有 ${count} 行有问题，不能全部导入。`,
    mend: '请下载标注错误的表格改正后重新上传，或选择只导入没有问题的行。',
  })

const registerMoved = (name: string) =>
  new Problem(409, {
    code: 'import.registerMoved',
    message: `预览之后，“${name}”在名录里被改过。`,
    mend: '请重新预览（在第一步点“重新读取”），核对后再导入。',
  })

const dependedOn = (name: string) =>
  new Problem(409, {
    code: 'import.dependedOn',
    message: `导入之后“${name}”又被改过，整次导入不能再撤销。`,
    mend: '请逐个修改需要改正的组织。',
  })

export const whyNotUndo = async (ctx: Context, stored: StoredImport): Promise<string | null> => {
  if (stored.status !== 'committed') return '只有已导入的才能撤销'
  const later = await changedSince(ctx.db, stored.id)
  return later ? `导入之后“${later.name}”又被改过` : null
}
