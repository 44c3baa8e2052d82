// What an organizer does with a training: announce, change, cancel, add materials; and what a reader sees of it.
import { allFileKinds } from '../../../kernel/file-kind.ts'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Enrolment, Training, TrainingDraft, TrainingView } from '../training.ts'
import {
  cancelled,
  isAsked,
  isTold,
  movedOn,
  whyNotCancel,
  whyNotChange,
  whyNotDraft,
  whyNotRecall,
} from '../training-rules.ts'
import { removeAttendance } from './attendance-store.ts'
import { type EnrolmentLine, enrolmentsOf, ownWithoutAnswer } from './enrolment-store.ts'
import {
  copyToAttendance,
  hasMaterial,
  insertTraining,
  type Locked,
  linkMaterial,
  lockTraining,
  materialsOf,
  moveTraining,
  oneTraining,
  trainingSubject,
  unlinkMaterial,
  updateTraining,
} from './training-store.ts'

export async function announce(ctx: Context, draft: TrainingDraft): Promise<TrainingView> {
  await authorize(ctx, 'training.run', areaSubject(draft.area))
  refuseIf(whyNotDraft(draft))
  const id = ctx.newId()
  await insertTraining(ctx, id, draft, await recordBy(ctx, draft))
  await told(ctx, 'announce', { id, area: draft.area }, { on: draft.heldOn })
  return viewOf(ctx, id)
}

/** What was recorded follows the day and the audience. */
export async function edit(
  ctx: Context,
  id: string,
  given: { version: number; training: TrainingDraft },
): Promise<TrainingView> {
  const before = await toRun(ctx, id)
  await authorize(ctx, 'training.run', areaSubject(given.training.area))
  refuseIf(whyNotChange(before, given, ctx.today) ?? whyNotDraft(given.training))
  const known = await knownTraining(ctx, id)
  const due = await recordBy(ctx, given.training)
  if ((await updateTraining(ctx.db, before, given.training, due)) !== 1) throw movedOn
  await copyToAttendance(ctx.db, id)
  const changes = (Object.keys(given.training) as (keyof TrainingDraft)[])
    .filter((field) => given.training[field] !== known[field])
    .map((field) => ({ field, from: known[field], to: given.training[field] }))
  await told(ctx, 'edit', before, { changes })
  return viewOf(ctx, id)
}

/** Attendances that were recorded stay on record and count no more. */
export async function cancel(ctx: Context, id: string, reason: string): Promise<TrainingView> {
  const before = await toRun(ctx, id)
  refuseIf(whyNotCancel(before))
  if ((await moveTraining(ctx.db, id, 'cancel')) !== 1) throw cancelled
  const removed = await removeAttendance(ctx, id, null)
  await told(ctx, 'cancel', before, {
    reason,
    changes: removed > 0 ? [{ field: 'attended', from: removed, to: 0 }] : [],
  })
  return viewOf(ctx, id)
}

export async function addMaterial(ctx: Context, id: string, upload: Upload): Promise<TrainingView> {
  const training = await toRun(ctx, id)
  refuseIf(whyNotCancel(training))
  const file = await keepFile(ctx, upload, allFileKinds)
  await linkMaterial(ctx.db, id, file.id)
  await told(ctx, 'addMaterial', training, {
    changes: [{ field: 'material', from: null, to: file.fileName }],
  })
  return viewOf(ctx, id)
}

export async function dropMaterial(ctx: Context, id: string, file: string): Promise<TrainingView> {
  const training = await toRun(ctx, id)
  if ((await unlinkMaterial(ctx.db, id, file)) !== 1) throw notFound('文件')
  await told(ctx, 'dropMaterial', training, {})
  return viewOf(ctx, id)
}

export async function sendMaterial(ctx: Context, id: string, file: string): Promise<FileAnswer> {
  await knownTraining(ctx, id)
  if (!(await hasMaterial(ctx.db, id, file))) throw notFound('文件')
  return sendFile(ctx.db, file)
}

/** A training as the reader sees it; 404 when it is not of the own areas nor of those above. */
export async function knownTraining(ctx: Context, id: string): Promise<Training> {
  const training = await oneTraining(ctx, id)
  if (!training) throw notFound('培训')
  return training
}

export async function viewOf(ctx: Context, id: string): Promise<TrainingView> {
  const training = await knownTraining(ctx, id)
  const [materials, lines, own] = [
    await materialsOf(ctx.db, id),
    await enrolmentsOf(ctx, id),
    training.status === 'announced'
      ? await ownWithoutAnswer(ctx, { ...training, areaLevel: training.level })
      : [],
  ]
  return {
    ...training,
    materials,
    enrolments: lines.map((line) => enrolmentView(line, training, ctx.today)),
    own,
  }
}

function enrolmentView({ asked, ...line }: EnrolmentLine, training: Training, today: Day): Enrolment {
  if (!asked || !isAsked(asked)) return { ...line, recall: null }
  const until = training.until ?? training.heldOn
  const whyNot = whyNotRecall(asked, { ...training, until }, today)
  return { ...line, recall: { withReason: isTold(asked), whyNot: whyNot?.body.message ?? null } }
}

/** Locked, for somebody who may run it. */
export async function toRun(ctx: Context, id: string): Promise<Locked> {
  await authorize(ctx, 'training.run', trainingSubject(id))
  return locked(ctx, id)
}

export async function locked(ctx: Context, id: string): Promise<Locked> {
  const training = await lockTraining(ctx.db, id)
  if (!training) throw notFound('培训')
  return training
}

async function recordBy(ctx: Context, { area, heldOn, until }: TrainingDraft): Promise<Day> {
  return dueOn(until ?? heldOn, (await rulesFor(ctx.db, area))['training.recordWithin'])
}

type Telling = { on?: Day; reason?: string; changes?: { field: string; from: unknown; to: unknown }[] }

export const told = (
  ctx: Context,
  what: string,
  { id, area }: Pick<Locked, 'id' | 'area'>,
  { on, reason, changes = [] }: Telling,
): Promise<void> =>
  record(ctx, {
    ...{ action: `training.${what}`, subjectKind: 'training', subject: id, area, changes },
    ...{ effectiveOn: on ?? null, reason: reason ?? null },
  })
