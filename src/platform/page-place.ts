// Where a page of a keyset list begins, as a token for the address.
import { Problem } from '../kernel/problem.ts'
import { asDay } from '../kernel/time.ts'

type Row = { id: string; key: string }

/** Null on the last page. */
export function pageToken(rows: readonly Row[], limit: number): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined
  return last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null
}

/**
 * What a token says: sort key and id of the last row seen; null on the first page. `isKey` and `isId`: whether they can
 * be those of that list. Refuses (400) a token that we did not make.
 */
export function pageAfter(
  token: string | undefined,
  isKey: (key: string) => boolean = isText,
  isId: (id: string) => boolean = isUuid,
): readonly [string, string] | null {
  if (!token) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [unknown, unknown]
    if (typeof key === 'string' && typeof id === 'string' && isId(id) && isKey(key)) return [key, id]
  } catch {
    // Falls through to the refusal below.
  }
  throw new Problem(400, { code: 'page.malformed', message: '翻页位置不对。', mend: '请回到列表的第一页。' })
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
const isText = (key: string): boolean => !/[\0\p{Cs}]/u.test(key)

/** A day, as PostgreSQL writes it. */
export const isDayKey = (key: string): boolean => key === 'infinity' || asDay(key) !== null

/** The code of an area. */
export const isAreaCode = (id: string): boolean => /^\d{12}$/.test(id)
