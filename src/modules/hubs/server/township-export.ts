// The townships with their hubs as a workbook.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import type { HubTownship } from '../hub.ts'
import type { TownshipFilter } from '../hubs-api.ts'
import { offeredAt } from './offered.ts'
import { listTownships, townshipsOf } from './township-store.ts'

const titles = [
  '县（市、区）',
  '街道（乡镇）',
  '枢纽型组织',
  '提供的服务',
  '联系服务的组织',
  '正常的组织',
  '其中有枢纽服务的',
]

/** Leaves a trace: who took which list. */
export async function exportTownships(
  ctx: Context,
  database: Database,
  filter: TownshipFilter,
): Promise<FileAnswer> {
  const condition = await townshipsOf(ctx, 'hub.export', filter)
  const offered = await offeredAt(ctx, filter.area)
  const found = await listTownships(ctx, condition, { after: null, limit: null })
  await record(
    { ...ctx, db: database },
    {
      ...{ action: 'hub.export', subjectKind: 'list', subject: 'hubs', area: filter.area ?? null },
      changes: [{ field: 'filter', from: null, to: filter }],
    },
  )
  const columns = titles.map((title) => ({ title }))
  return {
    fileName: `枢纽型社会组织 ${ctx.today}.xlsx`,
    content: writeXlsx([{ name: '枢纽', columns, rows: rowsOf(found, offered) }]),
  }
}

/** A row for each hub; a township without one has a row that says so. */
async function* rowsOf(
  townships: readonly HubTownship[],
  offered: Readonly<Record<string, string>>,
): AsyncGenerator<Cell[]> {
  for (const { countyName, name, hubs, organizations, served } of townships) {
    if (hubs.length === 0) yield [countyName, name, '（没有）', null, null, organizations, served]
    for (const hub of hubs) {
      const services = hub.services.map((service) => offered[service] ?? service).join('、')
      yield [countyName, name, hub.name, services, hub.served, organizations, served]
    }
  }
}
