// The filtered list of social workers as a workbook, in the columns in which it can be imported again.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Column, dayCell, exportList } from '../../../platform/list-export.ts'
import { employments, grades, sites, type Worker } from '../worker.ts'
import { workerLabels } from '../worker-columns.ts'
import type { WorkerFilter } from '../workers-api.ts'
import { workerCondition } from './worker-filter-store.ts'
import { listWorkers } from './worker-store.ts'

const columns: Column<Worker>[] = [
  { title: workerLabels.name, cell: (one) => one.name },
  { title: workerLabels.area, cell: (one) => one.post.areaName },
  { title: workerLabels.site, cell: (one) => sites[one.post.site] },
  {
    title: workerLabels.organization,
    cell: (one) => (one.post.organization ?? one.post.station)?.name ?? null,
  },
  { title: workerLabels.employment, cell: (one) => employments[one.post.employment] },
  { title: workerLabels.from, cell: (one) => dayCell(one.post.startsOn) },
  { title: workerLabels.grade, cell: (one) => grades[one.grade] },
  { title: workerLabels.number, cell: (one) => one.certificate?.number ?? null },
  { title: workerLabels.obtainedOn, cell: (one) => dayCell(one.certificate?.obtainedOn ?? null) },
  { title: workerLabels.validUntil, cell: (one) => dayCell(one.certificate?.validUntil ?? null) },
  { title: '离开日期', cell: (one) => dayCell(one.post.endsOn) },
]

/** Leaves a trace: who took which list. */
export async function exportWorkers(
  ctx: Context,
  database: Database,
  filter: WorkerFilter,
): Promise<FileAnswer> {
  const condition = await workerCondition({ ...ctx, db: database }, filter)
  const action = 'worker.export'
  return exportList(ctx, database, {
    ...{ action, subject: 'workers', filter, title: '社会工作者', columns },
    page: (inside, after, limit) => listWorkers(inside, { action, condition, after, limit }),
    keyOf: ({ name, id }: Worker) => [name, id] as const,
  })
}
