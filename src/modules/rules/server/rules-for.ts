// What the rule sets in force say at a place, and what those said by which a decision was once taken.
import { LRUCache } from 'lru-cache'
import type { Db } from '../../../platform/db.ts'
import { type Resolution, resolve, rulesIn } from '../resolve.ts'
import type { Rules } from '../rule-keys.ts'
import { layersOf, setsAt } from './rule-set-store.ts'

/** The value of every parameter for an area: its own rule set's, else that of the nearest area above, else the base. */
export const rulesFor = async (db: Db, area: string): Promise<Rules> => rulesOf(db, await setsAt(db, area))

/** The values with where each comes from, and the versions to keep beside a decision (`rulesOf` reads them again). */
export async function rulesInForce(
  db: Db,
  area: string,
): Promise<{ rules: Rules; sources: Resolution; sets: string[] }> {
  const sets = await setsAt(db, area)
  const key = `${area} ${sets.join()}`
  const known = inForceBy.get(key)
  if (known) return known
  const sources = resolve(await layersOf(db, sets), area)
  const inForce = { rules: rulesIn(sources), sources, sets }
  inForceBy.set(key, inForce)
  return inForce
}

/** The rules as some versions have them, from the country down: those by which a decision was taken. */
export async function rulesOf(db: Db, sets: readonly string[]): Promise<Rules> {
  const key = sets.join()
  const known = byVersions.get(key)
  if (known) return known
  const rules = rulesIn(resolve(await layersOf(db, sets), null))
  byVersions.set(key, rules)
  return rules
}

/** A version never changes, so that what follows from some of them never does. */
const byVersions = new LRUCache<string, Rules>({ max: 500 })
const inForceBy = new LRUCache<string, { rules: Rules; sources: Resolution; sets: string[] }>({ max: 500 })
