// A database on which every request may write and nothing remains: what one call does, no other call sees.
import type { Database, Db } from '../../../src/platform/db.ts'

/** Transactions give their result and are taken back. */
export const rehearsal = (database: Database): Database => ({
  ...database,
  transaction: async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const outcome: { result?: T } = {}
    await database
      .transaction(async (db) => {
        outcome.result = await work(db)
        throw takenBack
      })
      .catch((error: unknown) => {
        if (error !== takenBack) throw error
      })
    return outcome.result as T
  },
})

const takenBack = new Error('taken back')

/** The same work for many, a few at a time, the results in order. */
export async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const waiting = [...items.entries()]
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return results
}

/** Fewer than half the connections of a pool: a session is written beside the transaction. */
const atOnce = 4
