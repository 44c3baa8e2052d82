// A reward from the application to the payment: claimed once, decided by the county, paid, corrected on record only.
import { paperKinds } from '../../../kernel/file-kind.ts'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint, type Db } from '../../../platform/db.ts'
import { record, recordAll } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { foldIdentity, maskIdentity } from '../identity-number.ts'
import type { Reward, RewardDraft, RewardStep } from '../reward.ts'
import { type RewardTerms, whyNotApply, whyNotCorrect, whyNotStep } from '../reward-rules.ts'
import { hashIdentity } from './identity-hash.ts'
import { certificateClaimed, claimedBefore, noProof, someMoved, wrongPayday } from './reward-refusals.ts'
import {
  claimedOn,
  insertCorrection,
  insertReward,
  isOwnLooseFile,
  lockPayable,
  lockReward,
  moveReward,
  type NewReward,
  oneReward,
  proofOf,
  rewardSubject,
} from './reward-store.ts'
import { areaOfOrganization } from './worker-writes-store.ts'

export async function seeReward(ctx: Context, id: string): Promise<Reward> {
  const found = await oneReward(ctx, id)
  if (!found) throw notFound('奖励申请')
  return found
}

export async function termsOf(db: Db, area: string): Promise<RewardTerms> {
  const rules = await rulesFor(db, area)
  return { amounts: rules['workers.rewards'], claimUntil: rules['workers.claimUntil'] }
}

/** Keeps a scan until an application names it; one that none names is dropped after a day. */
export async function handInProof(ctx: Context, area: string, upload: Upload) {
  await authorize(ctx, 'reward.apply', areaSubject(area))
  const { id, fileName, kind, byteSize } = await keepFile(ctx, upload, paperKinds)
  return { id, fileName, kind, byteSize }
}

export async function applyForReward(ctx: Context, draft: RewardDraft): Promise<Reward> {
  const area = draft.organization ? await areaOfOrganization(ctx.db, draft.organization) : draft.area
  if (!area) throw notFound('组织')
  await authorize(ctx, 'reward.apply', areaSubject(area))
  const terms = await termsOf(ctx.db, area)
  refuseIf(whyNotApply(draft, terms, ctx.today))
  if (!(await isOwnLooseFile(ctx, draft.proof))) throw noProof
  const { identity, ...rest } = draft
  const made: NewReward = {
    ...{ ...rest, area, id: ctx.newId(), amount: terms.amounts[draft.grade] },
    identityHash: await hashIdentity(ctx.db, identity),
    identityMasked: maskIdentity(foldIdentity(identity)),
    dueOn: dueOn(ctx.today, (await rulesFor(ctx.db, area))['workers.decideWithin']),
  }
  await insertOnce(ctx, made)
  return told(ctx, made.id, 'reward.apply', null)
}

/** The index decides between two at once; what stands already is told before, with its day. */
async function insertOnce(ctx: Context, made: NewReward): Promise<void> {
  const claimed = await claimedOn(ctx.db, made)
  if (claimed) throw claimed.same ? claimedBefore(made, claimed.appliedOn) : certificateClaimed
  await insertReward(ctx, made).catch((error: unknown) => {
    const broken = brokenConstraint(error)
    if (broken === 'exam_reward_once_a_person') throw claimedBefore(made, ctx.today)
    throw broken === 'exam_reward_once_a_certificate' ? certificateClaimed : error
  })
}

type Decision = { decision: 'approve' } | { decision: 'refuse'; reason: string }

export async function decideReward(ctx: Context, id: string, decision: Decision): Promise<Reward> {
  const { area } = await open(ctx, 'reward.decide', id, decision.decision)
  const reason = decision.decision === 'refuse' ? decision.reason : null
  const payWithin = (await rulesFor(ctx.db, area))['workers.payWithin']
  const payBy = decision.decision === 'approve' ? dueOn(ctx.today, payWithin) : null
  await step(ctx, id, decision.decision, { on: ctx.today, reason, payBy })
  return told(ctx, id, `reward.${decision.decision}`, reason)
}

export async function withdrawReward(ctx: Context, id: string, reason: string): Promise<Reward> {
  await open(ctx, 'reward.apply', id, 'withdraw')
  await step(ctx, id, 'withdraw', { on: ctx.today, reason })
  return told(ctx, id, 'reward.withdraw', reason)
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
  if ((await moveReward(ctx, wanted, 'pay', { on })) !== wanted.length) throw someMoved(1)
  await recordAll(
    ctx,
    rows.map(({ id, area }) => ({
      ...{ action: 'reward.pay', subjectKind: 'reward', subject: id, area, effectiveOn: on },
    })),
  )
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
  return told(ctx, id, 'reward.correct', given.reason)
}

/** The look is recorded: the paper shows what is masked elsewhere. */
export async function lookAtProof(ctx: Context, id: string): Promise<FileAnswer> {
  await authorize(ctx, 'reward.seeProof', rewardSubject(id))
  const proof = await proofOf(ctx.db, id)
  if (!proof) throw notFound('证明材料')
  await record(ctx, { action: 'reward.seeProof', subjectKind: 'reward', subject: id })
  return sendFile(ctx.db, proof)
}

async function open(ctx: Context, action: string, id: string, next: RewardStep): Promise<Reward> {
  await authorize(ctx, action, rewardSubject(id))
  const reward = await locked(ctx, id)
  refuseIf(whyNotStep(next, reward))
  return reward
}

async function locked(ctx: Context, id: string): Promise<Reward> {
  const reward = await lockReward(ctx, id)
  if (!reward) throw notFound('奖励申请')
  return reward
}

async function step(
  ctx: Context,
  id: string,
  next: RewardStep,
  given: Parameters<typeof moveReward>[3],
): Promise<void> {
  if ((await moveReward(ctx, [id], next, given)) !== 1) throw someMoved(1)
}

async function told(ctx: Context, id: string, action: string, reason: string | null): Promise<Reward> {
  const reward = await seeReward(ctx, id)
  await record(ctx, { action, subjectKind: 'reward', subject: id, area: reward.area, reason })
  return reward
}
