// The filtered titles as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Column, dayCell, exportList } from '../../../platform/list-export.ts'
import { type HonorLine, honorKinds, honorLevels, honorStates, honorSubjects, honorThemes } from '../honor.ts'
import type { HonorFilter } from '../honor-drafts.ts'
import { conditionOf } from './honor-filter-store.ts'
import { listHonors } from './honor-store.ts'

const columns: Column<HonorLine>[] = [
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
  const condition = await conditionOf({ ...ctx, db: database }, filter)
  const action = 'honor.export'
  return exportList(ctx, database, {
    ...{ action, subject: 'honors', filter, title: '品牌与试点', columns },
    page: (inside, after, limit) => listHonors(inside, { action, condition, after, limit }),
    keyOf: ({ nominatedOn, id }: HonorLine) => [nominatedOn, id] as const,
  })
}
