// The filtered list of projects as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type ProjectLine, projectStatuses } from '../project.ts'
import type { ProjectFilter } from '../projects-api.ts'
import { conditionOf } from './project-filter-store.ts'
import { listProjects } from './project-store.ts'

const portion = 1_000

const columns: { title: string; cell: (one: ProjectLine) => Cell }[] = [
  { title: '年份', cell: (one) => one.year },
  { title: '项目名称', cell: (one) => one.title },
  { title: '组织名称', cell: (one) => one.organizationName },
  { title: '街道（乡镇）', cell: (one) => one.townshipName },
  { title: '所在社区（村）', cell: (one) => one.areaName },
  { title: '状态', cell: (one) => projectStatuses[one.status] },
  { title: '开始日期', cell: (one) => dayCell(one.startsOn) },
  { title: '结束日期', cell: (one) => dayCell(one.endsOn) },
  { title: '受益人数', cell: (one) => one.reached },
  { title: '经费预算（元）', cell: (one) => yuanCell(one.budget) },
  { title: '实际支出（元）', cell: (one) => yuanCell(one.cost) },
]

const dayCell = (text: string | null): Cell => (text === null ? null : { day: text, precision: 'day' })
const yuanCell = (fen: number | null): Cell => (fen === null ? null : fen / 100)

/** Leaves a trace: who took which list. */
export async function exportProjects(
  ctx: Context,
  database: Database,
  filter: ProjectFilter,
): Promise<FileAnswer> {
  const inDatabase = { ...ctx, db: database }
  await record(inDatabase, {
    ...{ action: 'project.export', subjectKind: 'list', subject: 'projects', area: filter.area ?? null },
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const rows = rowsOf(inDatabase, await conditionOf(inDatabase, filter))
  const content = writeXlsx([{ name: '服务项目', columns: columns.map(({ title }) => ({ title })), rows }])
  return { fileName: `社区服务项目 ${ctx.today}.xlsx`, content }
}

async function* rowsOf(ctx: Context, condition: Sql): AsyncGenerator<Cell[]> {
  let after: readonly [string, string] | null = null
  for (;;) {
    const found: ProjectLine[] = await listProjects(ctx, {
      ...{ action: 'project.export', condition, after, limit: portion },
    })
    for (const one of found) yield columns.map(({ cell }) => cell(one))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = [last.startsOn, last.id]
  }
}
