// The filtered list of projects as a workbook, streamed in portions.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Column, dayCell, exportList, yuanCell } from '../../../platform/list-export.ts'
import { type ProjectLine, projectStatuses } from '../project.ts'
import type { ProjectFilter } from '../projects-api.ts'
import { conditionOf } from './project-filter-store.ts'
import { listProjects } from './project-store.ts'

const columns: Column<ProjectLine>[] = [
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

/** Leaves a trace: who took which list. */
export async function exportProjects(
  ctx: Context,
  database: Database,
  filter: ProjectFilter,
): Promise<FileAnswer> {
  const condition = await conditionOf({ ...ctx, db: database }, filter)
  const action = 'project.export'
  return exportList(ctx, database, {
    ...{ action, subject: 'projects', filter, title: '社区服务项目', columns },
    page: (inside, after, limit) => listProjects(inside, { action, condition, after, limit }),
    keyOf: ({ startsOn, id }: ProjectLine) => [startsOn, id] as const,
  })
}
