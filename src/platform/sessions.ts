// Sessions kept in the database under the hash of their secret, with a short memory in front of it.
import { createHash } from 'node:crypto'
import { Signer } from '@fastify/cookie'
import type { SessionStore as FastifySessionStore } from '@fastify/session'
import { LRUCache } from 'lru-cache'
import { type Database, type Db, sql } from './db.ts'

/** 等保 asks that an idle session ends; a working day's pause for lunch is let pass. */
export const idleMinutes = 120
const memoryMilliseconds = 5_000
const touchAfterMilliseconds = 60_000

type Data = Record<string, unknown> & { person?: string }
type Callback = (error: unknown) => void

/** A session ends at other processes at most five seconds after it was ended here. */
export class SessionStore implements FastifySessionStore {
  private readonly database: Database
  private readonly memory = new LRUCache<string, Data>({ max: 20_000, ttl: memoryMilliseconds })

  constructor(database: Database) {
    this.database = database
    living.add(this)
  }

  set(id: string, session: object, callback: Callback): void {
    const data = session as Data
    settle(callback, async () => {
      await this.database.run(sql`
        insert into session (id, person, data, expires_at)
        values (${hash(id)}, ${data.person ?? null}, ${JSON.stringify(data)}, now() + make_interval(mins => ${idleMinutes}))
        on conflict (id) do update set person = excluded.person, data = excluded.data, expires_at = excluded.expires_at`)
      this.memory.delete(id)
    })
  }

  get(id: string, callback: (error: unknown, session?: never) => void): void {
    const known = this.memory.get(id)
    const data = known ? Promise.resolve(known) : this.load(id)
    data.then(
      (data) => callback(null, data as never),
      (error: unknown) => callback(error),
    )
  }

  destroy(id: string, callback: Callback): void {
    this.memory.delete(id)
    settle(callback, () => this.database.run(sql`delete from session where id = ${hash(id)}`))
  }

  forget(): void {
    this.memory.clear()
  }

  private async load(id: string): Promise<Data | null> {
    const row = await this.database.maybe<{ data: Data; expires_at: string }>(
      sql`select data, expires_at from session where id = ${hash(id)} and expires_at > now()`,
    )
    if (!row) return null
    await this.touch(id, row.expires_at)
    this.memory.set(id, row.data)
    return row.data
  }

  /** Using a session keeps it alive; written at most once a minute. */
  private async touch(id: string, expiresAt: string): Promise<void> {
    const left = Date.parse(expiresAt) - Date.now()
    if (left > idleMinutes * 60_000 - touchAfterMilliseconds) return
    await this.database.run(
      sql`update session set expires_at = now() + make_interval(mins => ${idleMinutes}) where id = ${hash(id)}`,
    )
  }
}

const living = new Set<SessionStore>()

/** Ends every session of a person, except one; they are asked to sign in again. */
export async function endSessions(db: Db, person: string, except?: string): Promise<void> {
  const kept = except ? hash(except) : Buffer.alloc(0)
  await db.run(sql`delete from session where person = ${person} and id <> ${kept}`)
  for (const store of living) store.forget()
}

export const endExpiredSessions = (db: Db): Promise<number> =>
  db.run(sql`delete from session where expires_at < now()`)

/** Signs cookies; the same few come with every request, and signing is dearer than remembering. */
export function rememberingSigner(secret: string): Pick<Signer, 'sign' | 'unsign'> {
  const signer = new Signer(secret)
  return {
    sign: remembered((value) => signer.sign(value)),
    unsign: remembered((signed) => signer.unsign(signed)),
  }
}

function remembered<T extends object | string>(work: (text: string) => T): (text: string) => T {
  const memory = new LRUCache<string, T>({ max: 20_000 })
  return (text) => {
    const made = memory.get(text) ?? work(text)
    memory.set(text, made)
    return made
  }
}

const hash = (id: string) => createHash('sha256').update(id).digest()

function settle(callback: Callback, work: () => Promise<unknown>): void {
  work().then(
    () => callback(null),
    (error: unknown) => callback(error),
  )
}
