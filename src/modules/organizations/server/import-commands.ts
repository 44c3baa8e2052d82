// An import from upload to commit.
import type { Context } from '../../../platform/context.ts'
import { authorize } from '../../../platform/policy.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import type { Upload } from '../../../platform/upload.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { type ImportKind, type ImportKinds, type ImportPlace, kindNamed } from './import-kind.ts'
import { keepPreview, proposeMatching } from './import-preview.ts'
import { hasProblems, movedOn } from './import-refusals.ts'
import {
  countOutcomes,
  deleteRows,
  importSubject,
  insertImport,
  moveImport,
  noteWritten,
  rememberedColumns,
  rowsToWrite,
  type StoredImport,
  setResult,
} from './import-store.ts'

/** So many rows go into one statement. */
export const portion = 1_000

/** Reads the workbook and writes the preview, nothing else. Returns the import's id. */
export async function uploadImport(
  ctx: Context,
  kinds: ImportKinds,
  given: Omit<ImportPlace, 'id'> & { kind: string },
  { fileName, bytes }: Upload,
): Promise<string> {
  const at = { ...given, id: ctx.newId() }
  const kind = kindNamed(kinds, given.kind)
  await authorize(ctx, 'organization.import', areaSubject(at.area))
  await kind.authorize(ctx, at)
  const workbook = await readWorkbook(bytes, fileName)
  const matching = proposeMatching(workbook, kind, await rememberedColumns(ctx.db, ctx.who.id, given.kind))
  await insertImport(ctx, { ...at, fileName, bytes, matching })
  await keepPreview(ctx, at, kind, workbook, matching)
  return at.id
}

/** Rows done while a commit runs, by import; asked by the page of the same process. */
export const progress = new Map<string, { done: number; total: number }>()

/** Writes all rows, refused while one has a problem, or only the good ones. All or nothing. */
export async function commitImport(
  ctx: Context,
  stored: StoredImport,
  kind: ImportKind,
  which: 'all' | 'good',
): Promise<void> {
  if (!(await moveImport(ctx, stored.id, 'draft', 'committed'))) throw movedOn(stored)
  const counts = await countOutcomes(ctx.db, stored.id)
  if (which === 'all' && counts.problem > 0) throw hasProblems(counts.problem)
  await setResult(ctx.db, stored.id, {
    added: counts.new,
    changed: counts.changed,
    same: counts.same,
    left: counts.problem,
  })
  await writeAll(ctx, stored, kind, { done: 0, total: counts.new + counts.changed })
}

async function writeAll(
  ctx: Context,
  { id, fileName }: StoredImport,
  kind: ImportKind,
  report: { done: number; total: number },
): Promise<void> {
  const act = { id, reason: `导入表格“${fileName}”` }
  progress.set(id, report)
  try {
    await kind.lock?.(ctx, id)
    for (const outcome of ['new', 'changed'] as const) {
      await eachPortion(
        (after) => rowsToWrite(ctx.db, id, outcome, after, portion),
        async (rows) => noteWritten(ctx.db, id, await kind.write(ctx, outcome, rows, act)),
        report,
      )
    }
  } finally {
    progress.delete(id)
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

export async function discardImport(ctx: Context, stored: StoredImport): Promise<void> {
  if (!(await moveImport(ctx, stored.id, 'draft', 'discarded'))) throw movedOn(stored)
  await deleteRows(ctx.db, stored.id)
}

export const authorizeImport = (ctx: Context, id: string): Promise<void> =>
  authorize(ctx, 'organization.import', importSubject(id))
