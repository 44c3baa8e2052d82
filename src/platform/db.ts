// The database as the program sees it: statements in, rows out, one transaction at a time.
import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import { statementNames } from './prepared.ts'

export type { Sql } from 'sql-template-tag'
export { default as sql, empty, join, raw } from 'sql-template-tag'

/** Runs statements; inside a transaction every statement sees and joins it. */
export type Db = {
  rows<T>(statement: Sql): Promise<T[]>
  /** The only row, or null when there is none. */
  maybe<T>(statement: Sql): Promise<T | null>
  /** The only row; none is a bug. */
  one<T>(statement: Sql): Promise<T>
  /** How many rows were written. */
  run(statement: Sql): Promise<number>
}

export type Database = Db & {
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}

type Statement = { name?: string; text: string; values: unknown[] }
type Queryable = { query(statement: Statement): Promise<pg.QueryResult> }

// Days stay the strings that PostgreSQL writes; instants become ISO strings; 8-byte numbers stay exact as text.
const dateType = 1082
const instantType = 1184
pg.types.setTypeParser(dateType, (text) => text)
pg.types.setTypeParser(instantType, (text) => new Date(text).toISOString())

/**
 * Sessions speak UTC. A scan of a city's register is shared among the machine's cores: PostgreSQL's own estimate of what
 * that costs is for machines on which processes start slowly.
 */
const sessionOptions = ['timezone=UTC', 'jit=off', 'parallel_setup_cost=500', 'parallel_tuple_cost=0.02']
  .map((setting) => `-c ${setting}`)
  .join(' ')

/** Opens a pool whose sessions speak UTC. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    options: sessionOptions,
    application_name: 'jusha',
  })
  // A connection that the server closes (a restart) is replaced at the next use. One that breaks at work also rejects
  // its statement; either way the event itself must not end the program.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const nameOf = statementNames()
  return {
    ...dbOver(pool, nameOf),
    transaction: (work) => inTransaction(pool, nameOf, work),
    close: () => pool.end(),
  }
}

async function inTransaction<T>(pool: pg.Pool, nameOf: NameOf, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(dbOver(client, nameOf))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

type NameOf = ReturnType<typeof statementNames>

/** The four ways of asking, over a pool or a client of it. */
function dbOver(target: Queryable, nameOf: NameOf): Db {
  const ask = ({ text, values }: Sql) => {
    // A text without values may hold several statements (a migration); such a text cannot be prepared.
    const name = values.length > 0 ? nameOf(text) : undefined
    return target.query(name === undefined ? { text, values } : { name, text, values })
  }
  const rows = async <T>(statement: Sql) => (await ask(statement)).rows as T[]
  const maybe = async <T>(statement: Sql) => (await rows<T>(statement))[0] ?? null
  return {
    rows,
    maybe,
    one: async <T>(statement: Sql) => {
      const row = await maybe<T>(statement)
      if (row === null) throw new Error(`no row from: ${statement.text.slice(0, 200)}`)
      return row
    },
    run: async (statement) => (await ask(statement)).rowCount ?? 0,
  }
}

/** Whether a row could not be deleted because others refer to it. */
export const isReferredTo = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23503'

/** The name of the constraint that a failed write broke, or null when it failed otherwise. */
export function brokenConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.constraint ?? null) : null
}
