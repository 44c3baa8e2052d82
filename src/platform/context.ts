// What a handler works with: the transaction, who is asking, the clock and the ids, all as arguments.
import { v7 } from 'uuid'
import { type Day, dayOf, type Instant } from '../kernel/time.ts'
import type { Db } from './db.ts'
import { type Authority, authorityOf, type Policy, type Who } from './policy.ts'

export type Context = {
  db: Db
  who: Who
  authority: Authority
  now: Instant
  today: Day
  newId: () => string
  /** Names the request in the event record. */
  request: string | null
  /** Plans work for when the transaction has been committed; it is left undone when that is rolled back. */
  afterCommit: (work: Later) => void
}

export type Later = () => void | Promise<void>

export type Clock = () => Instant

export const systemClock: Clock = () => new Date().toISOString() as Instant

/** A clock that stands whole days off the true one: the time of a demo world. */
export const clockOff = (days: number): Clock =>
  days === 0 ? systemClock : () => new Date(Date.now() + days * 86_400_000).toISOString() as Instant

/** A context for work that no HTTP request asked for: the command line, the demo world, tests. */
export function contextFor(
  db: Db,
  who: Who,
  policy: Policy,
  options: {
    clock?: Clock
    newId?: () => string
    request?: string
    afterCommit?: Context['afterCommit']
  } = {},
): Context {
  const now = (options.clock ?? systemClock)()
  return {
    db,
    who,
    authority: authorityOf(who, policy),
    now,
    today: dayOf(now),
    newId: options.newId ?? v7,
    request: options.request ?? null,
    afterCommit: options.afterCommit ?? forgetIt,
  }
}

/** Outside a server there are neither sessions nor memories to bring up to date. */
const forgetIt = () => undefined
