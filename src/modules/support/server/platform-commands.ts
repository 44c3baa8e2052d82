// What can be done about support platforms: record one, change what is on record, close it, open it again.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { type FieldChange, record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Platform, PlatformDraft } from '../platform.ts'
import { movedOn, nameTaken, whyNotClose, whyNotPlatform, whyNotReopen } from '../platform-rules.ts'
import {
  closePlatform,
  insertPlatform,
  lockPlatform,
  onePlatform,
  operatorStatus,
  type PlatformRow,
  platformSubject,
  updatePlatform,
} from './platform-store.ts'

export async function knownPlatform(ctx: Context, id: string): Promise<Platform> {
  const platform = await onePlatform(ctx, id)
  if (!platform) throw notFound('平台')
  return platform
}

export async function createPlatform(ctx: Context, draft: PlatformDraft): Promise<Platform> {
  await authorize(ctx, 'support.keep', areaSubject(draft.area))
  await refuseUnfit(ctx, draft)
  const id = ctx.newId()
  await insertPlatform(ctx, id, draft).catch(explain)
  await told(ctx, 'support.create', { id, area: draft.area }, { on: draft.openedOn })
  return knownPlatform(ctx, id)
}

/** What was recorded wrongly is put right; figures of past days follow. */
export async function editPlatform(
  ctx: Context,
  id: string,
  version: number,
  draft: PlatformDraft,
): Promise<Platform> {
  const before = await toKeep(ctx, id)
  if (draft.area !== before.area) await authorize(ctx, 'support.keep', areaSubject(draft.area))
  await refuseUnfit(ctx, draft, before)
  if (before.version !== version || (await updatePlatform(ctx, { id, version }, draft).catch(explain)) !== 1)
    throw movedOn
  await told(ctx, 'support.edit', { id, area: draft.area }, { changes: differences(before, draft) })
  return knownPlatform(ctx, id)
}

export async function closeOne(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<Platform> {
  const platform = await toKeep(ctx, id)
  refuseIf(whyNotClose(platform, on, ctx.today))
  if ((await closePlatform(ctx.db, id, on)) !== 1) throw movedOn
  await told(ctx, 'support.close', platform, { on, reason })
  return knownPlatform(ctx, id)
}

export async function reopenOne(ctx: Context, id: string): Promise<Platform> {
  const platform = await toKeep(ctx, id)
  refuseIf(whyNotReopen(platform))
  if ((await closePlatform(ctx.db, id, null).catch(explain)) !== 1) throw movedOn
  await told(ctx, 'support.reopen', platform, {})
  return knownPlatform(ctx, id)
}

async function toKeep(ctx: Context, id: string): Promise<PlatformRow> {
  await authorize(ctx, 'support.keep', platformSubject(id))
  const row = await lockPlatform(ctx.db, id)
  if (!row) throw notFound('平台')
  return row
}

/** Services and an operator that stand on record already may stay. */
async function refuseUnfit(ctx: Context, draft: PlatformDraft, before?: PlatformRow): Promise<void> {
  const offered = (await rulesFor(ctx.db, draft.area))['support.services']
  const operator = draft.operator && 'organization' in draft.operator ? draft.operator.organization : null
  const isNew = operator !== null && operator !== before?.operator
  const status = isNew ? await operatorStatus(ctx, operator) : 'active'
  if (status === null) throw notFound('组织')
  const services = draft.services.filter((service) => !before?.services.includes(service))
  refuseIf(
    whyNotPlatform(
      { openedOn: draft.openedOn, services },
      { today: ctx.today, offered, operatorEnded: status === 'ended' },
    ),
  )
}

function differences(before: PlatformRow, draft: PlatformDraft): FieldChange[] {
  const { operator, ...rest } = draft
  const after = {
    ...rest,
    services: [...draft.services].sort(),
    operator: operator && 'organization' in operator ? operator.organization : null,
    operatorWords: operator && 'words' in operator ? operator.words : null,
  }
  return (Object.keys(after) as (keyof typeof after)[])
    .map((field) => ({ field, from: before[field], to: after[field] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

type Said = { on?: Day; reason?: string; changes?: FieldChange[] }

const told = (
  ctx: Context,
  action: string,
  { id, area }: { id: string; area: string },
  { on, reason, changes }: Said,
): Promise<void> =>
  record(ctx, {
    ...{ action, subjectKind: 'supportPlatform', subject: id, area },
    ...{ effectiveOn: on ?? null, reason: reason ?? null, changes: changes ?? [] },
  })

function explain(error: unknown): never {
  if (brokenConstraint(error) === 'support_platform_name_once') throw nameTaken
  throw error
}
