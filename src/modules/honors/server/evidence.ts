// The evidence of a title: files that its nominators and its desk hand in.
import { type FileView, paperKinds } from '../../../kernel/file-kind.ts'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { whyNotEdit } from '../honor-rules.ts'
import { hasFile, linkFile, unlinkFile } from './full-store.ts'
import { honorSubject } from './honor-store.ts'
import { knownHonor } from './honor-views.ts'

const evidenceKinds = [...paperKinds, 'docx', 'doc', 'xlsx'] as const

/** At any time: a published document is often scanned afterwards. */
export async function addFile(ctx: Context, id: string, upload: Upload): Promise<FileView> {
  await authorize(ctx, 'honor.nominate', honorSubject(id))
  const file = await keepFile(ctx, upload, evidenceKinds)
  await linkFile(ctx, id, file.id)
  await record(ctx, { action: 'honor.addFile', subjectKind: 'honor', subject: id })
  return file
}

/** Only while nobody has relied on it. */
export async function dropFile(ctx: Context, id: string, file: string): Promise<Record<string, never>> {
  await authorize(ctx, 'honor.nominate', honorSubject(id))
  refuseIf(whyNotEdit(await knownHonor(ctx, id)))
  if ((await unlinkFile(ctx.db, id, file)) === 0) throw notFound('文件')
  await record(ctx, { action: 'honor.dropFile', subjectKind: 'honor', subject: id })
  return {}
}

export async function readFile(ctx: Context, id: string, file: string): Promise<FileAnswer> {
  await authorize(ctx, 'honor.see', honorSubject(id))
  if (!(await hasFile(ctx.db, id, file))) throw notFound('文件')
  return sendFile(ctx.db, file)
}
