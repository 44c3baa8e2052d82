// The list of instructors: put on it, taken off it. (HS 三(二)4)
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { type Day, later } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { whyNotFrom } from '../branch-rules.ts'
import type { Instructor, InstructorDraft } from '../branches-api.ts'
import { leave } from './arrangement-commands.ts'
import { arrangedWith } from './arrangement-store.ts'
import {
  endInstructorRow,
  insertInstructor,
  instructorSubject,
  lockedInstructor,
  oneInstructor,
} from './instructor-store.ts'

export async function addInstructor(ctx: Context, draft: InstructorDraft): Promise<Instructor> {
  await authorize(ctx, 'party.arrange', areaSubject(draft.area))
  refuseIf(whyNotFrom(draft.from, ctx.today, 'from'))
  const id = ctx.newId()
  await insertInstructor(ctx, id, draft)
  await note(ctx, id, 'party.addInstructor', draft.from)
  return shown(ctx, id)
}

/** The organizations that this person looked after return to the queue. */
export async function endInstructor(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<Instructor> {
  await authorize(ctx, 'party.arrange', instructorSubject(id))
  const before = await lockedInstructor(ctx, id)
  if (before.until !== null) throw goneBefore
  const assigned = await arrangedWith(ctx.db, { instructor: id })
  const last = assigned.reduce((day, one) => later(day, one.from), before.from)
  refuseIf(whyNotFrom(on, ctx.today, 'on', { day: last, what: '任职或最近一次派驻' }))
  await endInstructorRow(ctx, id, on)
  await leave(
    ctx,
    assigned.map(({ organization }) => organization),
    on,
    reason,
  )
  await note(ctx, id, 'party.endInstructor', on, reason)
  return shown(ctx, id)
}

async function shown(ctx: Context, id: string): Promise<Instructor> {
  const found = await oneInstructor(ctx, id)
  if (!found) throw notFound('党建指导员')
  return found.view
}

const note = (
  ctx: Context,
  subject: string,
  action: string,
  effectiveOn: Day,
  reason: string | null = null,
) => record(ctx, { action, subjectKind: 'partyInstructor', subject, effectiveOn, reason })

const goneBefore = new Problem(409, {
  code: 'party.instructorGone',
  message: '这位指导员已不再任职。',
  mend: '请刷新页面。',
})
