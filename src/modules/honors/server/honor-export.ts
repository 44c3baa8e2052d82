// The filtered titles as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type HonorLine, honorKinds, honorLevels, honorStates, honorSubjects, honorThemes } from '../honor.ts'
import type { HonorFilter } from '../honor-drafts.ts'
import { conditionOf } from './honor-filter-store.ts'
import { type Listing, listHonors } from './honor-store.ts'

const portion = 1_000

const dayCell = (text: string | null): Cell => (text === null ? null : { day: text, precision: 'day' })

const columns: { title: string; cell: (one: HonorLine) => Cell }[] = [
  { title: '名称', cell: (one) => one.name },
  { title: '主体', cell: (one) => honorSubjects[one.subject] },
  {
    title: '承担的组织',
    cell: (one) => (one.subject === 'project' ? (one.organization?.name ?? null) : null),
  },
  { title: '称号', cell: (one) => one.title },
  { title: '种类', cell: (one) => honorKinds[one.kind] },
  { title: '级别', cell: (one) => honorLevels[one.level] },
  { title: '年度', cell: (one) => one.year },
  { title: '主题', cell: (one) => (one.theme === null ? null : honorThemes[one.theme]) },
  { title: '所在区划', cell: (one) => one.areaName },
  { title: '授予单位所在', cell: (one) => one.deskName },
  { title: '状态', cell: (one) => honorStates[one.state] },
  { title: '提名日期', cell: (one) => dayCell(one.nominatedOn) },
  { title: '公布日期', cell: (one) => dayCell(one.awardedOn) },
  { title: '有效期至', cell: (one) => dayCell(one.validUntil) },
]

/** Leaves a trace: who took which list. */
export async function exportHonors(
  ctx: Context,
  database: Database,
  filter: HonorFilter,
): Promise<FileAnswer> {
  const outside = { ...ctx, db: database }
  await record(outside, {
    action: 'honor.export',
    subjectKind: 'list',
    subject: 'honors',
    area: filter.area ?? null,
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const rows = rowsOf(outside, await conditionOf(outside, filter))
  const content = writeXlsx([{ name: '品牌与试点', columns: columns.map(({ title }) => ({ title })), rows }])
  return { fileName: `品牌与试点 ${ctx.today}.xlsx`, content }
}

async function* rowsOf(ctx: Context, condition: Sql): AsyncGenerator<Cell[]> {
  let after: Listing['after'] = null
  for (;;) {
    const found: HonorLine[] = await listHonors(ctx, {
      ...{ action: 'honor.export', condition, after, limit: portion },
    })
    for (const one of found) yield columns.map(({ cell }) => cell(one))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = [last.nominatedOn, last.id]
  }
}
