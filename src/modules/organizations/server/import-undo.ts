// Takes a whole import back, while nothing later depends on it.
import type { Context } from '../../../platform/context.ts'
import { portion } from './import-commands.ts'
import type { ImportKind } from './import-kind.ts'
import { dependedOn, movedOn } from './import-refusals.ts'
import { moveImport, type StoredImport, writtenRows } from './import-store.ts'

/** What it added goes, what it changed is as before. */
export async function undoImport(ctx: Context, stored: StoredImport, kind: ImportKind): Promise<void> {
  if (!(await moveImport(ctx, stored.id, 'committed', 'undone'))) throw movedOn(stored)
  await kind.lock?.(ctx, stored.id)
  const why = await kind.whyNotUndo(ctx, stored.id)
  if (why) throw dependedOn(why, kind.words)
  const act = { id: stored.id, reason: `撤销导入“${stored.fileName}”` }
  let after = -1
  for (;;) {
    const rows = await writtenRows(ctx.db, stored.id, after, portion)
    if (rows.length === 0) return
    await kind.takeBack(ctx, rows, act)
    after = rows.at(-1)?.row ?? after
  }
}

export const whyNotUndo = async (
  ctx: Context,
  stored: StoredImport,
  kind: ImportKind,
): Promise<string | null> =>
  stored.status === 'committed' ? kind.whyNotUndo(ctx, stored.id) : '只有已导入的才能撤销'
