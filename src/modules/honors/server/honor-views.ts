// One title as its reader sees it: with its history and evidence, and what a step taken today would mean.
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import { validity } from '../../certificates/certificate-rules.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Honor, HonorInFull, HonorKind } from '../honor.ts'
import { filesOf, objectionsOf, stepsOf } from './full-store.ts'
import { oneHonor } from './honor-store.ts'

/** 404 when the reader may not see it. */
export async function knownHonor(ctx: Context, id: string): Promise<Honor> {
  const honor = await oneHonor(ctx, id)
  if (!honor) throw notFound('称号')
  return honor
}

export async function fullHonor(ctx: Context, id: string): Promise<HonorInFull> {
  const honor = await knownHonor(ctx, id)
  const decides = honor.may.includes('honor.decide')
  return {
    ...honor,
    steps: await stepsOf(ctx.db, id),
    files: await filesOf(ctx.db, id),
    objected: decides ? await objectionsOf(ctx.db, id) : [],
    ...(await termsOf(ctx, honor)),
  }
}

type Terms = Pick<HonorInFull, 'noticeWouldLast' | 'wouldHoldUntil'>

/** By the rules of the place as they are today. */
async function termsOf(ctx: Context, { area, kind }: Honor): Promise<Terms> {
  const rules = await rulesFor(ctx.db, area)
  const notice = rules['honors.notice'][kind]
  return {
    noticeWouldLast: notice === null ? null : dueOn(ctx.today, notice),
    wouldHoldUntil: lastDay(kind, ctx.today, rules['honors.validYears']),
  }
}

/** A title that lasts so many years; pilots and observation sites have no such limit. */
export const lastDay = (kind: HonorKind, from: Day, years: number | null): Day | null =>
  kind === 'pilot' || kind === 'observationSite' ? null : validity(from, years, 1).validUntil
