// What officers do with a campaign: draft, change, open, close with its baseline, reopen, give up.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { Census, CensusDraft } from '../census.ts'
import { type Step, whyNot, whyNotClose, whyNotDue, whyNotEdit, whyNotOver } from '../census-rules.ts'
import { freezeBaseline, withdrawBaseline } from './baseline-store.ts'
import {
  type CensusRow,
  censusSubject,
  givePlaces,
  insertCensus,
  lockOpenings,
  moveCensus,
  oneCensus,
  openOver,
  updateCensus,
} from './census-store.ts'
import { sumOf } from './census-views.ts'

export async function createCensus(ctx: Context, draft: CensusDraft): Promise<Census> {
  await authorize(ctx, 'census.run', areaSubject(draft.area))
  refuseIf(whyNotDue(draft.dueOn, ctx.today))
  const id = ctx.newId()
  await insertCensus(ctx, id, draft)
  await told(ctx, 'create', { id, area: draft.area })
  return knownCensus(ctx, id)
}

export async function editCensus(ctx: Context, id: string, draft: CensusDraft): Promise<Census> {
  const census = await toRun(ctx, id)
  await authorize(ctx, 'census.run', areaSubject(draft.area))
  refuseIf(whyNotEdit(census, draft))
  if (draft.dueOn !== census.dueOn) refuseIf(whyNotDue(draft.dueOn, ctx.today))
  if ((await updateCensus(ctx, census, draft)) !== 1) throw movedOn
  const changes = (Object.keys(draft) as (keyof CensusDraft)[])
    .filter((field) => draft[field] !== census[field])
    .map((field) => ({ field, from: census[field], to: draft[field] }))
  await told(ctx, 'edit', { id, area: draft.area }, { changes })
  return knownCensus(ctx, id)
}

/** Every place gets its list. Whoever opens second over the same place is told of the first. */
export async function openCensus(ctx: Context, id: string): Promise<Census> {
  const census = await toRun(ctx, id)
  refuseIf(whyNot('open', census) ?? whyNotDue(census.dueOn, ctx.today))
  await free(ctx, id)
  await take(ctx, census, 'open')
  await givePlaces(ctx.db, census)
  await told(ctx, 'open', census)
  return knownCensus(ctx, id)
}

/** Freezes what every place has today. No answer can arrive after it: an answer holds the campaign's row. */
export async function closeCensus(ctx: Context, id: string, reason: string | null): Promise<Census> {
  const census = await toRun(ctx, id)
  refuseIf(whyNot('close', census))
  await take(ctx, census, 'close')
  refuseIf(whyNotClose(await sumOf(ctx, census), reason))
  const frozen = await freezeBaseline(ctx, census)
  await told(ctx, 'close', census, { reason, changes: [{ field: 'baseline', from: null, to: frozen }] })
  return knownCensus(ctx, id)
}

/** The baseline is withdrawn and stays on record; the next closing freezes a new one. */
export async function reopenCensus(ctx: Context, id: string, reason: string): Promise<Census> {
  const census = await toRun(ctx, id)
  refuseIf(whyNot('reopen', census))
  await free(ctx, id)
  await take(ctx, census, 'reopen')
  await withdrawBaseline(ctx, id)
  await givePlaces(ctx.db, census)
  await told(ctx, 'reopen', census, { reason })
  return knownCensus(ctx, id)
}

export async function discardCensus(ctx: Context, id: string): Promise<Census> {
  const census = await toRun(ctx, id)
  refuseIf(whyNot('discard', census))
  await take(ctx, census, 'discard')
  await told(ctx, 'discard', census)
  return { ...census, status: 'discarded' }
}

/** The campaign as the reader sees it; 404 when it does not reach into what they may see. */
export async function knownCensus(ctx: Context, id: string): Promise<CensusRow> {
  const census = await oneCensus(ctx, id)
  if (!census) throw notFound('摸底')
  return census
}

async function toRun(ctx: Context, id: string): Promise<CensusRow> {
  await authorize(ctx, 'census.run', censusSubject(id))
  return knownCensus(ctx, id)
}

async function free(ctx: Context, id: string): Promise<void> {
  await lockOpenings(ctx.db)
  refuseIf(whyNotOver(await openOver(ctx.db, id)))
}

/** Exactly one of two who take the same step succeeds. */
async function take(ctx: Context, { id }: CensusRow, step: Step): Promise<void> {
  if ((await moveCensus(ctx, id, step)) !== 1) throw movedOn
}

const movedOn = new Problem(409, {
  code: 'census.movedOn',
  message: '刚才有人处理过这次摸底，它的状态已经变了。',
  mend: '请刷新页面看它现在的状态。',
})

type Telling = { reason?: string | null; changes?: { field: string; from: unknown; to: unknown }[] }

const told = (
  ctx: Context,
  what: Step | 'create' | 'edit',
  { id, area }: Pick<Census, 'id' | 'area'>,
  telling: Telling = {},
): Promise<void> =>
  record(ctx, { action: `census.${what}`, subjectKind: 'census', subject: id, area, ...telling })
