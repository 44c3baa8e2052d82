// Brings a database to the newest schema: forward only, one transaction a file, one process at a time.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../kernel/problem.ts'
import { type Database, type Db, raw, sql } from './db.ts'

const lockKey = 7_205_113

/**
 * Applies the migrations of `folder` that are missing, up to `last` when given; returns the names of those applied.
 * Throws a Problem before it changes anything when the database has a migration that the folder does not know.
 */
export async function migrate(database: Database, folder: string, last?: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const wanted = last ? files.filter((name) => name <= last) : files
  await database.transaction(makeLedger)
  await refuseNewerSchema(database, files)
  const applied: string[] = []
  for (const name of wanted) {
    const text = await readFile(join(folder, name), 'utf8')
    if (await database.transaction((db) => applyOnce(db, name, text))) applied.push(name)
  }
  return applied
}

/** Under the lock too: two who make the same table at once collide even with `if not exists`. */
async function makeLedger(db: Db): Promise<void> {
  await holdLock(db)
  await db.run(sql`create table if not exists migration (
    name text primary key, applied_at timestamptz not null default now())`)
}

const holdLock = (db: Db) => db.rows(sql`select pg_advisory_xact_lock(${lockKey})`)

async function applyOnce(db: Db, name: string, text: string): Promise<boolean> {
  await holdLock(db)
  if (await db.maybe(sql`select 1 from migration where name = ${name}`)) return false
  await db.run(raw(text))
  await db.run(sql`insert into migration (name) values (${name})`)
  return true
}

async function refuseNewerSchema(database: Database, files: string[]): Promise<void> {
  const strange = await database.maybe<{ name: string }>(
    sql`select name from migration where name <> all(${files}) limit 1`,
  )
  if (strange) {
    throw new Problem(503, {
      code: 'database.newer',
      message: `数据库的结构（${strange.name}）比本程序新。`,
      mend: '请用较新版本的聚沙打开这个数据库。',
    })
  }
}
