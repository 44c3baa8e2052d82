// Migrations: forward only, once each, by one process at a time, with data in the database.
import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { schemaText } from '../../bin/schema-text.ts'
import { Problem } from '../../src/kernel/problem.ts'
import { paths } from '../../src/paths.ts'
import { type Database, openDatabase, raw, sql } from '../../src/platform/db.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { asAdministrator, urlOf, useDatabase } from '../database.ts'
import { root } from '../files.ts'

const files = readdirSync(paths.migrations).sort()
const newest = files.at(-1) ?? ''
const oneOlder = files.at(-2) ?? ''
const fresh = useDatabase('empty')
const opened: { name: string; database: Database }[] = []

/** A database without any table. */
async function blank(): Promise<{ database: Database; url: string }> {
  const name = `blank_${crypto.randomUUID().replaceAll('-', '')}`
  await asAdministrator(inject('databaseUrl'), `create database ${name} template template0`)
  const url = urlOf(inject('databaseUrl'), name)
  const database = openDatabase(url)
  opened.push({ name, database })
  return { database, url }
}

afterAll(async () => {
  for (const { name, database } of opened) {
    await database.close()
    await asAdministrator(inject('databaseUrl'), `drop database ${name} with (force)`)
  }
})

const applied = async (database: Database): Promise<string[]> =>
  (await database.rows<{ name: string }>(sql`select name from migration order by name`)).map(
    ({ name }) => name,
  )

describe('The migrations', () => {
  it('are numbered without a gap', () => {
    expect(files.map((name) => name.slice(0, 5))).toEqual(
      files.map((_, at) => `${String(at + 1).padStart(4, '0')}_`),
    )
    expect(files.length).toBeGreaterThan(3)
  })

  it.each(files)('%s takes nothing away', (name) => {
    const text = readFileSync(join(paths.migrations, name), 'utf8').replace(/--.*$/gm, '')
    expect(text).not.toMatch(
      /\bdrop\s+(table|column|schema|database)\b|(?<!or )\btruncate\b|\bdelete\s+from\b/i,
    )
  })

  it('make the schema from nothing, and change nothing the second time', async () => {
    const { database } = await blank()
    expect(await migrate(database, paths.migrations)).toEqual(files)
    const made = await schemaText(database)
    expect(await migrate(database, paths.migrations)).toEqual([])
    expect(await schemaText(database)).toBe(made)
    expect(made).toBe(await schemaText(fresh()))
  })

  it('bring a database that is one version old, with data in it, to the newest', async () => {
    const { database } = await blank()
    expect(await migrate(database, paths.migrations, oneOlder)).not.toContain(newest)
    await addSomeData(database)
    const before = await contents(database)
    expect(await migrate(database, paths.migrations)).toEqual([newest])
    const after = await contents(database)
    for (const [table, rows] of Object.entries(before)) {
      if (table !== 'migration') expect(after[table], table).toEqual(rows)
    }
    expect(Object.values(before).flat().length).toBeGreaterThan(8)
    expect(await schemaText(database)).toBe(await schemaText(fresh()))
  })

  it('are each applied once by two who come at the same time', async () => {
    const { database, url } = await blank()
    const other = openDatabase(url)
    const both = await Promise.all([migrate(database, paths.migrations), migrate(other, paths.migrations)])
    await other.close()
    expect(both.flat().sort()).toEqual(files)
    expect(await applied(database)).toEqual(files)
  })

  it('are each applied once by two processes', async () => {
    const { database, url } = await blank()
    const both = await Promise.all([migrateApart(url), migrateApart(url)])
    expect(both.flat().sort()).toEqual(files)
    expect(await applied(database)).toEqual(files)
  })
})

describe('A database', () => {
  it('that is newer than the program is refused in words, before anything is changed', async () => {
    const { database } = await blank()
    await migrate(database, paths.migrations, oneOlder)
    await database.run(sql`insert into migration (name) values ('9999_from_the_future.sql')`)
    const refusal = await migrate(database, paths.migrations).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({
      status: 503,
      body: { code: 'database.newer', message: expect.stringContaining('9999_from_the_future') },
    })
    expect(await applied(database)).not.toContain(newest)
  })

  it('keeps what was applied before a migration that fails, and nothing of that', async () => {
    const { database } = await blank()
    const folder = mkdtempSync(join(tmpdir(), 'jusha-migrations-'))
    const [first = ''] = files
    copyFileSync(join(paths.migrations, first), join(folder, first))
    writeFileSync(join(folder, '0002_broken.sql'), 'create table half (id int); select wrong;')
    await expect(migrate(database, folder)).rejects.toThrow('wrong')
    expect(await applied(database)).toEqual([first])
    expect(await database.one(sql`select to_regclass('half') as half`)).toEqual({ half: null })
    rmSync(folder, { recursive: true })
  })
})

/** Every row of every table, as text. */
async function contents(database: Database): Promise<Record<string, string[]>> {
  const tables = await database.rows<{ name: string }>(
    sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const rows = tables.map(async ({ name }) => {
    const found = await database.rows<{ row: string }>(raw(`select t::text as row from ${name} t order by 1`))
    return [name, found.map(({ row }) => row)] as const
  })
  return Object.fromEntries(await Promise.all(rows))
}

/** The same in a process of its own; prints what it applied. */
async function migrateApart(url: string): Promise<string[]> {
  const script = `
    import { openDatabase } from './src/platform/db.ts'
    import { migrate } from './src/platform/migrate.ts'
    const database = openDatabase(process.env.MIGRATED)
    console.log(JSON.stringify(await migrate(database, ${JSON.stringify(paths.migrations)})))
    await database.close()`
  const options = { cwd: root, env: { ...process.env, MIGRATED: url } }
  const run = promisify(execFile)
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    options,
  )
  return JSON.parse(stdout) as string[]
}

/** One of everything; what a table demands besides is filled with something of its type. */
async function addSomeData(database: Database): Promise<void> {
  for (const [table, row] of someData) {
    const all = { ...(await demandedBy(database, table)), ...row }
    await database.run(
      sql`insert into ${raw(table)} select (json_populate_record(null::${raw(table)}, ${JSON.stringify(all)})).*`,
    )
  }
}

/** Columns that may not be null, each with a value that their type takes; defaults as they are. */
async function demandedBy(database: Database, table: string): Promise<Record<string, unknown>> {
  const columns = await database.rows<{ name: string; type: string; fallback: unknown }>(sql`
    select attname as name, format_type(atttypid, atttypmod) as type, pg_get_expr(d.adbin, d.adrelid) as fallback
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where attrelid = ${table}::regclass and attnum > 0 and attnotnull and not attisdropped`)
  return Object.fromEntries(columns.map(({ name, type, fallback }) => [name, anyOf(type, fallback)]))
}

function anyOf(type: string, fallback: unknown): unknown {
  if (type === 'boolean') return fallback === 'true'
  if (type === 'integer' || type === 'bigint') return 1
  if (type.startsWith('timestamp') || type === 'date') return '2023-01-01'
  if (type.endsWith('[]') || type === 'jsonb') return []
  return type === 'text' ? 'x' : '019893c1-0000-7000-8000-000000000009'
}

const id = (last: number) => `019893c1-0000-7000-8000-00000000000${last}`
const [province, city] = [320000000000, 320500000000]
const facts = {
  ...{ area: city, province, city, category: 'culture', tier: 'filed', legal_form: 'none', status: 'active' },
}
const someData: [table: string, row: Record<string, unknown>][] = [
  ['area', { code: province, level: 'province', province, name: '江苏省', settlement: 'unknown' }],
  [
    'area',
    { code: city, level: 'city', province, city, parent: province, name: '苏州市', settlement: 'unknown' },
  ],
  ['person', { id: id(1), login_name: 'old', display_name: '旧人' }],
  ['posting', { id: id(2), person: id(1), role: 'cityOfficer', area: city }],
  ['organization', { id: id(3), name: '旧合唱队', ...facts }],
  ['organization_period', { id: id(4), organization: id(3), starts_on: '2022-01-01', ...facts }],
  ['event', { id: id(5), person_name: '旧人', action: 'organization.create', subject: id(3) }],
  ['preference', { person: id(1), key: 'columns', value: ['name'] }],
]
