// Where a page of a keyset list begins, as a token for the address.
import { Problem } from '../../../kernel/problem.ts'

type Row = { id: string; key: string }

/** Null on the last page. */
export function pageToken(rows: readonly Row[], limit: number): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined
  return last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null
}

/** What a token says: sort key and id of the last row seen. `form`: what the key looks like. */
export function pageAfter(token: string | undefined, form = /^[^\0]*$/): readonly [string, string] | null {
  if (!token) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [unknown, unknown]
    if (typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) && form.test(key))
      return [key, id]
  } catch {
    // Falls through to the refusal below.
  }
  throw new Problem(400, { code: 'page.malformed', message: '翻页位置不对。', mend: '请回到列表的第一页。' })
}

/** Days, as PostgreSQL writes them. */
export const dayForm = /^(infinity|\d{4}-\d\d-\d\d)$/
