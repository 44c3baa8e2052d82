// Takes a whole import back, while nothing later depends on it.
import type { Context } from '../../../platform/context.ts'
import { isReferredTo } from '../../../platform/db.ts'
import { recordAll } from '../../../platform/events.ts'
import { carriedOn, dependedOn, movedOn } from './import-refusals.ts'
import {
  changedSince,
  lockImported,
  moveImport,
  type StoredImport,
  type WrittenRow,
  writtenRows,
} from './import-store.ts'
import { type Act, happening, portion } from './import-write.ts'
import { explainTaken, withSearch } from './organization-commands.ts'
import { deleteOrganizations, lockOrganizations, updateOrganizations } from './organization-store.ts'
import { takeBackPeriods } from './period-store.ts'

/** Organizations that it added go, those that it changed are as before, their days as well. */
export async function undoImport(ctx: Context, stored: StoredImport): Promise<void> {
  if (!(await moveImport(ctx, stored.id, 'committed', 'undone'))) throw movedOn(stored)
  await lockImported(ctx.db, stored.id)
  const later = await changedSince(ctx.db, stored.id)
  if (later) throw dependedOn(later.name)
  const act = { id: stored.id, reason: `撤销导入“${stored.fileName}”` }
  let after = -1
  for (;;) {
    const rows = await writtenRows(ctx.db, stored.id, after, portion)
    if (rows.length === 0) return
    await takeBack(ctx, rows, act)
    after = rows.at(-1)?.row ?? after
  }
}

async function takeBack(ctx: Context, rows: readonly WrittenRow[], act: Act): Promise<void> {
  const ids = rows.map((row) => row.organization)
  const now = await lockOrganizations(ctx.db, ids)
  const before = new Map(rows.map((row) => [row.organization, row.before]))
  const restored = rows.flatMap((row) => (row.before ? [{ ...row.before, version: row.version + 1 }] : []))
  await takeBackPeriods(ctx.db, ids, act.id)
  await updateOrganizations(ctx, restored.map(withSearch)).catch(explainTaken)
  await deleteOrganizations(
    ctx.db,
    ids.filter((id) => !before.get(id)),
  ).catch(explainReferred)
  await recordAll(
    ctx,
    now.map((row) => happening('organization.undoImport', act, before.get(row.id) ?? row, row)),
  )
}

/** Certificates, applications and the like belong to an organization that exists. */
function explainReferred(error: unknown): never {
  throw isReferredTo(error) ? carriedOn : error
}

export const whyNotUndo = async (ctx: Context, stored: StoredImport): Promise<string | null> => {
  if (stored.status !== 'committed') return '只有已导入的才能撤销'
  const later = await changedSince(ctx.db, stored.id)
  return later ? `导入之后“${later.name}”又被改过` : null
}
