// Claiming a reward, and mending a claim that was returned: once a person, once a certificate, nothing lost.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint, type Db } from '../../../platform/db.ts'
import type { FieldChange } from '../../../platform/events.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { foldIdentity, maskIdentity } from '../identity-number.ts'
import type { RewardDraft, RewardMending } from '../reward.ts'
import { type RewardTerms, whyNotApply } from '../reward-rules.ts'
import { hashIdentity } from './identity-hash.ts'
import { certificateClaimed, claimedBefore, noProof } from './reward-refusals.ts'
import { take, tell } from './reward-steps.ts'
import {
  claimedOn,
  insertReward,
  isOwnLooseFile,
  type KeptIdentity,
  type Mended,
  madeWith,
  mendReward,
  type RewardRow,
} from './reward-writes-store.ts'

export async function termsOf(db: Db, area: string): Promise<RewardTerms> {
  const rules = await rulesFor(db, area)
  return { amounts: rules['workers.rewards'], claimUntil: rules['workers.claimUntil'] }
}

/** Its id. The same claim sent twice, with the same scan, is one. Who may claim has been asked before. */
export async function enterClaim(ctx: Context, draft: RewardDraft, onBehalf: boolean): Promise<string> {
  const made = await madeWith(ctx, draft)
  if (made) return made
  const terms = await termsOf(ctx.db, draft.area)
  refuseIf(whyNotApply(draft, terms, ctx.today))
  if (!(await isOwnLooseFile(ctx, draft.proof))) throw noProof
  const id = ctx.newId()
  const { identity, ...rest } = draft
  const claim = {
    ...{
      ...rest,
      ...(await keptIdentity(ctx.db, identity)),
      id,
      onBehalf,
      amount: terms.amounts[draft.grade],
    },
    dueOn: await decideBy(ctx, draft.area),
  }
  await writeOnce(ctx, claim, () => insertReward(ctx, claim))
  await tell(ctx, { id, area: draft.area }, { step: 'apply', proof: draft.proof })
  return id
}

/** What was sent before stays in the thread: words, scans, and each field as it was. */
export async function mendClaim(ctx: Context, claim: RewardRow, mending: RewardMending): Promise<void> {
  const terms = await termsOf(ctx.db, claim.area)
  refuseIf(whyNotApply(mending, terms, ctx.today, claim.appliedOn))
  if (mending.proof !== null && !(await isOwnLooseFile(ctx, mending.proof))) throw noProof
  const { name, grade, number, obtainedOn, identity } = mending
  const next: Mended = {
    ...{ id: claim.id, name, grade, number, obtainedOn, amount: terms.amounts[grade] },
    ...(identity === null ? identityOf(claim) : await keptIdentity(ctx.db, identity)),
    proof: mending.proof ?? claim.proof,
  }
  await writeOnce(ctx, next, () => mendReward(ctx.db, next))
  await take(ctx, [claim.id], 'resend', { on: ctx.today, dueOn: await decideBy(ctx, claim.area) })
  const turn = { words: mending.words, proof: mending.proof, changes: differences(claim, next) }
  await tell(ctx, claim, { step: 'resend', ...turn })
}

const decideBy = async (ctx: Context, area: string): Promise<Day> =>
  dueOn(ctx.today, (await rulesFor(ctx.db, area))['workers.decideWithin'])

const keptIdentity = async (db: Db, number: string): Promise<KeptIdentity> => ({
  identityHash: await hashIdentity(db, number),
  identityMasked: maskIdentity(foldIdentity(number)),
})

const identityOf = ({ identityHash, identityMasked }: KeptIdentity): KeptIdentity => ({
  identityHash,
  identityMasked,
})

/** The indexes decide between two at once; what stands already is told before, with its day. */
async function writeOnce(
  ctx: Context,
  claim: Parameters<typeof claimedOn>[1],
  write: () => Promise<unknown>,
): Promise<void> {
  const claimed = await claimedOn(ctx.db, claim)
  if (claimed) throw claimed.same ? claimedBefore(claim, claimed.appliedOn) : certificateClaimed
  await write().catch((error: unknown) => {
    const broken = brokenConstraint(error)
    if (broken === 'exam_reward_once_a_person') throw claimedBefore(claim, ctx.today)
    throw broken === 'exam_reward_once_a_certificate' ? certificateClaimed : error
  })
}

const toldFields = ['name', 'identityMasked', 'grade', 'number', 'obtainedOn'] as const

const differences = (before: RewardRow, after: Mended): FieldChange[] =>
  toldFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }))
