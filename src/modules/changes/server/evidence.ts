// Papers beside the words of a step of winding up: handed in while it goes on, seen by those who see the exit.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { type Exit, evidenceKinds } from '../exit.ts'
import { whyNotWindUp } from '../exit-rules.ts'
import { hasEvidence, linkEvidence, unlinkEvidence } from './evidence-store.ts'
import { shownExit } from './exit-commands.ts'
import { type ExitRow, exitSubject, lockExit } from './exit-store.ts'

/** Before or after the step is ticked: a receipt often comes later. 409 once the winding up is over. */
export async function addEvidence(ctx: Context, id: string, name: string, upload: Upload): Promise<Exit> {
  const exit = await windingUp(ctx, id)
  const step = exit.steps.find((one) => one.name === name)
  if (!step) throw notFound('步骤')
  const file = await keepFile(ctx, upload, evidenceKinds)
  await linkEvidence(ctx, id, name, file.id)
  await told(ctx, exit, 'exit.addEvidence', `${step.title}：${file.fileName}`)
  return shownExit(ctx, id)
}

export async function dropEvidence(ctx: Context, id: string, file: string): Promise<Exit> {
  const exit = await windingUp(ctx, id)
  const step = exit.steps.find(({ files }) => files.some((one) => one.id === file))
  if (!step || (await unlinkEvidence(ctx.db, id, file)) === 0) throw notFound('文件')
  const fileName = step.files.find((one) => one.id === file)?.fileName ?? ''
  await told(ctx, exit, 'exit.dropEvidence', `${step.title}：${fileName}`)
  return shownExit(ctx, id)
}

export async function readEvidence(ctx: Context, id: string, file: string): Promise<FileAnswer> {
  await authorize(ctx, 'change.see', exitSubject(id))
  if (!(await hasEvidence(ctx.db, id, file))) throw notFound('文件')
  return sendFile(ctx.db, file)
}

async function windingUp(ctx: Context, id: string): Promise<ExitRow> {
  await authorize(ctx, 'exit.request', exitSubject(id))
  const exit = await lockExit(ctx.db, id)
  refuseIf(whyNotWindUp(exit.status))
  return exit
}

const told = (ctx: Context, { organization }: ExitRow, action: string, reason: string) =>
  record(ctx, { action, subjectKind: 'organization', subject: organization, reason })
