// The filtered records as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Column, dayCell, exportList } from '../../../platform/list-export.ts'
import { type DatedRecord, recordStatuses } from '../record.ts'
import { attributeWords, titleOf } from '../record-kinds.ts'
import type { RecordFilter } from '../records-api.ts'
import { conditionOf } from './record-filter-store.ts'
import { listRecords } from './record-store.ts'

const columns: Column<DatedRecord>[] = [
  { title: '种类', cell: (one) => titleOf(one.kind) },
  { title: '名称或事项', cell: (one) => one.title },
  { title: '地区', cell: (one) => one.areaName },
  { title: '组织', cell: (one) => one.organization?.name ?? null },
  { title: '日期', cell: (one) => dayCell(one.startsOn) },
  { title: '到何时为止', cell: (one) => dayCell(one.endsOn) },
  { title: '由谁', cell: (one) => one.doneBy },
  { title: '要点', cell: (one) => attributeWords(one.kind, one.attributes).join('；') || null },
  { title: '说明', cell: (one) => one.words },
  { title: '文件', cell: (one) => one.file?.fileName ?? null },
  { title: '状态', cell: (one) => recordStatuses[one.status] },
  { title: '更正或撤回的理由', cell: (one) => one.closedWhy },
]

/** Leaves a trace: who took which list. */
export async function exportRecords(
  ctx: Context,
  database: Database,
  filter: RecordFilter,
): Promise<FileAnswer> {
  const condition = await conditionOf({ ...ctx, db: database }, filter)
  const action = 'record.export'
  return exportList(ctx, database, {
    ...{ action, subject: 'records', filter, title: '记录', columns },
    page: (inside, after, limit) => listRecords(inside, { action, condition, after, limit }),
    keyOf: ({ startsOn, id }: DatedRecord) => [startsOn, id] as const,
  })
}
