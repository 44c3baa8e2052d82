// The filtered records as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type DatedRecord, recordStatuses } from '../record.ts'
import { attributeWords, titleOf } from '../record-kinds.ts'
import type { RecordFilter } from '../records-api.ts'
import { conditionOf } from './record-filter-store.ts'
import { listRecords } from './record-store.ts'

const portion = 1_000

const columns: { title: string; cell: (one: DatedRecord) => Cell }[] = [
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

const dayCell = (text: string | null): Cell => (text === null ? null : { day: text, precision: 'day' })

/** Leaves a trace: who took which list. */
export async function exportRecords(
  ctx: Context,
  database: Database,
  filter: RecordFilter,
): Promise<FileAnswer> {
  const inDatabase = { ...ctx, db: database }
  await record(inDatabase, {
    action: 'record.export',
    subjectKind: 'list',
    subject: 'records',
    area: filter.area ?? null,
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const rows = rowsOf(inDatabase, await conditionOf(inDatabase, filter))
  const content = writeXlsx([{ name: '记录', columns: columns.map(({ title }) => ({ title })), rows }])
  return { fileName: `记录 ${ctx.today}.xlsx`, content }
}

async function* rowsOf(ctx: Context, condition: Sql): AsyncGenerator<Cell[]> {
  let after: readonly [string, string] | null = null
  for (;;) {
    const found: DatedRecord[] = await listRecords(ctx, {
      action: 'record.export',
      condition,
      after,
      limit: portion,
    })
    for (const one of found) yield columns.map(({ cell }) => cell(one))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = [last.startsOn, last.id]
  }
}
