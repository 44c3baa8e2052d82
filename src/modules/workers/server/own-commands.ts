// What a social worker does with the own account: sees the own record, claims, mends and withdraws the own claims.
import type { Context } from '../../../platform/context.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import type { OwnClaim, OwnMending } from '../reward.ts'
import type { OwnRecord } from '../rewards-api.ts'
import type { WorkerPage } from '../worker.ts'
import { enterClaim, mendClaim, termsOf } from './reward-claims.ts'
import { keepScan, sendProof, withdraw } from './reward-commands.ts'
import { openFor } from './reward-steps.ts'
import { isOwn, ownRewards } from './reward-store.ts'
import { ownWorker } from './worker-store.ts'

export async function mine(ctx: Context): Promise<OwnRecord> {
  const worker = await ownWorker(ctx)
  const terms = worker && (await termsOf(ctx.db, worker.post.area))
  return { worker, terms, rewards: await ownRewards(ctx) }
}

export async function handInOwnProof(ctx: Context, upload: Upload) {
  await toOneself(ctx)
  return keepScan(ctx, upload)
}

/** Where the person works now, or worked last, decides who answers. */
export async function claimOwn(ctx: Context, claim: OwnClaim): Promise<OwnRecord> {
  const { id, name, post } = await toOneself(ctx)
  const organization = post.endsOn === null ? (post.organization?.id ?? null) : null
  await enterClaim(ctx, { ...claim, name, worker: id, area: post.area, organization }, false)
  return mine(ctx)
}

export async function resendOwn(ctx: Context, id: string, mending: OwnMending): Promise<OwnRecord> {
  await toOwnClaim(ctx, id)
  const claim = await openFor(ctx, id, 'resend')
  await mendClaim(ctx, claim, { ...mending, name: claim.name })
  return mine(ctx)
}

export async function withdrawOwn(ctx: Context, id: string, reason: string): Promise<OwnRecord> {
  await toOwnClaim(ctx, id)
  await withdraw(ctx, id, reason)
  return mine(ctx)
}

export async function lookAtOwnProof(
  ctx: Context,
  id: string,
  step: string | undefined,
): Promise<FileAnswer> {
  await toOwnClaim(ctx, id)
  return sendProof(ctx, id, step)
}

async function toOneself(ctx: Context): Promise<WorkerPage> {
  const worker = await ownWorker(ctx)
  if (!worker) throw notFound('本人的社会工作者登记')
  return worker
}

async function toOwnClaim(ctx: Context, id: string): Promise<void> {
  if (!(await isOwn(ctx, id))) throw notFound('奖励申请')
}
