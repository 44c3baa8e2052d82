// What every change of an activity goes through: authorized, held fast, refused or moved on, and told.
import { minuteOf } from '../../../kernel/minute.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { type FieldChange, record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { type Step, whyNot } from '../activity-rules.ts'
import { type ActivityRow, activitySubject, lockActivity, moveActivity } from './activity-store.ts'
import { knownActivity, standingOf } from './activity-view.ts'

/** Of two who take the same step at the same time exactly one does. */
export async function takeStep(
  ctx: Context,
  id: string,
  name: Step,
  brought: Parameters<typeof moveActivity>[3] = {},
): Promise<ActivityRow> {
  const row = await toChange(ctx, id)
  refuseIf(whyNot(name, standingOf(row), minuteOf(ctx.now)))
  if ((await moveActivity(ctx, id, name, brought)) !== 1) throw movedOn
  return row
}

/** Read once it is held fast, so that what is decided on is what is changed. */
export async function toChange(ctx: Context, id: string): Promise<ActivityRow> {
  await authorize(ctx, 'activity.edit', activitySubject(id))
  await lockActivity(ctx.db, id)
  return knownActivity(ctx, id)
}

export const movedOn = new Problem(409, {
  code: 'activity.movedOn',
  message: '刚才有人修改过这项活动。',
  mend: '请刷新页面看它现在的样子；您填写的内容还在本页。',
})

type Telling = { reason?: string; changes?: FieldChange[] }

export const told = (
  ctx: Context,
  action: string,
  { id, area }: { id: string; area: string },
  telling: Telling = {},
): Promise<void> => record(ctx, { action, subjectKind: 'activity', subject: id, area, ...telling })
