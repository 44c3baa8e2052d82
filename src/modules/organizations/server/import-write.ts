// Writes rows of an import to the register: organizations, periods and the record of what happened.
import type { Context } from '../../../platform/context.ts'
import { type Happening, recordAll } from '../../../platform/events.ts'
import { newDraft, type Statement } from '../import/index.ts'
import type { OrganizationDraft } from '../organization.ts'
import type { ImportAct, StoredRow, WrittenRow } from './import-kind.ts'
import { registerMoved } from './import-refusals.ts'
import { changesOf, explainTaken, merge, periodColumns, withSearch } from './organization-commands.ts'
import {
  insertOrganizations,
  lockOrganizations,
  type OrganizationRow,
  takenAmong,
  updateOrganizations,
} from './organization-store.ts'
import { openFirstPeriods, rewritePeriods } from './period-store.ts'

export async function addRows(
  ctx: Context,
  rows: readonly StoredRow[],
  act: ImportAct,
): Promise<WrittenRow[]> {
  const added = rows.map((row) => newRow(ctx, row))
  const taken = await takenAmong(ctx.db, added)
  if (taken) throw registerMoved(taken.name)
  await insertOrganizations(ctx, added.map(withSearch)).catch(explainTaken)
  await openFirstPeriods(
    ctx,
    added.map((row) => row.id),
    act.id,
  )
  await recordAll(
    ctx,
    added.map((row) => happening('organization.import', act, row, null)),
  )
  return rows.map(({ row }, at) => ({ row, record: added[at]?.id ?? '', version: 1, before: null }))
}

function newRow(ctx: Context, { statement: said, area }: StoredRow): OrganizationRow {
  const statement: Statement = said
  const { draft } = newDraft(statement, area ?? '')
  return { ...draft, id: ctx.newId(), status: statement.status ?? 'active', demo: false, version: 1 }
}

export async function changeRows(
  ctx: Context,
  rows: readonly StoredRow[],
  act: ImportAct,
): Promise<WrittenRow[]> {
  const before = await lockOrganizations(
    ctx.db,
    rows.flatMap((row) => row.record ?? []),
  )
  const known = new Map(before.map((row) => [row.id, row]))
  const pairs = rows.map((row) => pairOf(row, known.get(row.record ?? '')))
  await updateOrganizations(
    ctx,
    pairs.map(({ after }) => withSearch(after)),
  ).catch(explainTaken)
  const changes = pairs.map((pair) => ({
    id: pair.after.id,
    columns: changesOf(pair.before, pair.after).flatMap(periodColumns),
  }))
  await rewritePeriods(ctx, changes, ctx.today, act.id)
  await recordAll(
    ctx,
    pairs.map(({ before, after }) => happening('organization.import', act, after, before)),
  )
  return pairs.map(({ row, before, after }) => ({
    row,
    record: after.id,
    version: after.version,
    before,
  }))
}

function pairOf(row: StoredRow, before: OrganizationRow | undefined) {
  if (!before || before.version !== row.version) throw registerMoved(row.name)
  const { status: _, ...statement }: Statement = row.statement
  const draft = { ...before, ...statement, area: row.area ?? before.area } as unknown as OrganizationDraft
  return { row: row.row, before, after: merge(before, draft) }
}

/** What an import did to one organization. */
export const happening = (
  action: string,
  { reason }: ImportAct,
  row: OrganizationRow,
  before: OrganizationRow | null,
): Happening => ({
  action,
  subjectKind: 'organization',
  subject: row.id,
  area: row.area,
  reason,
  changes: changesOf(before, row),
})
