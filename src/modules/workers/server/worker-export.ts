// The filtered list of social workers as a workbook, in the columns in which it can be imported again.
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { employments, grades, sites, type Worker } from '../worker.ts'
import { workerLabels } from '../worker-columns.ts'
import type { WorkerFilter } from '../workers-api.ts'
import { workerCondition } from './worker-filter-store.ts'
import { listWorkers } from './worker-store.ts'

const portion = 1_000

const columns: { title: string; cell: (one: Worker) => Cell }[] = [
  { title: workerLabels.name, cell: (one) => one.name },
  { title: workerLabels.area, cell: (one) => one.post.areaName },
  { title: workerLabels.site, cell: (one) => sites[one.post.site] },
  { title: workerLabels.organization, cell: (one) => one.post.organization?.name ?? null },
  { title: workerLabels.employment, cell: (one) => employments[one.post.employment] },
  { title: workerLabels.from, cell: (one) => dayCell(one.post.startsOn) },
  { title: workerLabels.grade, cell: (one) => grades[one.grade] },
  { title: workerLabels.number, cell: (one) => one.certificate?.number ?? null },
  { title: workerLabels.obtainedOn, cell: (one) => dayCell(one.certificate?.obtainedOn ?? null) },
  { title: workerLabels.validUntil, cell: (one) => dayCell(one.certificate?.validUntil ?? null) },
  { title: '离开日期', cell: (one) => dayCell(one.post.endsOn) },
]

export const dayCell = (text: string | null): Cell => (text === null ? null : { day: text, precision: 'day' })

/** Leaves a trace: who took which list. */
export async function exportWorkers(
  ctx: Context,
  database: Database,
  filter: WorkerFilter,
): Promise<FileAnswer> {
  const inDatabase = { ...ctx, db: database }
  await record(inDatabase, {
    ...{ action: 'worker.export', subjectKind: 'list', subject: 'workers', area: filter.area ?? null },
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const rows = rowsOf(inDatabase, await workerCondition(inDatabase, filter))
  const content = writeXlsx([{ name: '社会工作者', columns: columns.map(({ title }) => ({ title })), rows }])
  return { fileName: `社会工作者 ${ctx.today}.xlsx`, content }
}

async function* rowsOf(ctx: Context, condition: Sql): AsyncGenerator<Cell[]> {
  let after: readonly [string, string] | null = null
  for (;;) {
    const found: Worker[] = await listWorkers(ctx, {
      ...{ action: 'worker.export', condition, after, limit: portion },
    })
    for (const one of found) yield columns.map(({ cell }) => cell(one))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = [last.name, last.id]
  }
}
