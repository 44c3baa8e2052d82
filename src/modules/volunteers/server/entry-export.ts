// The filtered list of hours as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Column, exportList } from '../../../platform/list-export.ts'
import { type Entry, serviceKinds, standingText } from '../service.ts'
import type { ServiceFilter } from '../service-api.ts'
import { entryCondition, listEntries } from './entry-store.ts'

/** The fields that the ministry's measures ask a record to have. (志愿服务记录与证明出具办法) */
const columns: Column<Entry>[] = [
  { title: '姓名', cell: (one) => one.name },
  { title: '服务类别', cell: (one) => serviceKinds[one.kind] },
  { title: '服务内容', cell: (one) => one.activity },
  { title: '服务日期', cell: (one) => ({ day: one.servedOn, precision: 'day' }) },
  { title: '开始时间', cell: (one) => one.startsAt?.slice(11) ?? null },
  { title: '结束时间', cell: (one) => one.endsAt?.slice(11) ?? null },
  { title: '服务时间（小时）', cell: (one) => Math.round(one.minutes / 0.6) / 100 },
  { title: '志愿服务队', cell: (one) => one.teamName },
  { title: '活动组织单位', cell: (one) => one.organizationName },
  { title: '所在社区（村）', cell: (one) => one.areaName },
  { title: '状态', cell: standingText },
  { title: '原因', cell: (one) => one.reason },
]

/** Leaves a trace: who took which list. */
export async function exportEntries(
  ctx: Context,
  database: Database,
  filter: ServiceFilter,
): Promise<FileAnswer> {
  const condition = await entryCondition({ ...ctx, db: database }, filter)
  const action = 'service.export'
  return exportList(ctx, database, {
    ...{ action, subject: 'service', filter, title: '志愿服务时长', columns },
    page: (inside, after, limit) => listEntries(inside, { action, condition, after, limit }),
    keyOf: ({ servedOn, id }: Entry) => [servedOn, id] as const,
  })
}
