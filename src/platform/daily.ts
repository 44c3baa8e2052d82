// What falls due with the calendar and with nobody's click: each task once a day, by one of the servers at a time.
import type { FastifyInstance } from 'fastify'
import { type Day, dayOf, type Instant } from '../kernel/time.ts'
import type { Clock } from './context.ts'
import { type Database, type Db, sql } from './db.ts'

/**
 * Runs in a transaction of its own. It must find nothing left to do when it is run again: every process does it once a
 * day and once when it starts.
 */
export type DailyTask = (db: Db, now: Instant) => Promise<unknown>
/** By a name that is the same in all processes. */
export type DailyTasks = Readonly<Record<string, DailyTask>>

type Given = {
  database: Database
  clock: Clock
  tasks: DailyTasks
  /** Told when a task fails; it is tried again with the next look at the clock. */
  failed: (name: string, error: unknown) => void
}

/** Milliseconds between two looks at the clock. */
const lookEvery = 3_600_000

/** From listening to closing; a task that runs is waited for. */
export function everyDay(app: FastifyInstance, given: Given): void {
  const look = dailyWork(given)
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  app.addHook('onListen', async () => {
    running = look()
    timer = setInterval(() => {
      running = running.then(look)
    }, lookEvery).unref()
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}

/** Does what has not been done on the day of the clock. Days are Chinese. */
export function dailyWork({ database, clock, tasks, failed }: Given): () => Promise<void> {
  const doneOn = new Map<string, Day>()
  return async () => {
    const now = clock()
    for (const [name, task] of Object.entries(tasks)) {
      if (doneOn.get(name) === dayOf(now)) continue
      const done = await database
        .transaction(async (db) => {
          const alone = await isAlone(db, name)
          if (alone) await task(db, now)
          return alone
        })
        .catch((error: unknown) => {
          failed(name, error)
          return false
        })
      if (done) doneOn.set(name, dayOf(now))
    }
  }
}

/** Whether no other server is at it; if one is, this one looks again later. */
const isAlone = async (db: Db, name: string): Promise<boolean> =>
  (
    await db.one<{ alone: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`daily ${name}`}, 0)) as alone`,
    )
  ).alone
