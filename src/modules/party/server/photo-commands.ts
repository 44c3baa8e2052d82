// Pictures of meetings: optional, few, taken away again when somebody wants it.
import { pictureKinds } from '../../../kernel/file-kind.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import type { Branch } from '../branches-api.ts'
import { oneBranch } from './branch-commands.ts'
import { ofBranchSubject } from './branch-store.ts'
import { deletePhoto, hasPhoto, insertPhoto, lockActivity } from './photo-store.ts'

const mostPhotos = 9

export async function addPhoto(ctx: Context, id: string, upload: Upload): Promise<Branch> {
  const { branch, photos } = await changeable(ctx, id)
  if (photos >= mostPhotos) throw enough
  const file = await keepFile(ctx, upload, pictureKinds)
  await insertPhoto(ctx.db, id, file.id)
  await note(ctx, branch, 'party.addPhoto')
  return oneBranch(ctx, branch)
}

export async function dropPhoto(ctx: Context, id: string, file: string): Promise<Branch> {
  const { branch } = await changeable(ctx, id)
  if ((await deletePhoto(ctx.db, id, file)) === 0) throw notFound('照片')
  await note(ctx, branch, 'party.dropPhoto')
  return oneBranch(ctx, branch)
}

export async function readPhoto(ctx: Context, id: string, file: string): Promise<FileAnswer> {
  await authorize(ctx, 'party.survey', ofBranchSubject('party_activity', id, '活动记录'))
  if (!(await hasPhoto(ctx.db, id, file))) throw notFound('照片')
  return sendFile(ctx.db, file)
}

async function changeable(ctx: Context, id: string): Promise<{ branch: string; photos: number }> {
  await authorize(ctx, 'party.record', ofBranchSubject('party_activity', id, '活动记录'))
  const found = await lockActivity(ctx.db, id)
  if (!found) throw notFound('活动记录')
  return found
}

const note = (ctx: Context, subject: string, action: string) =>
  record(ctx, { action, subjectKind: 'partyBranch', subject })

const enough = new Problem(422, {
  code: 'party.photosEnough',
  message: `一次活动最多放 ${mostPhotos} 张照片。`,
  mend: '请先去掉一张；照片从来不是必须的。',
})
