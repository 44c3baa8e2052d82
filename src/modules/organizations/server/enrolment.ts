// Decisions on applications reach the register here: many at once are enrolled, or rise to another tier, from a day on.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { settle } from '../import/index.ts'
import type { OrganizationDraft } from '../organization.ts'
import { setKeepers } from './enrolment-store.ts'
import { changesOf, explainTaken, merge, periodColumns, withSearch } from './organization-commands.ts'
import {
  insertOrganizations,
  lockOrganizations,
  type OrganizationRow,
  updateOrganizations,
} from './organization-store.ts'
import { rewritePeriods, startPeriods } from './period-store.ts'

/** A group that a decision puts on the register; `keeper` is the account of its leader. */
export type Enrolment = {
  id: string
  draft: OrganizationDraft
  keeper: string | null
  demo: boolean
  reason: string
}

/**
 * Puts groups on the register from a day on, whenever they were founded: figures of days before stay as they were. The
 * caller has authorized it and asked `namesakesAmong`; somebody quicker makes it a 409.
 */
export async function enrolMany(ctx: Context, enrolments: readonly Enrolment[], on: Day): Promise<void> {
  if (enrolments.length === 0) return
  const rows = enrolments.map(({ id, draft, demo }) => ({
    ...settle(draft),
    ...{ id, demo, status: 'active' as const, version: 1 },
  }))
  await insertOrganizations(ctx, rows.map(withSearch)).catch(explainTaken)
  await keepBy(ctx, enrolments)
  await startPeriods(
    ctx,
    rows.map(({ id }) => id),
    on,
  )
  const acts = rows.map((row, index) => happening('organization.create', row, enrolments[index], on, null))
  await recordAll(ctx, acts)
}

/** What a decision changes of an organization from a day on; a keeper who is known already stays. */
export type Rise = {
  id: string
  patch: Partial<OrganizationDraft>
  keeper: string | null
  reason: string
}

/** Changes organizations from a day on by a decision that the caller has authorized. They keep their identity. */
export async function raiseMany(ctx: Context, rises: readonly Rise[], on: Day): Promise<void> {
  if (rises.length === 0) return
  const before = await lockOrganizations(
    ctx.db,
    rises.map(({ id }) => id),
  )
  const known = new Map(rises.map((rise) => [rise.id, rise]))
  const after = before.map((row) => merge(row, settle({ ...draftIn(row), ...known.get(row.id)?.patch })))
  await updateOrganizations(ctx, after.map(withSearch)).catch(explainTaken)
  await keepBy(ctx, rises)
  const acts = after.map((row, index) =>
    happening('organization.change', row, known.get(row.id), on, before[index] ?? null),
  )
  const changed = acts.map(({ subject, changes }) => ({
    id: subject,
    columns: changes.flatMap(periodColumns),
  }))
  await rewritePeriods(ctx, changed, on)
  await recordAll(ctx, acts)
}

async function keepBy(ctx: Context, those: readonly { id: string; keeper: string | null }[]): Promise<void> {
  const kept = those.filter(({ keeper }) => keeper !== null)
  if (kept.length > 0) await setKeepers(ctx.db, kept)
}

const draftIn = (row: OrganizationRow): OrganizationDraft => row as unknown as OrganizationDraft

const happening = (
  action: string,
  row: OrganizationRow,
  given: { reason: string } | undefined,
  on: Day,
  before: OrganizationRow | null,
) => ({
  action,
  subjectKind: 'organization',
  subject: row.id,
  area: row.area,
  effectiveOn: on,
  reason: given?.reason ?? null,
  changes: changesOf(before, row),
})
