// From the filter of the list of titles to a condition in SQL.
import type { Context } from '../../../platform/context.ts'
import { join, raw, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { HonorFilter } from '../honor-drafts.ts'
import { stateOn } from './honor-store.ts'

/** A condition on `h`; what the reader may see is added by the store. */
export async function conditionOf(ctx: Context, filter: HonorFilter): Promise<Sql> {
  const { area, q, state, year, ids } = filter
  const conditions: Sql[] = [
    area ? await withinArea(ctx.db, area, 'h') : sql`true`,
    ...(q ? [holds(q)] : []),
    ...(['kind', 'subject', 'level'] as const).flatMap((column) => among(column, filter[column])),
    ...(state?.length ? [sql`${stateOn(ctx.today)} = any(${state}::text[])`] : []),
    ...(ids ? [sql`h.id = any(${ids}::uuid[])`] : []),
    ...(year === undefined ? [] : [sql`h.year = ${year}`]),
  ]
  return join(conditions, ' and ')
}

const holds = (q: string): Sql => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(h.name like ${like} or h.title like ${like} or h.organization_name like ${like})`
}

const among = (column: string, values: readonly string[] | undefined): Sql[] =>
  values?.length ? [sql`${raw(`h.${column}`)} = any(${[...values]}::text[])`] : []
