// From the filters in a URL to conditions in SQL, and keys for paging.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { join, raw, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { ApplicationFilter } from '../filing-api.ts'

/** Conditions on `a`; what the reader may see is added by the store. */
export async function conditionOf(ctx: Context, filter: ApplicationFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`true`]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'a'))
  if (filter.q) conditions.push(sql`strpos(a.name, ${filter.q}) > 0`)
  for (const field of ['status', 'desk', 'tier', 'kind'] as const) {
    const wanted = filter[field]
    if (wanted?.length) conditions.push(sql`${raw(`a.${field}`)} = any(${wanted}::text[])`)
  }
  if (filter.overdue !== undefined) conditions.push(overdue(ctx, filter.overdue))
  if (filter.mine) conditions.push(sql`${ctx.who.id}::uuid in (a.keeper, a.opened_by)`)
  if (filter.ids) conditions.push(sql`a.id = any(${filter.ids.split(',')}::uuid[])`)
  if (filter.organization) conditions.push(sql`a.organization = ${filter.organization}`)
  return join(conditions, ' and ')
}

const overdue = ({ today }: Context, is: boolean): Sql =>
  is ? sql`a.due_on < ${today}` : sql`(a.due_on >= ${today} or a.due_on is null)`

type Place = readonly [key: string, id: string]

export const placeToken = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** The place after which a page begins; one that somebody wrote by hand is refused. */
export function placeOf(token: string | undefined, sort: 'due' | 'recent'): Place | null {
  if (!token) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Place
    if (/^[0-9a-f-]{36}$/.test(id) && keyForms[sort].test(key)) return [key, id]
  } catch {
    // Falls through to the refusal below.
  }
  throw new Problem(400, {
    code: 'page.malformed',
    message: '翻页位置不对。',
    mend: '请回到列表的第一页。',
  })
}

/** What the database writes of each sort key. */
const keyForms = {
  due: /^(infinity|\d{4}-\d\d-\d\d)$/,
  recent: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/,
} as const
