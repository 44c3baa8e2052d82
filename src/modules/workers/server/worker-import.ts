// Social workers as a kind of import. (CQ (二)(十五): how many work where is counted, not typed)
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { ImportAct, ImportKind, StoredRow, WrittenRow } from '../../organizations/server/index.ts'
import { type WorkerRowValues, workerParsers, workerVocabulary } from '../worker-columns.ts'
import { judgeWorkers, type NewWorker } from './import-judging.ts'
import { changedSince } from './import-store.ts'
import { postRow } from './worker-commands.ts'
import { refuseClash } from './worker-refusals.ts'
import {
  deleteWorkers,
  insertCertificates,
  insertPosts,
  insertWorkers,
  lockWorkers,
  replaceWorkers,
  settleWorkers,
  type WorkerRow,
} from './worker-writes-store.ts'

export const workerRows: ImportKind<WorkerRowValues> = {
  words: {
    ...{ title: '社会工作专业人才', book: '社工名册', thing: '社会工作者', unit: '名' },
    ...{ link: '/workers?area={area}', record: '/workers/{id}' },
  },
  vocabulary: workerVocabulary,
  parsers: workerParsers,
  place: 'optional',
  authorize: (ctx, { area }) => authorize(ctx, 'worker.keep', areaSubject(area)),
  judging: async (ctx, _at, index) => judgeWorkers(ctx, index),
  write: (ctx, outcome, rows, act) => (outcome === 'new' ? addAll : changeAll)(ctx, rows, act),
  whyNotUndo: async (ctx, id) => {
    const later = await changedSince(ctx.db, id)
    return later && `导入之后“${later.name}”的记录又有变动`
  },
  takeBack,
}

async function addAll(ctx: Context, rows: readonly StoredRow[], act: ImportAct): Promise<WrittenRow[]> {
  const made = rows.map(({ row, statement }) => ({ row, id: ctx.newId(), worker: statement as NewWorker }))
  const workers = made.map(({ id, worker }) => ({
    id,
    name: worker.name,
    area: worker.post.area,
    demo: false,
  }))
  await insertWorkers(ctx, workers)
  await insertPosts(
    ctx.db,
    made.map(({ id, worker }) => postRow(ctx, id, worker.post)),
  )
  const certificates = made.flatMap(({ id, worker: { certificate } }) =>
    certificate ? [{ ...certificate, id: ctx.newId(), worker: id }] : [],
  )
  await insertCertificates(ctx.db, certificates).catch(refuseClash)
  await settleWorkers(
    ctx.db,
    made.map(({ id }) => id),
  )
  await tell(ctx, 'worker.import', act, workers)
  return made.map(({ row, id }) => ({ row, record: id, version: 1, before: null }))
}

async function changeAll(ctx: Context, rows: readonly StoredRow[], act: ImportAct): Promise<WrittenRow[]> {
  const ids = rows.flatMap(({ record }) => record ?? [])
  const now = new Map((await lockWorkers(ctx.db, ids)).map((worker) => [worker.id, worker]))
  for (const { record, version, name } of rows)
    if (now.get(record ?? '')?.version !== version) throw movedMeanwhile(name)
  const next = rows.map(({ statement }) => statement as WorkerRow)
  await replaceWorkers(ctx.db, next).catch(refuseClash)
  await tell(ctx, 'worker.import', act, next)
  return rows.map(({ row, record, version }) => ({
    ...{ row, record: record ?? '', version: (version ?? 0) + 1, before: now.get(record ?? '') ?? null },
  }))
}

/** Those that it added go, those that it changed are as before. */
async function takeBack(ctx: Context, rows: readonly WrittenRow[], act: ImportAct): Promise<void> {
  const before = rows.flatMap((row) => (row.before ? [row.before as WorkerRow] : []))
  const now = await lockWorkers(
    ctx.db,
    rows.map(({ record }) => record),
  )
  await deleteWorkers(
    ctx.db,
    rows.flatMap((row) => (row.before ? [] : [row.record])),
  )
  await replaceWorkers(ctx.db, before)
  await tell(ctx, 'worker.undoImport', act, now)
}

const tell = (
  ctx: Context,
  action: string,
  { reason }: ImportAct,
  workers: readonly { id: string; area: string }[],
): Promise<void> =>
  recordAll(
    ctx,
    workers.map(({ id, area }) => ({ action, subjectKind: 'worker', subject: id, area, reason })),
  )

const movedMeanwhile = (name: string) =>
  new Problem(409, {
    code: 'worker.movedMeanwhile',
    message: `预览之后，“${name}”的记录有了变化。`,
    mend: '请重新上传这张表格，核对后再导入。',
  })
