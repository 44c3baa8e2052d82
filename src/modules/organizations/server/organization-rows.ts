// The register as a kind of import: rows become organizations, changes of them, or moves.

import type { Context } from '../../../platform/context.ts'
import { isReferredTo } from '../../../platform/db.ts'
import { recordAll } from '../../../platform/events.ts'
import { type FieldValues, parsers, registerVocabulary } from '../import/index.ts'
import { comparer } from './import-compare.ts'
import type { ImportAct, ImportKind, WrittenRow } from './import-kind.ts'
import { carriedOn } from './import-refusals.ts'
import { changedSince, lockImported } from './import-store.ts'
import { addRows, changeRows, happening } from './import-write.ts'
import { explainTaken, withSearch } from './organization-commands.ts'
import {
  deleteOrganizations,
  lockOrganizations,
  type OrganizationRow,
  updateOrganizations,
} from './organization-store.ts'
import { takeBackPeriods } from './period-store.ts'

export const organizationRows: ImportKind<FieldValues> = {
  words: {
    title: '社区社会组织',
    book: '名录',
    thing: '组织',
    unit: '个',
    link: '/organizations?area={area}',
    record: '/organizations/{id}',
  },
  vocabulary: registerVocabulary,
  parsers,
  place: 'required',
  /** `organization.import` in the area is asked of every import. */
  authorize: async () => undefined,
  judging: async (ctx, _at, index) => comparer(ctx, index),
  lock: (ctx, id) => lockImported(ctx.db, id),
  write: (ctx, outcome, rows, act) => (outcome === 'new' ? addRows : changeRows)(ctx, rows, act),
  whyNotUndo: async (ctx, id) => {
    const later = await changedSince(ctx.db, id)
    return later && `导入之后“${later.name}”又被改过`
  },
  takeBack,
}

/** Organizations that it added go, those that it changed are as before, their days as well. */
async function takeBack(ctx: Context, rows: readonly WrittenRow[], act: ImportAct): Promise<void> {
  const ids = rows.map((row) => row.record)
  const now = await lockOrganizations(ctx.db, ids)
  const before = new Map(rows.map((row) => [row.record, row.before as OrganizationRow | null]))
  const restored = rows.flatMap(({ before, version }) =>
    before ? [{ ...(before as OrganizationRow), version: version + 1 }] : [],
  )
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
