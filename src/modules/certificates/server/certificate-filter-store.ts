// From the filters of the lists of certificates to conditions in SQL, and keys for paging.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { join, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import { foldNumber } from '../../rules/keys/number-template.ts'
import type { CertificateFilter, StateFilter } from '../certificates-api.ts'
import { stateOn } from './certificate-store.ts'

/** Conditions on `c` and `o`; what the reader may see is added by the store. */
export async function conditionOf(ctx: Context, filter: CertificateFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`true`]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'o'))
  if (filter.q) conditions.push(holds(filter.q))
  if (filter.state?.length) conditions.push(inStates(ctx, filter.state))
  return join(conditions, ' and ')
}

/** Of the filtered ones those that hold: nothing else is printed. */
export async function printableCondition(ctx: Context, filter: CertificateFilter): Promise<Sql> {
  return sql`${await conditionOf(ctx, filter)} and ${stateOn(ctx.today)} = 'valid'`
}

const holds = (q: string): Sql => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(c.name like ${like} or o.name like ${like} or c.number like ${foldNumber(like)})`
}

function inStates(ctx: Context, states: readonly StateFilter[]): Sql {
  const plain = states.filter((state) => state !== 'due')
  const due = sql`(${stateOn(ctx.today)} in ('valid', 'expired') and c.renew_from <= ${ctx.today}::date)`
  const among = sql`${stateOn(ctx.today)} = any(${plain}::text[])`
  return states.includes('due') ? sql`(${among} or ${due})` : among
}

/** Conditions on `o` for the list of those that wait. */
export async function waitingCondition(
  ctx: Context,
  { area, ids }: { area?: string | undefined; ids?: readonly string[] | undefined },
): Promise<Sql> {
  const inside = area ? await withinArea(ctx.db, area, 'o') : sql`true`
  return ids ? sql`${inside} and o.id = any(${ids}::uuid[])` : inside
}

export const afterToken = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** The place after which a page begins: a day and an id. */
export function afterOf(token: string | undefined): readonly [string, string] | null {
  if (!token) return null
  const [key, id] = read(token)
  if (/^(infinity|\d{4}-\d\d-\d\d)$/.test(String(key)) && /^[0-9a-f-]{36}$/.test(String(id)))
    return [String(key), String(id)]
  throw new Problem(400, { code: 'page.malformed', message: '翻页位置不对。', mend: '请回到列表的第一页。' })
}

function read(token: string): unknown[] {
  try {
    const pair: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
    return Array.isArray(pair) ? pair : []
  } catch {
    return []
  }
}
