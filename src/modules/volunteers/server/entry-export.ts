// The filtered list of hours as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type Entry, serviceKinds, serviceStatuses } from '../service.ts'
import type { ServiceFilter } from '../service-api.ts'
import { entryCondition, listEntries } from './entry-store.ts'

const portion = 1_000

/** The fields that the ministry's measures ask a record to have. (志愿服务记录与证明出具办法) */
const columns: { title: string; cell: (one: Entry) => Cell }[] = [
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
  { title: '状态', cell: (one) => serviceStatuses[one.status] },
  { title: '原因', cell: (one) => one.reason },
]

/** Leaves a trace: who took which list. */
export async function exportEntries(
  ctx: Context,
  database: Database,
  filter: ServiceFilter,
): Promise<FileAnswer> {
  const inDatabase = { ...ctx, db: database }
  await record(inDatabase, {
    ...{ action: 'service.export', subjectKind: 'list', subject: 'service', area: filter.area ?? null },
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const rows = rowsOf(inDatabase, await entryCondition(inDatabase, filter))
  const content = writeXlsx([
    { name: '志愿服务时长', columns: columns.map(({ title }) => ({ title })), rows },
  ])
  return { fileName: `志愿服务时长 ${ctx.today}.xlsx`, content }
}

async function* rowsOf(ctx: Context, condition: Sql): AsyncGenerator<Cell[]> {
  let after: readonly [string, string] | null = null
  for (;;) {
    const found: Entry[] = await listEntries(ctx, {
      ...{ action: 'service.export', condition, after, limit: portion },
    })
    for (const one of found) yield columns.map(({ cell }) => cell(one))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = [last.servedOn, last.id]
  }
}
