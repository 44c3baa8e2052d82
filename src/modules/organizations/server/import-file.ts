// A whole import in one go, for the command line: the good rows are written, every problem is told.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import type { Upload } from '../../../platform/upload.ts'
import type { Remark } from '../import/index.ts'
import type { RowOutcome } from '../imports-api.ts'
import { portion } from './import-commands.ts'
import type { StoredRow } from './import-kind.ts'
import { preview, proposeMatching } from './import-preview.ts'
import { organizationRows } from './organization-rows.ts'

export type FileImport = { counts: Record<RowOutcome, number>; problems: Remark[] }

/** With `dryRun` nothing is written. */
export async function importFile(
  database: Database,
  ctx: Context,
  options: { area: string; upload: Upload; dryRun: boolean },
): Promise<FileImport> {
  const workbook = await readWorkbook(options.upload.bytes, options.upload.fileName)
  const rows: StoredRow[] = []
  const keep = async (part: StoredRow[]) => void rows.push(...part)
  const at = { id: '', area: options.area, belongsTo: null }
  const matching = proposeMatching(workbook, organizationRows, {})
  await preview(ctx, at, organizationRows, workbook, matching, keep)
  const reason = `导入表格“${options.upload.fileName}”`
  if (!options.dryRun) await database.transaction((db) => writeGood({ ...ctx, db }, rows, reason))
  return { counts: countOf(rows), problems: rows.flatMap(({ problems }) => problems) }
}

async function writeGood(ctx: Context, rows: readonly StoredRow[], reason: string): Promise<void> {
  const act = { id: ctx.newId(), reason }
  for (const outcome of ['new', 'changed'] as const) {
    const those = rows.filter((row) => row.outcome === outcome)
    for (let start = 0; start < those.length; start += portion)
      await organizationRows.write(ctx, outcome, those.slice(start, start + portion), act)
  }
}

function countOf(rows: readonly StoredRow[]): Record<RowOutcome, number> {
  const counts = { new: 0, same: 0, changed: 0, problem: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}
