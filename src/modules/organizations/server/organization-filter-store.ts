// From the filters in a URL to conditions in SQL, and keys for paging.
import { Problem } from '../../../kernel/problem.ts'
import { type Db, join, raw, type Sql, sql } from '../../../platform/db.ts'
import { bareText } from '../../areas/fold-text.ts'
import { queryTokens, tokensProve } from '../../areas/search-text.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { OrganizationFilter, sortKeys } from '../organizations-api.ts'
import type { Listing } from './organization-store.ts'

/** Conditions on `o`; what the reader may see is added by the store. */
export async function conditionOf(db: Db, filter: OrganizationFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`true`]
  if (filter.area) conditions.push(await withinArea(db, filter.area, 'o'))
  if (filter.q) conditions.push(nameCondition(filter.q))
  const choices = {
    category: 'category',
    tier: 'tier',
    status: 'status',
    legalForm: 'legal_form',
    partyPresence: 'party_presence',
  } as const
  for (const [field, column] of Object.entries(choices) as [keyof typeof choices, string][]) {
    const wanted = filter[field]
    if (wanted?.length) conditions.push(sql`${raw(`o.${column}`)} = any(${wanted}::text[])`)
  }
  if (filter.hub !== undefined) conditions.push(sql`o.hub = ${filter.hub}`)
  return join(conditions, ' and ')
}

/**
 * Names that hold the text; Latin letters are looked for in the pinyin as well, with digits in the initials. The tokens
 * of one or two characters prove it. Those of more narrow down and the text decides: pairs do not prove their order.
 */
function nameCondition(q: string): Sql {
  const typed = bareText(q)
  if (typed === '') return sql`true`
  const like = `%${typed}%`
  if (/^[a-z]+$/.test(typed)) return sql`(o.initials like ${like} or o.pinyin like ${like})`
  const tokens = sql`o.search @> ${queryTokens(typed)}::int4[]`
  if (tokensProve(typed)) return tokens
  const column = raw(/^[0-9a-z]+$/.test(typed) ? 'o.initials' : 'o.bare')
  return sql`(${tokens} and ${column} like ${like})`
}

const sortColumns = {
  name: { column: 'pinyin', nullable: false },
  foundedOn: { column: 'founded_on', nullable: true },
  updatedAt: { column: 'updated_at', nullable: false },
  members: { column: 'members', nullable: true },
} as const satisfies Record<keyof typeof sortKeys, { column: string; nullable: boolean }>

export const sortOf = (query: { sort: keyof typeof sortKeys; order: 'asc' | 'desc' }): Listing['sort'] => ({
  ...sortColumns[query.sort],
  descending: query.order === 'desc',
})

export const afterToken = (key: unknown, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

export function afterOf(token: string | undefined): readonly [unknown, string] | null {
  if (!token) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [unknown, string]
    if (/^[0-9a-f-]{36}$/.test(id)) return [key, id]
  } catch {
    // Falls through to the refusal below.
  }
  throw noSuchPlace
}

/** The place after which a page of the list begins; one that belongs to another order is refused. */
export function afterIn(query: {
  after?: string | undefined
  sort: keyof typeof sortKeys
}): readonly [unknown, string] | null {
  const after = afterOf(query.after)
  if (after && !keyForms[query.sort].test(String(after[0]))) throw noSuchPlace
  return after
}

/** What the database writes of each sort key. */
const keyForms: Record<keyof typeof sortKeys, RegExp> = {
  name: /^[0-9a-z]*$/,
  foundedOn: /^(-?infinity|\d{4}-\d\d-\d\d)$/,
  updatedAt: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/,
  members: /^-?\d{1,10}$/,
}

const noSuchPlace = new Problem(400, {
  code: 'page.malformed',
  message: '翻页位置不对。',
  mend: '请回到列表的第一页。',
})
