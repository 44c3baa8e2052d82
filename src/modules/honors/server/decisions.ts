// What the desk does: review, public notice with its objections, award, withdrawal.
import { refuseIf } from '../../../kernel/problem.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { notAllowed } from '../../../platform/policy.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Honor, HonorInFull, ObjectionOutcome } from '../honor.ts'
import type { Award } from '../honor-drafts.ts'
import {
  movedOn,
  type Step,
  whyNot,
  whyNotAward,
  whyNotDay,
  whyNotObject,
  whyNotValid,
} from '../honor-rules.ts'
import { insertObjection, insertStep, settleObjection } from './full-store.ts'
import { fullHonor, knownHonor, lastDay } from './honor-views.ts'
import { type Brought, lockHonor, moveHonor } from './moves-store.ts'

/** Begins the public notice that the rules of the place ask for; where they ask for none, the title is given at once. */
export async function passReview(ctx: Context, id: string): Promise<HonorInFull> {
  const honor = await atDesk(ctx, id)
  refuseIf(whyNot('publish', honor))
  const rules = await rulesFor(ctx.db, honor.area)
  const notice = rules['honors.notice'][honor.kind]
  if (notice === null) {
    const validUntil = lastDay(honor.kind, ctx.today, rules['honors.validYears'])
    return take(ctx, honor, 'name', null, { awardedOn: ctx.today, validUntil })
  }
  const noticeUntil = dueOn(ctx.today, notice)
  const awardDueOn = dueOn(noticeUntil, rules['honors.awardWithin'])
  return take(ctx, honor, 'publish', `公示到 ${noticeUntil}`, {
    ...{ noticeFrom: ctx.today, noticeUntil, awardDueOn },
  })
}

export async function refuseHonor(ctx: Context, id: string, reason: string): Promise<HonorInFull> {
  const honor = await atDesk(ctx, id)
  refuseIf(whyNot('refuse', honor))
  return take(ctx, honor, 'refuse', reason)
}

export async function awardHonor(ctx: Context, id: string, award: Award): Promise<HonorInFull> {
  await lockHonor(ctx.db, id)
  const honor = await atDesk(ctx, id)
  const { on, validUntil, document } = award
  refuseIf(
    whyNotAward(honor, ctx.today) ?? whyNotAfterNotice(honor, on, ctx.today) ?? whyNotValid(on, validUntil),
  )
  return take(ctx, honor, 'award', document, { awardedOn: on, validUntil, document })
}

/** The day of the award lies after the last day of the notice. */
const whyNotAfterNotice = ({ noticeUntil }: Honor, on: Day, today: Day) =>
  whyNotDay('on', on, noticeUntil && addDays(noticeUntil as Day, 1), today)

export async function withdrawHonor(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<HonorInFull> {
  const honor = await atDesk(ctx, id)
  refuseIf(whyNot('withdraw', honor) ?? whyNotDay('on', on, honor.awardedOn, ctx.today))
  return take(ctx, honor, 'withdraw', reason, { withdrawnOn: on })
}

export async function annulHonor(ctx: Context, id: string, reason: string): Promise<HonorInFull> {
  const honor = await atDesk(ctx, id)
  refuseIf(whyNot('annul', honor))
  return take(ctx, honor, 'annul', reason)
}

/** What somebody said against it; not who. */
export async function objectTo(
  ctx: Context,
  id: string,
  objection: { receivedOn: Day; said: string },
): Promise<HonorInFull> {
  await lockHonor(ctx.db, id)
  const honor = await atDesk(ctx, id)
  refuseIf(whyNotObject(honor, objection.receivedOn, ctx.today))
  await insertObjection(ctx, id, objection)
  await recordAt(ctx, honor, 'object', null)
  return fullHonor(ctx, id)
}

export async function settle(
  ctx: Context,
  id: string,
  given: { id: string; outcome: ObjectionOutcome; said: string },
): Promise<HonorInFull> {
  await lockHonor(ctx.db, id)
  const honor = await atDesk(ctx, id)
  if ((await settleObjection(ctx, id, given)) !== 1) throw movedOn
  await recordAt(ctx, honor, 'settle', given.outcome)
  return fullHonor(ctx, id)
}

/** 404 for those who may not see it, 403 for those who do not decide it. */
async function atDesk(ctx: Context, id: string): Promise<Honor> {
  const honor = await knownHonor(ctx, id)
  if (!honor.may.includes('honor.decide')) throw notAllowed('honor.decide')
  return honor
}

/** Exactly one of two who take the same step succeeds. */
async function take(
  ctx: Context,
  honor: Honor,
  step: Step,
  said: string | null,
  brought: Brought = {},
): Promise<HonorInFull> {
  if ((await moveHonor(ctx, honor.id, step, brought)) !== 1) throw movedOn
  await insertStep(ctx, honor.id, step, said)
  await recordAt(ctx, honor, step, said)
  return fullHonor(ctx, honor.id)
}

const recordAt = (ctx: Context, { id, area }: Honor, what: string, reason: string | null): Promise<void> =>
  record(ctx, { action: `honor.${what}`, subjectKind: 'honor', subject: id, area, reason })
