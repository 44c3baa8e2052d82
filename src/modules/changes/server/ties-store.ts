// The SQL of what hangs on an organization elsewhere.
import type { Day } from '../../../kernel/time.ts'
import { type Db, sql } from '../../../platform/db.ts'

/** A certificate in force that was given out after the day, with its organization's name; null: none. */
export const laterPapers = (
  db: Db,
  ids: readonly string[],
  on: Day,
): Promise<{ name: string; issuedOn: Day } | null> =>
  db.maybe(sql`
    select o.name, c.issued_on as "issuedOn" from certificate c join organization o on o.id = c.organization
    where c.organization = any(${ids}::uuid[]) and c.status = 'valid' and c.issued_on > ${on} limit 1`)

/** Those that have a party arrangement that goes on. */
export async function arrangedAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const found = await db.rows<{ id: string }>(sql`
    select distinct organization as id from party_arrangement where organization = any(${ids}::uuid[]) and ends_on is null`)
  return found.map(({ id }) => id)
}
