// What later modules do to the register once they have authorized and decided it themselves: enter, change, end.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { settle } from '../import/index.ts'
import type { OrganizationDraft } from '../organization.ts'
import { whyNotDraft, whyNotMove } from '../organization-rules.ts'
import {
  changesOf,
  explainTaken,
  lockOne,
  merge,
  periodColumns,
  refuseNamesake,
  withSearch,
  writeOrganization,
} from './organization-commands.ts'
import { insertOrganizations, type OrganizationRow, setKeeper } from './organization-store.ts'
import { endPeriods, openFirstPeriods, reopenPeriod, rewritePeriods } from './period-store.ts'

/** How an act is told in the timeline: `action` is one of the words of `timeline-store.ts`. */
export type Act = { action: string; on: Day; reason: string | null }

/**
 * Puts an organization on the register; gives its id. It exists from the earliest day that its draft says (founded, filed,
 * registered), else from today. `keeper` is the account of its leader.
 */
export async function enterOrganization(
  ctx: Context,
  entered: OrganizationDraft,
  { action, on, reason, keeper }: Act & { keeper: string | null },
): Promise<string> {
  const draft = settle(entered)
  refuseIf(whyNotDraft(draft, ctx.today))
  const row = { ...draft, id: ctx.newId(), status: 'active', demo: false, version: 1 } as const
  await refuseNamesake(ctx, row)
  await insertOrganizations(ctx, [withSearch(row)]).catch(explainTaken)
  if (keeper) await setKeeper(ctx.db, row.id, keeper)
  await openFirstPeriods(ctx, [row.id])
  await told(ctx, row, { action, on, reason }, changesOf(null, row))
  return row.id
}

/** Facts to change; one that is left out, or undefined, stays. */
export type Patch = { [K in keyof OrganizationDraft]?: OrganizationDraft[K] | undefined }

/** Changes some facts of an organization from a day on; it is told even where nothing differs. */
export async function changeFacts(ctx: Context, id: string, patch: Patch, act: Act): Promise<void> {
  const before = await lockOne(ctx, id)
  refuseIf(whyNotLiving(before))
  const after = merge(before, settle({ ...(before as unknown as OrganizationDraft), ...given(patch) }))
  refuseIf(whyNotDraft(after as unknown as OrganizationDraft, ctx.today))
  const changes = changesOf(before, after)
  if (changes.length > 0) {
    await refuseNamesake(ctx, after)
    await writeOrganization(ctx, after)
    await rewritePeriods(ctx, [{ id, columns: changes.flatMap(periodColumns) }], act.on)
  }
  await told(ctx, after, act, changes)
}

/** Marks an organization as dormant from a day on. */
export async function restOrganization(ctx: Context, id: string, act: Act): Promise<void> {
  const before = await lockOne(ctx, id)
  refuseIf(whyNotMove('rest', before.status))
  await writeOrganization(ctx, { ...before, status: 'dormant', version: before.version + 1 })
  await rewritePeriods(ctx, [{ id, columns: ['status'] }], act.on)
  await told(ctx, before, act, [{ field: 'status', from: before.status, to: 'dormant' }])
}

/** Ends an organization: from the day on it counts no more; its history stays. */
export async function endOrganization(ctx: Context, id: string, act: Act): Promise<void> {
  const before = await lockOne(ctx, id)
  refuseIf(whyNotMove('end', before.status))
  await writeOrganization(ctx, { ...before, status: 'ended', version: before.version + 1 })
  await endPeriods(ctx, [id], act.on)
  await told(ctx, before, act, [{ field: 'status', from: before.status, to: 'ended' }])
}

/** Takes back an ending that was a mistake: the organization goes on from that day as it was. */
export async function resumeOrganization(
  ctx: Context,
  id: string,
  status: 'active' | 'dormant',
  act: Act,
): Promise<void> {
  const before = await lockOne(ctx, id)
  refuseIf(whyNotMove('revive', before.status))
  const after = { ...before, status, version: before.version + 1 }
  await refuseNamesake(ctx, after)
  await writeOrganization(ctx, after)
  await reopenPeriod(ctx, id, act.on)
  await told(ctx, before, act, [{ field: 'status', from: before.status, to: status }])
}

const given = (patch: Patch): Partial<OrganizationDraft> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

function whyNotLiving({ name, status }: OrganizationRow): Problem | null {
  if (status !== 'ended') return null
  return new Problem(409, {
    code: 'organization.hasEnded',
    message: `“${String(name)}”已退出名录，不能再变更。`,
    mend: '确需变更的，先在名录中恢复。',
  })
}

const told = (
  ctx: Context,
  { id, area }: Pick<OrganizationRow, 'id' | 'area'>,
  { action, on, reason }: Act,
  changes: ReturnType<typeof changesOf>,
): Promise<void> =>
  record(ctx, { action, subjectKind: 'organization', subject: id, area, effectiveOn: on, reason, changes })
