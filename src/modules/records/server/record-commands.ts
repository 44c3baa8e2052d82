// Entering dated records, and correcting, withdrawing, ending and documenting them.
import { allFileKinds } from '../../../kernel/file-kind.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { type FieldChange, record } from '../../../platform/events.ts'
import { keepFile } from '../../../platform/files/index.ts'
import { authorize, notAllowed, notFound } from '../../../platform/policy.ts'
import type { Upload } from '../../../platform/upload.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { RecordDraft, RecordPage } from '../record.ts'
import { formOf, titleOf } from '../record-kinds.ts'
import { type RecordStep, whyNot, whyNotEnter } from '../record-rules.ts'
import {
  areaOfOrganization,
  attachFile,
  closeRecord,
  endRecord,
  insertRecord,
  mayEnterAbove,
  oneRecord,
} from './record-store.ts'

export async function seeRecord(ctx: Context, id: string): Promise<RecordPage> {
  const found = await oneRecord(ctx, id)
  if (!found) throw notFound('记录')
  return found
}

/** Refuses (422) faulty answers, (403) a kind that only the level above enters. */
export async function enterRecord(ctx: Context, draft: RecordDraft): Promise<RecordPage> {
  const placed = await place(ctx, draft)
  refuseIf(whyNotEnter(placed, ctx.today))
  return write(ctx, placed, { action: 'record.enter', reason: null, file: null, replaces: null })
}

export async function correctRecord(
  ctx: Context,
  id: string,
  { reason, keepFile, ...answers }: Omit<RecordDraft, 'kind'> & { reason: string; keepFile: boolean },
): Promise<RecordPage> {
  const before = await holding(ctx, 'correct', id)
  const placed = await place(ctx, { ...answers, kind: before.kind })
  refuseIf(whyNotEnter(placed, ctx.today))
  moved(await closeRecord(ctx, id, 'corrected', reason))
  const file = keepFile ? (before.file?.id ?? null) : null
  return write(ctx, placed, { action: 'record.correct', reason, file, replaces: id })
}

export async function withdrawRecord(ctx: Context, id: string, reason: string): Promise<RecordPage> {
  const before = await holding(ctx, 'withdraw', id)
  moved(await closeRecord(ctx, id, 'withdrawn', reason))
  await told(ctx, 'record.withdraw', before, { reason })
  return seeRecord(ctx, id)
}

/** Something lasting holds no more from a day on. */
export async function endLasting(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<RecordPage> {
  const before = await holding(ctx, 'end', id)
  if (on <= before.startsOn || on > ctx.today) throw wrongEnd(before.startsOn, ctx.today)
  moved(await endRecord(ctx, id, on))
  await told(ctx, 'record.end', before, { reason, on })
  return seeRecord(ctx, id)
}

export async function attachTo(ctx: Context, id: string, upload: Upload): Promise<RecordPage> {
  const before = await holding(ctx, 'attach', id)
  const file = await keepFile(ctx, upload, allFileKinds)
  moved(await attachFile(ctx, id, file.id))
  await told(ctx, 'record.attach', before, { changes: [{ field: 'file', from: null, to: file.fileName }] })
  return seeRecord(ctx, id)
}

/** The record as it is, which the person may change by this step now. */
async function holding(ctx: Context, step: RecordStep, id: string): Promise<RecordPage> {
  const found = await seeRecord(ctx, id)
  if (!found.may.includes('record.correct')) throw notAllowed('record.correct')
  refuseIf(whyNot(step, found))
  return found
}

/** Where it belongs, which the person may enter records about. */
async function place(ctx: Context, draft: RecordDraft): Promise<RecordDraft> {
  const area = draft.organization ? await areaOfOrganization(ctx, draft.organization) : draft.area
  if (!area) throw notFound('组织')
  await authorize(ctx, 'record.enter', areaSubject(area))
  if (formOf(draft.kind).fromAbove && !(await mayEnterAbove(ctx, area)))
    throw onlyFromAbove(titleOf(draft.kind))
  return { ...draft, area }
}

type Origin = { action: string; reason: string | null; file: string | null; replaces: string | null }

async function write(
  ctx: Context,
  draft: RecordDraft,
  { action, reason, file, replaces }: Origin,
): Promise<RecordPage> {
  const id = ctx.newId()
  await insertRecord(ctx, { ...draft, id, file, replaces }).catch(refuseTwice)
  const made = await seeRecord(ctx, id)
  await told(ctx, action, made, { reason })
  return made
}

type Told = { reason?: string | null; on?: Day; changes?: FieldChange[] }

const told = (
  ctx: Context,
  action: string,
  about: RecordPage,
  { reason, on, changes }: Told,
): Promise<void> =>
  record(ctx, {
    action,
    subjectKind: 'record',
    subject: about.id,
    area: about.area,
    effectiveOn: on ?? (about.startsOn as Day),
    reason: reason ?? null,
    changes: changes ?? [{ field: about.kind, from: null, to: about.title }],
  })

function moved(rows: number): void {
  if (rows > 0) return
  throw new Problem(409, {
    code: 'record.moved',
    message: '这条记录刚刚被别人改过。',
    mend: '请重新打开，看看现在的样子再决定。',
  })
}

function refuseTwice(error: unknown): never {
  if (brokenConstraint(error) !== 'dated_record_determined_once') throw error
  throw new Problem(409, {
    code: 'record.determined',
    message: '这个地方这一天已经有同一条件的认定了。',
    mend: '请更正原来的那一条，或改填日期。',
    faults: [{ at: 'startsOn', message: '这一天已有认定' }],
  })
}

const wrongEnd = (from: string, today: Day) =>
  new Problem(422, {
    code: 'record.endDay',
    message: `终止日期应在 ${from} 以后、今天（${today}）以前。`,
    mend: '请改填终止日期。',
    faults: [{ at: 'on', message: '不在这两天之间' }],
  })

const onlyFromAbove = (kind: string) =>
  new Problem(403, {
    code: 'record.fromAbove',
    message: `${kind}由上一级登记，本级不能自己登记。`,
    mend: '请联系上一级的经办人。',
  })
