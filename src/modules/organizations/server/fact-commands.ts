// Facts of organizations that another module decides on: a dated change of the register, recorded beside the write.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import type { OrganizationDraft } from '../organization.ts'
import { whyNotDraft } from '../organization-rules.ts'
import { changesOf, periodColumns, withSearch } from './organization-commands.ts'
import { lockOrganizations, type OrganizationRow, updateOrganizations } from './organization-store.ts'
import { rewritePeriods } from './period-store.ts'

/** What one organization becomes from the day on. */
export type FactChange = {
  id: string
  facts: Partial<Pick<OrganizationDraft, 'partyPresence' | 'partyMembers'>>
}

/**
 * Changes facts from a day on; the caller has authorized it and checked the day. Those that have ended, and those that
 * are so already, stay as they are. A contradiction with other facts of the register is refused (422).
 */
export async function changeFactsOfMany(
  ctx: Context,
  changes: readonly FactChange[],
  from: Day,
  reason: string | null = null,
): Promise<void> {
  const wanted = new Map(changes.map(({ id, facts }) => [id, facts]))
  const before = (await lockOrganizations(ctx.db, [...wanted.keys()])).filter(
    ({ status }) => status !== 'ended',
  )
  const pairs = before
    .map((row): [OrganizationRow, OrganizationRow] => [row, { ...row, ...wanted.get(row.id) }])
    .filter(([row, after]) => changesOf(row, after).length > 0)
  for (const [, after] of pairs) refuseIf(whyNotDraft(after as unknown as OrganizationDraft, ctx.today))
  await writeChanged(ctx, pairs, from, reason)
}

async function writeChanged(
  ctx: Context,
  pairs: readonly [OrganizationRow, OrganizationRow][],
  from: Day,
  reason: string | null,
): Promise<void> {
  if (pairs.length === 0) return
  await updateOrganizations(
    ctx,
    pairs.map(([, after]) => withSearch({ ...after, version: after.version + 1 })),
  )
  const happenings = pairs.map(([row, after]) => ({
    ...{ action: 'organization.change', subjectKind: 'organization', subject: row.id, area: row.area },
    ...{ effectiveOn: from, reason, changes: changesOf(row, after) },
  }))
  await rewritePeriods(
    ctx,
    happenings.map(({ subject, changes }) => ({ id: subject, columns: changes.flatMap(periodColumns) })),
    from,
  )
  await recordAll(ctx, happenings)
}
