// Recording who was at a training, from a list that the organizer ticks; and who seems to have been in two at once.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { bareText } from '../../areas/fold-text.ts'
import { listOf } from '../attendance-list.ts'
import type { AttendanceChange, AttendanceList } from '../training.ts'
import { cancelled, outsideTraining, whyNotDay, whyNotRecord, whyNotTwice } from '../training-rules.ts'
import {
  areNamesakes,
  attendedAt,
  enrolledFor,
  insertAttendance,
  openAmong,
  removeAttendance,
  sayNamesakes,
} from './attendance-store.ts'
import { knownTraining, told, toRun } from './training-commands.ts'
import { type Locked, moveTraining, trainingNames } from './training-store.ts'

/** Who was there and who was named beforehand. */
export async function attendanceOf(ctx: Context, id: string): Promise<AttendanceList> {
  await authorize(ctx, 'training.names', trainingNames(id))
  return shown(ctx, id)
}

/** Adds and takes out; the first record says that the training was held. */
export async function recordAttendance(
  ctx: Context,
  id: string,
  change: AttendanceChange,
): Promise<AttendanceList> {
  const training = await toRun(ctx, id)
  const on =
    change.on ?? (training.kind === 'online' && training.until > ctx.today ? ctx.today : training.until)
  const day = training.kind === 'onSite' ? training.heldOn : on
  refuseIf(whyNotRecord(training, ctx.today) ?? whyNotDay(day, training, ctx.today))
  refuseIf(whyNotTwice(change.add, 'add'))
  await refuseOutside(ctx, training, change)
  if ((await moveTraining(ctx.db, id, 'record')) !== 1) throw cancelled
  const removed = await removeAttendance(ctx, id, change.remove)
  const rows = change.add.map((one) => ({ ...one, id: ctx.newId(), bare: bareText(one.name) || one.name }))
  const added = await insertAttendance(ctx, id, day, rows)
  await told(ctx, 'record', training, {
    on: day,
    changes: [
      { field: 'added', from: null, to: added },
      { field: 'removed', from: null, to: removed },
    ],
  })
  return shown(ctx, id)
}

async function refuseOutside(ctx: Context, training: Locked, { add }: AttendanceChange): Promise<void> {
  const named = [...new Set(add.flatMap(({ organization }) => organization ?? []))]
  const open = await openAmong(ctx.db, training, named)
  if (named.some((one) => !open.has(one))) throw outsideTraining('名单里的一个组织')
}

/** Two of one name are two people; the hint goes away. */
export async function sayApart(
  ctx: Context,
  id: string,
  { attendance, other }: { attendance: string; other: string },
): Promise<AttendanceList> {
  const training = await toRun(ctx, id)
  if (!(await areNamesakes(ctx.db, id, attendance, other))) throw notFound('同名的人')
  await sayNamesakes(ctx, attendance, other)
  await told(ctx, 'sayApart', training, { changes: [{ field: 'attendance', from: attendance, to: other }] })
  return shown(ctx, id)
}

async function shown(ctx: Context, id: string): Promise<AttendanceList> {
  const training = await knownTraining(ctx, id)
  const [attended, enrolled] = [await attendedAt(ctx.db, id), await enrolledFor(ctx.db, id)]
  return { training, ...listOf(attended, enrolled) }
}
