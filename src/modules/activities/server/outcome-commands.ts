// What is recorded of an activity once it was held: how many came, what is put right, what is said of it.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import type { Activity, Attendance } from '../activity.ts'
import { whyNotCorrect } from '../activity-rules.ts'
import { takeStep, toChange, told } from './activity-steps.ts'
import { setAttended, setServed } from './activity-store.ts'
import { showActivity } from './activity-view.ts'
import { forgetPhones, setCame } from './sign-up-store.ts'

/** Nobody's number is kept any longer than it is needed: the hash by which it is counted again stays. */
export async function holdActivity(
  ctx: Context,
  id: string,
  { attendance, came }: { attendance: Attendance; came: readonly string[] },
): Promise<Activity> {
  const row = await takeStep(ctx, id, 'hold', attendance)
  await setServed(ctx.db, id, attendance.served)
  refuseIf(whyNotCame(attendance, await setCame(ctx.db, id, came)))
  await forgetPhones(ctx.db, id)
  await told(ctx, 'activity.hold', row, {
    changes: [{ field: 'attended', from: null, to: attendance.attended }],
  })
  return showActivity(ctx, id)
}

/** Whoever is ticked on the list was there. */
function whyNotCame({ attended }: Attendance, ticked: number): Problem | null {
  if (ticked <= attended) return null
  return new Problem(422, {
    code: 'activity.moreTicked',
    message: `名单上勾了 ${ticked} 人到场，总人数却只有 ${attended} 人。`,
    mend: '请改总人数，或取消勾错的人。',
    faults: [{ at: 'attendance.attended', message: `至少 ${ticked} 人` }],
  })
}

export async function correctAttendance(
  ctx: Context,
  id: string,
  { attendance, reason }: { attendance: Attendance; reason: string },
): Promise<Activity> {
  const row = await toChange(ctx, id)
  refuseIf(whyNotCorrect(row))
  await setAttended(ctx.db, id, attendance.attended)
  await setServed(ctx.db, id, attendance.served)
  const changes = [{ field: 'attended', from: row.attended, to: attendance.attended }]
  await told(ctx, 'activity.correct', row, { reason, changes })
  return showActivity(ctx, id)
}

export async function concludeActivity(ctx: Context, id: string, result: string): Promise<Activity> {
  const row = await takeStep(ctx, id, 'conclude', { result })
  await told(ctx, 'activity.conclude', row)
  return showActivity(ctx, id)
}
