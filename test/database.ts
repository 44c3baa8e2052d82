// Gives each test file a database of its own, cloned from the prepared world in a moment.
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Database, openDatabase } from '../src/platform/db.ts'

export const worldTemplate = 'world_template'
export const emptyTemplate = 'empty_template'

/** `empty`: migrated, nothing in it. `world`: as `test/world.ts` fills it. The database is gone after the file. */
export function useDatabase(from: 'world' | 'empty' = 'world'): () => Database {
  let database: Database | undefined
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const url = inject('databaseUrl')
  beforeAll(async () => {
    await clone(url, name, from === 'world' ? worldTemplate : emptyTemplate)
    database = openDatabase(urlOf(url, name))
  })
  afterAll(async () => {
    await database?.close()
    await asAdministrator(url, `drop database if exists ${name} with (force)`)
  })
  return () => {
    if (!database) throw new Error('the database is ready only inside tests')
    return database
  }
}

/** A template is copied by one at a time; a lock keeps the others waiting instead of failing. */
async function clone(url: string, name: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  } finally {
    await client.end()
  }
}

export async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server, another database. */
export function urlOf(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
