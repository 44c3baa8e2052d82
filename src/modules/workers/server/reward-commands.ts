// A reward as officers handle it: claimed in a person's stead, decided by the county, paid, corrected on record only.
import { paperKinds } from '../../../kernel/file-kind.ts'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Reward, RewardDraft, RewardMending, RewardThread } from '../reward.ts'
import { whyNotCorrect } from '../reward-rules.ts'
import { enterClaim, mendClaim } from './reward-claims.ts'
import { someMoved, wrongPayday } from './reward-refusals.ts'
import { locked, openFor, take, tell, tellAll } from './reward-steps.ts'
import { oneReward, proofOf, rewardSubject, rewardWithThread } from './reward-store.ts'
import { insertCorrection, lockPayable, type Move } from './reward-writes-store.ts'
import { workerSubject } from './worker-store.ts'
import { areaOfOrganization } from './worker-writes-store.ts'

export async function seeReward(ctx: Context, id: string): Promise<RewardThread> {
  const found = await rewardWithThread(ctx, id)
  if (!found) throw notFound('奖励申请')
  return found
}

/** Keeps a scan until an application names it; one that none names is dropped after a day. */
export async function handInProof(ctx: Context, area: string, upload: Upload) {
  await authorize(ctx, 'reward.apply', areaSubject(area))
  return keepScan(ctx, upload)
}

export async function keepScan(ctx: Context, upload: Upload) {
  const { id, fileName, kind, byteSize } = await keepFile(ctx, upload, paperKinds)
  return { id, fileName, kind, byteSize }
}

export async function applyForReward(ctx: Context, draft: RewardDraft): Promise<Reward> {
  const area = draft.organization ? await areaOfOrganization(ctx.db, draft.organization) : draft.area
  if (!area) throw notFound('组织')
  await authorize(ctx, 'reward.apply', areaSubject(area))
  if (draft.worker) await authorize(ctx, 'worker.see', workerSubject(draft.worker))
  return shown(ctx, await enterClaim(ctx, { ...draft, area }, true))
}

export async function resendReward(ctx: Context, id: string, mending: RewardMending): Promise<Reward> {
  await authorize(ctx, 'reward.apply', rewardSubject(id))
  await mendClaim(ctx, await openFor(ctx, id, 'resend'), mending)
  return shown(ctx, id)
}

type Decision = { decision: 'approve' } | { decision: 'refuse' | 'return'; reason: string }

export async function decideReward(ctx: Context, id: string, decision: Decision): Promise<Reward> {
  await authorize(ctx, 'reward.decide', rewardSubject(id))
  const reward = await openFor(ctx, id, decision.decision)
  await take(ctx, [id], decision.decision, await moveOf(ctx, reward.area, decision))
  const words = decision.decision === 'approve' ? null : decision.reason
  await tell(ctx, reward, { step: decision.decision, words })
  return shown(ctx, id)
}

/** What waits next, until when; the words of a return stand in the thread alone. */
async function moveOf(ctx: Context, area: string, decision: Decision): Promise<Move> {
  const rules = await rulesFor(ctx.db, area)
  if (decision.decision === 'refuse') return { on: ctx.today, reason: decision.reason }
  return decision.decision === 'approve'
    ? { on: ctx.today, payBy: dueOn(ctx.today, rules['workers.payWithin']) }
    : { on: ctx.today, dueOn: dueOn(ctx.today, rules['workers.mendWithin']) }
}

export async function withdrawReward(ctx: Context, id: string, reason: string): Promise<Reward> {
  await authorize(ctx, 'reward.apply', rewardSubject(id))
  await withdraw(ctx, id, reason)
  return shown(ctx, id)
}

/** Who may withdraw it has been asked before. */
export async function withdraw(ctx: Context, id: string, reason: string): Promise<void> {
  const reward = await openFor(ctx, id, 'withdraw')
  await take(ctx, [id], 'withdraw', { on: ctx.today, reason })
  await tell(ctx, reward, { step: 'withdraw', words: reason })
}

/** All of them or none: a payment list is paid as a whole. */
export async function payRewards(
  ctx: Context,
  ids: readonly string[],
  on: Day,
): Promise<{ paid: number; amount: number }> {
  const wanted = [...new Set(ids)]
  const rows = await lockPayable(ctx, wanted)
  if (rows.length < wanted.length) throw someMoved(wanted.length - rows.length)
  if (on > ctx.today || rows.some(({ decidedOn }) => on < decidedOn)) throw wrongPayday(ctx.today)
  await take(ctx, wanted, 'pay', { on })
  await tellAll(ctx, rows, { step: 'pay', on })
  return { paid: rows.length, amount: rows.reduce((sum, row) => sum + row.amount, 0) }
}

export async function correctReward(
  ctx: Context,
  id: string,
  given: { difference: number; on: Day; reason: string },
): Promise<Reward> {
  await authorize(ctx, 'reward.correct', rewardSubject(id))
  const reward = await locked(ctx, id)
  refuseIf(whyNotCorrect(reward, given.difference))
  if (given.on > ctx.today || given.on < (reward.paidOn ?? '')) throw wrongPayday(ctx.today)
  await insertCorrection(ctx, id, given)
  await record(ctx, {
    ...{ action: 'reward.correct', subjectKind: 'reward', subject: id, area: reward.area },
    reason: given.reason,
  })
  return shown(ctx, id)
}

export async function lookAtProof(ctx: Context, id: string, step: string | undefined): Promise<FileAnswer> {
  await authorize(ctx, 'reward.seeProof', rewardSubject(id))
  return sendProof(ctx, id, step)
}

/** The look is recorded: the paper shows what is masked elsewhere. Who may look has been asked before. */
export async function sendProof(ctx: Context, id: string, step: string | undefined): Promise<FileAnswer> {
  const proof = await proofOf(ctx.db, id, step ?? null)
  if (!proof) throw notFound('证明材料')
  await record(ctx, { action: 'reward.seeProof', subjectKind: 'reward', subject: id })
  return sendFile(ctx.db, proof)
}

async function shown(ctx: Context, id: string): Promise<Reward> {
  const found = await oneReward(ctx, id)
  if (!found) throw notFound('奖励申请')
  return found
}
