// What the organizer does with the code at the door of a training: opens, renews and closes it.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { authorize } from '../../../platform/policy.ts'
import { unguessable } from '../../../platform/public-answer.ts'
import type { CheckIn } from '../check-in.ts'
import { otherCode, whyNotOpen } from '../check-in-rules.ts'
import { closeCodes, countScanned, hallOf, insertCode, openCode } from './check-in-store.ts'
import { told, toRun } from './training-commands.ts'
import { trainingSubject } from './training-store.ts'

/** `address`: of this installation, without a slash at the end. */
export async function showCheckIn(ctx: Context, id: string, address: string): Promise<CheckIn> {
  await authorize(ctx, 'training.run', trainingSubject(id))
  return shown(ctx, id, address)
}

/** Opens a code in place of `former`, the one that the caller saw; of two who renew it at once one does. */
export async function openCheckIn(
  ctx: Context,
  id: string,
  former: string | null,
  address: string,
): Promise<CheckIn> {
  const training = await toRun(ctx, id)
  refuseIf(whyNotOpen(await hallOf(ctx.db, id), ctx.now))
  if ((await openCode(ctx.db, id, ctx.today)) !== former) throw otherCode
  await closeCodes(ctx, id)
  await insertCode(ctx, id, unguessable())
  await told(ctx, former === null ? 'openCheckIn' : 'renewCheckIn', training, { on: ctx.today })
  return shown(ctx, id, address)
}

/** Closing what is closed changes nothing. */
export async function closeCheckIn(ctx: Context, id: string, address: string): Promise<CheckIn> {
  const training = await toRun(ctx, id)
  if ((await closeCodes(ctx, id)) > 0) await told(ctx, 'closeCheckIn', training, { on: ctx.today })
  return shown(ctx, id, address)
}

async function shown(ctx: Context, id: string, address: string): Promise<CheckIn> {
  const whyNot = whyNotOpen(await hallOf(ctx.db, id), ctx.now)
  const code = whyNot ? null : await openCode(ctx.db, id, ctx.today)
  return {
    open: code === null ? null : { code, address: doorAddress(address, code), day: ctx.today },
    arrivals: await countScanned(ctx.db, id),
    whyNot: whyNot && whyNot.body.message + (whyNot.body.mend ?? ''),
  }
}

/** Where a code leads. */
export const doorAddress = (address: string, code: string): string => `${address}/check-in/${code}`
