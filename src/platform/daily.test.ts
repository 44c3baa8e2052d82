// Daily work: once a day by the clock, by one of several servers at a time, and again after a failure.
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import type { Instant } from '../kernel/time.ts'
import { createApp } from './app.ts'
import { dailyWork, everyDay } from './daily.ts'
import { sql } from './db.ts'

const database = useDatabase()
const at = (time: string) => time as Instant

/** Tasks that write down their names, over a clock that is set by hand. */
function world(given: { fails?: () => boolean } = {}) {
  const did: string[] = []
  const faults: string[] = []
  const clock = { now: at('2023-08-20T02:00:00.000Z') }
  const task = (name: string) => async () => {
    if (name === 'second' && given.fails?.()) throw new Error('no')
    did.push(name)
  }
  const look = dailyWork({
    database: database(),
    clock: () => clock.now,
    tasks: { first: task('first'), second: task('second') },
    failed: (name) => faults.push(name),
  })
  return { did, faults, clock, look }
}

describe('Daily work', () => {
  it('is done once on each Chinese day, however often the clock is looked at', async () => {
    const { did, clock, look } = world()
    for (const now of ['2023-08-20T02:00:00.000Z', '2023-08-20T15:59:59.000Z', '2023-08-20T16:00:00.000Z']) {
      clock.now = at(now)
      await look()
    }
    expect(did).toEqual(['first', 'second', 'first', 'second'])
  })

  it('is tried again after a failure, which leaves the other tasks alone and no half of itself', async () => {
    let broken = true
    const { did, faults, look } = world({ fails: () => broken })
    await look()
    expect([did, faults]).toEqual([['first'], ['second']])
    broken = false
    await look()
    expect([did, faults]).toEqual([['first', 'second'], ['second']])
  })

  it('is left to the server that is at it', async () => {
    const { did, look } = world()
    await database().transaction(async (db) => {
      await db.rows(sql`select pg_advisory_xact_lock(hashtextextended('daily first', 0))`)
      await look()
    })
    expect(did).toEqual(['second'])
    await look()
    expect(did).toEqual(['second', 'first'])
  })

  it('begins with listening and ends before the server has closed', async () => {
    const app = await createApp(database())
    const did: string[] = []
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      did.push('slow')
    }
    everyDay(app, {
      ...{ database: database(), clock: () => at('2023-08-20T02:00:00.000Z') },
      ...{ tasks: { slow }, failed: (name) => did.push(`failed ${name}`) },
    })
    await app.ready()
    expect(did).toEqual([])
    await app.listen({ port: 0, host: '127.0.0.1' })
    await app.close()
    expect(did).toEqual(['slow'])
  })
})
