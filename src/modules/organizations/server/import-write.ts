// Writes the rows of an import to the register: organizations, periods and the record of what happened.
import type { Context } from '../../../platform/context.ts'
import { type Happening, recordAll } from '../../../platform/events.ts'
import { newDraft } from '../import/index.ts'
import type { OrganizationDraft } from '../organization.ts'
import { registerMoved } from './import-refusals.ts'
import type { StoredRow, WrittenRow } from './import-store.ts'
import { changesOf, explainTaken, merge, periodColumns, withSearch } from './organization-commands.ts'
import {
  insertOrganizations,
  lockOrganizations,
  type OrganizationRow,
  takenAmong,
  updateOrganizations,
} from './organization-store.ts'
import { openFirstPeriods, rewritePeriods } from './period-store.ts'

/** So many rows go into one statement. */
export const portion = 1_000

/** `id` names the import in the periods that it writes; `reason` says in the timeline where the rows came from. */
export type Act = { id: string; reason: string }

export async function addRows(ctx: Context, rows: readonly StoredRow[], act: Act): Promise<WrittenRow[]> {
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
  return rows.map(({ row }, at) => ({ row, organization: added[at]?.id ?? '', version: 1, before: null }))
}

function newRow(ctx: Context, { statement, area }: StoredRow): OrganizationRow {
  const { draft } = newDraft(statement, area ?? '')
  return { ...draft, id: ctx.newId(), status: statement.status ?? 'active', demo: false, version: 1 }
}

export async function changeRows(ctx: Context, rows: readonly StoredRow[], act: Act): Promise<WrittenRow[]> {
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
  await rewritePeriods(ctx, changes, ctx.today, act.id)
  await recordAll(
    ctx,
    pairs.map(({ before, after }) => happening('organization.import', act, after, before)),
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
  const draft = { ...before, ...statement, area: row.area ?? before.area } as unknown as OrganizationDraft
  return { row: row.row, before, after: merge(before, draft) }
}

/** What an import did to one organization. */
export const happening = (
  action: string,
  { reason }: Act,
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
