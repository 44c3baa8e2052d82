// What becomes of hours: confirmed, refused, corrected, withdrawn, objected to, answered.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Entry, ServiceDraft } from '../service.ts'
import { type ServiceStep, serviceSteps, whyNotConfirm, whyNotStep } from '../service-rules.ts'
import { confirmsAlone } from './confirmer-store.ts'
import {
  allowedEntries,
  type EntryRow,
  entrySubject,
  lockEntries,
  moveEntries,
  oneEntry,
  writeAnswer,
  writeObjection,
} from './entry-store.ts'
import { enter, judgeFor, meanwhile, newEntry, type RowResult, served } from './record-commands.ts'

/** Confirms many; those that were decided meanwhile, or lie elsewhere, are named. */
export async function confirmMany(ctx: Context, ids: readonly string[]): Promise<RowResult[]> {
  const allowed = await allowedEntries(ctx, 'service.record', ids)
  const rows = await lockEntries(ctx, allowed)
  const waiting = rows.filter((row) => whyNotConfirm(row) === null)
  const moved = await moveEntries(
    ctx,
    waiting.map(({ id }) => id),
    serviceSteps.confirm,
  )
  await tellAll(ctx, 'confirm', waiting)
  return [...new Set(ids)].map((id) => resultOf(id, rows, moved))
}

function resultOf(id: string, rows: readonly EntryRow[], moved: readonly string[]): RowResult {
  const row = rows.find((one) => one.id === id)
  if (!row) return { id, name: '', ok: false, message: '没有找到这条记录。' }
  if (moved.includes(id)) return { id, name: row.name, ok: true, message: '已确认' }
  return { id, name: row.name, ok: false, message: whyNotConfirm(row)?.body.message ?? '' }
}

export const refuse = (ctx: Context, id: string, { reason }: { reason: string }): Promise<Entry> =>
  close(ctx, id, 'refuse', reason)

export const withdraw = (ctx: Context, id: string, { reason }: { reason: string }): Promise<Entry> =>
  close(ctx, id, 'withdraw', reason)

async function close(ctx: Context, id: string, step: ServiceStep, reason: string): Promise<Entry> {
  await take(ctx, id, step, reason)
  return shown(ctx, id)
}

/** Puts a corrected entry in the place of one, which stays on record with the reason. Another confirms it where there is one. */
export async function correct(
  ctx: Context,
  id: string,
  { reason, ...draft }: ServiceDraft & { reason: string },
): Promise<Entry> {
  const { team, member, area, dueOn: due } = await take(ctx, id, 'correct', reason)
  const time = served(ctx, draft)
  const judge = await judgeFor(ctx, { team, area, ids: [member], served: time, draft })
  const { server, problem } = judge(member)
  refuseIf(problem)
  if (!server) throw notFound('志愿者')
  const confirmed = await confirmsAlone(ctx, team)
  const made = { ...newEntry(ctx, { server, served: time, draft, confirmed, due }), corrects: id }
  await enter(ctx, area, [made])
  return shown(ctx, made.id)
}

/** Moves one entry; of two at once exactly one succeeds. */
async function take(ctx: Context, id: string, step: ServiceStep, reason: string): Promise<EntryRow> {
  const row = await lockFor(ctx, id)
  refuseIf(whyNotStep(step, row.status))
  const moved = await moveEntries(ctx, [id], serviceSteps[step], reason)
  if (moved.length !== 1) throw meanwhile
  await tellAll(ctx, step, [row], reason)
  return row
}

/** Says why an entry stays as it is although its volunteer objects. */
export async function answer(ctx: Context, id: string, words: string): Promise<Entry> {
  const row = await lockFor(ctx, id)
  if ((await writeAnswer(ctx.db, id, words)) !== 1) throw nothingToAnswer
  await tellAll(ctx, 'answer', [row], words)
  return shown(ctx, id)
}

/** A volunteer objects to an own entry. */
export async function object(ctx: Context, id: string, words: string): Promise<void> {
  const [row] = await lockEntries(ctx, [id])
  if (!row || row.keeper === null || row.keeper !== ctx.who.id) throw notFound('服务记录')
  refuseIf(whyNotStep('correct', row.status))
  await writeObjection(ctx, id, words)
  await tellAll(ctx, 'object', [row], words)
}

async function lockFor(ctx: Context, id: string): Promise<EntryRow> {
  await authorize(ctx, 'service.record', entrySubject(id))
  const [row] = await lockEntries(ctx, [id])
  if (!row) throw notFound('服务记录')
  return row
}

const tellAll = (
  ctx: Context,
  name: string,
  rows: readonly EntryRow[],
  reason: string | null = null,
): Promise<void> =>
  recordAll(
    ctx,
    rows.map(({ id, area }) => ({
      ...{ action: `service.${name}`, subjectKind: 'serviceEntry', subject: id, area, reason },
    })),
  )

async function shown(ctx: Context, id: string): Promise<Entry> {
  const entry = await oneEntry(ctx, id)
  if (!entry) throw notFound('服务记录')
  return entry
}

const nothingToAnswer = new Problem(409, {
  code: 'service.nothingToAnswer',
  message: '这条记录没有待答复的异议。',
  mend: '请刷新页面看它现在的样子。',
})
