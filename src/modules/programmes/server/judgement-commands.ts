// A person's judgement of a target that no count decides, and the paper behind it.
import { allFileKinds } from '../../../kernel/file-kind.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { keepFile, sendFile } from '../../../platform/files/index.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { whyNotJudgement } from '../judgement-rules.ts'
import { insertJudgement, judgementSubject, paperOf, setPaper } from './judgement-store.ts'
import { placeOf } from './place.ts'
import { parsedPack } from './shipped-packs.ts'

type Judged = { id: string; target: string }
type Finding = { area: string; result: string; on: Day; evidence: string }

export async function judgeTarget(
  ctx: Context,
  { id: programme, target }: Judged,
  finding: Finding,
): Promise<{ id: string }> {
  await authorize(ctx, 'programme.judge', areaSubject(finding.area))
  const place = await placeOf(ctx, programme, { area: finding.area })
  refuseIf(whyNotJudgement(parsedPack(place.programme.text), target, finding.on, ctx.today))
  const made = await insertJudgement(ctx, { programme, target, ...finding })
  await record(ctx, {
    action: 'programme.judge',
    subjectKind: 'programme',
    subject: programme,
    area: finding.area,
    effectiveOn: finding.on,
    reason: finding.evidence,
    changes: [{ field: target, from: null, to: finding.result }],
  })
  return made
}

/** Refuses (409) a second paper: a new judgement takes a new one. */
export async function attachPaper(ctx: Context, id: string, upload: Upload): Promise<Record<string, never>> {
  await authorize(ctx, 'programme.judge', judgementSubject(id))
  const file = await keepFile(ctx, upload, allFileKinds)
  if ((await setPaper(ctx.db, id, file.id)) === 0) throw hasPaper()
  await record(ctx, {
    action: 'programme.attachPaper',
    subjectKind: 'judgement',
    subject: id,
    changes: [{ field: 'file', from: null, to: file.fileName }],
  })
  return {}
}

export async function sendPaper(ctx: Context, id: string): Promise<FileAnswer> {
  await authorize(ctx, 'programme.see', judgementSubject(id))
  const file = await paperOf(ctx.db, id)
  if (!file) throw notFound('文件')
  return sendFile(ctx.db, file)
}

const hasPaper = () =>
  new Problem(409, {
    code: 'judgement.hasPaper',
    message: '这次评定已经有文件了。',
    mend: '要换文件，请重新评定一次。',
  })
