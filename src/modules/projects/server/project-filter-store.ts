// From the filters of the list of projects to conditions in SQL.
import type { Context } from '../../../platform/context.ts'
import { join, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { ProjectFilter } from '../projects-api.ts'

/** Conditions on `p` and `o`; what the reader may see is added by the store. */
export async function conditionOf(ctx: Context, { area, year, status, q }: ProjectFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`true`]
  if (area) conditions.push(await withinArea(ctx.db, area, 'p'))
  if (year) conditions.push(sql`p.year = ${year}`)
  if (status?.length) conditions.push(sql`p.status = any(${status}::text[])`)
  if (q) conditions.push(holds(q))
  return join(conditions, ' and ')
}

const holds = (q: string): Sql => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(p.title like ${like} or o.name like ${like})`
}

export const ofOrganization = (id: string): Sql => sql`p.organization = ${id}`
