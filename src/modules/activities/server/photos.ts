// Pictures of what was held: optional, seen by those who see the activity, never on the public page.

import { type FileView, pictureKinds } from '../../../kernel/file-kind.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import type { Activity } from '../activity.ts'
import { whyNotCorrect } from '../activity-rules.ts'
import { type ActivityRow, activitySubject, lockActivity } from './activity-store.ts'
import { knownActivity, showActivity } from './activity-view.ts'
import { linkPhoto, unlinkPhoto } from './photo-store.ts'

const mostPhotos = 9

export async function addPhoto(ctx: Context, id: string, upload: Upload): Promise<FileView> {
  const row = await toIllustrate(ctx, id)
  if (row.photos.length >= mostPhotos) throw tooMany
  const { id: file, fileName, kind, byteSize } = await keepFile(ctx, upload, pictureKinds)
  await linkPhoto(ctx.db, id, file)
  await told(ctx, 'activity.addPhoto', row)
  return { id: file, fileName, kind, byteSize }
}

const tooMany = new Problem(422, {
  code: 'activity.tooManyPhotos',
  message: `最多放 ${mostPhotos} 张照片。`,
  mend: '照片可以不放；要换的，先拿掉一张。',
  faults: [{ at: 'file', message: `最多 ${mostPhotos} 张` }],
})

export async function sendPhoto(ctx: Context, id: string, photo: string): Promise<FileAnswer> {
  await authorize(ctx, 'activity.see', activitySubject(id))
  const row = await knownActivity(ctx, id)
  if (!row.photos.some((one) => one.id === photo)) throw notFound('照片')
  return sendFile(ctx.db, photo)
}

export async function dropPhoto(ctx: Context, id: string, photo: string): Promise<Activity> {
  const row = await toIllustrate(ctx, id)
  if ((await unlinkPhoto(ctx.db, id, photo)) !== 1) throw notFound('照片')
  await told(ctx, 'activity.dropPhoto', row)
  return showActivity(ctx, id)
}

async function toIllustrate(ctx: Context, id: string): Promise<ActivityRow> {
  await authorize(ctx, 'activity.edit', activitySubject(id))
  await lockActivity(ctx.db, id)
  const row = await knownActivity(ctx, id)
  refuseIf(whyNotCorrect(row))
  return row
}

const told = (ctx: Context, action: string, { id, area }: ActivityRow) =>
  record(ctx, { action, subjectKind: 'activity', subject: id, area })
