// The units with their support platforms as a workbook.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type CoverageUnit, platformKinds } from '../platform.ts'
import type { CoverageFilter } from '../platforms-api.ts'
import { listUnits } from './coverage-store.ts'

const titles = ['上级', '区划', '平台个数', '平台名称', '类型', '启用日期']

/** Leaves a trace: who took which list. */
export async function exportCoverage(
  ctx: Context,
  database: Database,
  filter: CoverageFilter,
): Promise<FileAnswer> {
  const units = await listUnits(ctx, 'support.export', filter, { after: null, limit: null })
  await record(
    { ...ctx, db: database },
    {
      ...{
        action: 'support.export',
        subjectKind: 'list',
        subject: 'supportPlatforms',
        area: filter.area ?? null,
      },
      changes: [{ field: 'filter', from: null, to: filter }],
    },
  )
  const columns = titles.map((title) => ({ title }))
  return {
    fileName: `支持平台覆盖情况 ${ctx.today}.xlsx`,
    content: writeXlsx([{ name: '覆盖情况', columns, rows: rowsOf(units) }]),
  }
}

/** A row for each platform; a unit without one has a row that says so. */
async function* rowsOf(units: readonly CoverageUnit[]): AsyncGenerator<Cell[]> {
  for (const { above, name, count, platforms } of units) {
    if (platforms.length === 0) yield [above, name, 0, '（没有）', null, null]
    for (const one of platforms) {
      const opened: Cell = { day: one.openedOn, precision: 'day' }
      yield [above, name, count, one.name, platformKinds[one.kind], opened]
    }
  }
}
