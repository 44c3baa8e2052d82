// Facts of organizations that another module decides on: a dated change of the register, recorded beside the write.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type FieldChange, recordAll } from '../../../platform/events.ts'
import type { OrganizationDraft } from '../organization.ts'
import { whyNotDraft } from '../organization-rules.ts'
import { changesOf, periodColumns, withSearch } from './organization-commands.ts'
import { lockOrganizations, type OrganizationRow, updateOrganizations } from './organization-store.ts'
import { otherwiseSince, rewritePeriods } from './period-store.ts'

/** What one organization becomes from the day on. */
export type FactChange = {
  id: string
  facts: Partial<Pick<OrganizationDraft, 'partyPresence' | 'partyMembers'>>
}

/**
 * Changes facts from a day on; the caller has authorized it and checked the day. Those that have ended, and those that
 * were so on every day since, stay as they are: one that is so today but was not on the day asked for becomes so from
 * then. A contradiction with other facts of the register is refused (422).
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
  const pairs = before.map((row): Pair => [row, { ...row, ...wanted.get(row.id) }])
  const changed = pairs.filter(([row, after]) => changesOf(row, after).length > 0)
  for (const [, after] of changed) refuseIf(whyNotDraft(after as unknown as OrganizationDraft, ctx.today))
  const facts = changes.flatMap(({ id, facts }) =>
    Object.entries(facts).map(([field, value]) => ({ id, field, value })),
  )
  await writeChanged(ctx, changed)
  await writeDated(ctx, pairs, await otherwiseSince(ctx.db, facts, from), from, reason)
}

/** As it was, as it is to be. */
type Pair = [before: OrganizationRow, after: OrganizationRow]

async function writeChanged(ctx: Context, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await updateOrganizations(
    ctx,
    pairs.map(([, after]) => withSearch({ ...after, version: after.version + 1 })),
  )
}

/** The periods from the day on, and what is told of it; `past`: what was otherwise on a day since. */
async function writeDated(
  ctx: Context,
  pairs: readonly Pair[],
  past: readonly (FieldChange & { id: string })[],
  from: Day,
  reason: string | null,
): Promise<void> {
  const happenings = pairs.flatMap(([row, after]) => {
    const today = changesOf(row, after)
    const before = past
      .filter(({ id, field }) => id === row.id && today.every((change) => change.field !== field))
      .map(({ id: _, ...change }) => change)
    const changes = [...today, ...before]
    if (changes.length === 0) return []
    const what = {
      action: 'organization.change',
      subjectKind: 'organization',
      subject: row.id,
      area: row.area,
    }
    return [{ ...what, effectiveOn: from, reason, changes }]
  })
  await rewritePeriods(
    ctx,
    happenings.map(({ subject, changes }) => ({ id: subject, columns: changes.flatMap(periodColumns) })),
    from,
  )
  await recordAll(ctx, happenings)
}
