// From the filters of the list of records to conditions on `r`.
import { firstDayOf, lastDayOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { join, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { RecordFilter } from '../records-api.ts'

export async function conditionOf(ctx: Context, filter: RecordFilter): Promise<Sql> {
  const { kind, area, organization, q, year, show } = filter
  const conditions: Sql[] = [show === 'all' ? sql`true` : sql`r.status = 'standing'`]
  if (kind?.length) conditions.push(sql`r.kind = any(${kind}::text[])`)
  if (area) conditions.push(await withinArea(ctx.db, area, 'r'))
  if (organization) conditions.push(sql`r.organization = ${organization}`)
  if (q) conditions.push(sql`r.title like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (year) conditions.push(sql`r.starts_on between ${firstDayOf(year)}::date and ${lastDayOf(year)}::date`)
  return join(conditions, ' and ')
}
