// Recording who was at a training, from a list that the organizer ticks; and who seems to have been in two at once.
import { refuseIf } from '../../../kernel/problem.ts'
import { type Day, earlier } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { bareName } from '../../areas/fold-text.ts'
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
  trainingOfAttendance,
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
  { add, remove, on }: AttendanceChange,
): Promise<AttendanceList> {
  const training = await toRun(ctx, id)
  refuseIf(whyNotTwice(add, 'add'))
  const given = add.map((one) => ({ ...one, id: ctx.newId() }))
  await write(ctx, training, { given, remove, on })
  return shown(ctx, id)
}

/** Somebody who was there, as given; `id` will be that of the attendance. */
export type Given = { id: string; name: string; organization: string | null; leader: boolean }

/** A list that was imported. Returns how many were added. */
export async function writeList(
  ctx: Context,
  id: string,
  given: readonly Given[],
  reason: string,
): Promise<number> {
  return write(ctx, await toRun(ctx, id), { given, remove: [], on: null, reason })
}

/** An imported list is taken back: those of it who still stand there are taken out. */
export async function takeOut(ctx: Context, ids: readonly string[], reason: string): Promise<void> {
  const id = await trainingOfAttendance(ctx.db, ids)
  if (id) await write(ctx, await toRun(ctx, id), { given: [], remove: ids, on: null, reason })
}

type Change = { given: readonly Given[]; remove: readonly string[]; on: Day | null; reason?: string }

async function write(ctx: Context, training: Locked, { given, remove, on, reason }: Change): Promise<number> {
  const { id } = training
  const day = dayFor(training, on, ctx.today)
  refuseIf(whyNotRecord(training, ctx.today) ?? whyNotDay(day, training, ctx.today))
  await refuseOutside(ctx, training, given)
  if ((await moveTraining(ctx.db, id, 'record')) !== 1) throw cancelled
  const removed = await removeAttendance(ctx, id, remove)
  const rows = given.map((one) => ({ ...one, bare: bareName(one.name) }))
  const added = await insertAttendance(ctx, id, day, rows)
  const changes = [
    { field: 'added', from: null, to: added },
    { field: 'removed', from: null, to: removed },
  ]
  await told(ctx, 'record', training, { on: day, changes, ...(reason && { reason }) })
  return added
}

/** On site the day of the training; online the day that is said, or its last day, or today. */
function dayFor({ kind, heldOn, until }: Locked, on: Day | null, today: Day): Day {
  return kind === 'onSite' ? heldOn : (on ?? earlier(until, today))
}

async function refuseOutside(ctx: Context, training: Locked, given: readonly Given[]): Promise<void> {
  const named = [...new Set(given.flatMap(({ organization }) => organization ?? []))]
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
