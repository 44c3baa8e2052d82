// The throw-away database server that all benches of a run share, and the worlds on it, each built once.
import pg from 'pg'
import { makeDemoWorld } from '../src/demo/demo-world.ts'
import { paths } from '../src/paths.ts'
import { type Database, openDatabase } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startForTests } from '../src/platform/postgres/for-tests.ts'
import { serverFlags } from '../src/platform/postgres/settings.ts'
import { growRecords } from './grow.ts'

/** As in production but for `fsync`: a throw-away cluster need not outlive the machine. */
const flags = {
  shared_buffers: serverFlags(0).shared_buffers ?? '128MB',
  synchronous_commit: 'on',
  full_page_writes: 'on',
}

type Cluster = Awaited<ReturnType<typeof startForTests>>

let cluster: Promise<Cluster> | undefined
const worlds = new Map<string, Promise<string>>()

const theCluster = (): Promise<Cluster> => {
  cluster ??= startForTests(flags)
  return cluster
}

/** Ends the database server, if one was started; the folder goes with it. */
export async function closeCluster(): Promise<void> {
  await (await cluster)?.stop()
}

/**
 * The Chongqing demo world: 38 counties, 11,270 communities, 113,000 organizations, a million attendances, three million
 * hours of service. Only read it; see `copyOf`.
 */
export const chongqing = (): Promise<string> => demo('chongqing', growRecords)

/** The Taicang demo world: one county, for what does not depend on size. Only read it; see `copyOf`. */
export const taicang = (): Promise<string> => demo('taicang')

const demo = (pack: string, grow?: (database: Database) => Promise<void>): Promise<string> =>
  world(pack, async (url) => {
    const database = openDatabase(url)
    await makeDemoWorld(database, pack, (line) => process.stderr.write(`    ${line}\r`))
    process.stderr.write('\n')
    await grow?.(database)
    await vacuum(url)
    await database.close()
  })

/** The address of a migrated database without content. */
export async function emptyDatabase(name: string): Promise<string> {
  const url = await createDatabase(name, 'template1')
  const database = openDatabase(url)
  await migrate(database, paths.migrations)
  await database.close()
  return url
}

/** A database of its own with the content of another, to be written to. Nobody may be connected to the other. */
export const copyOf = (url: string, name: string): Promise<string> =>
  createDatabase(name, new URL(url).pathname.slice(1))

export async function dropDatabase(url: string): Promise<void> {
  await administer(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
}

function world(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  const known = worlds.get(name) ?? emptyDatabase(name).then((url) => fill(url).then(() => url))
  worlds.set(name, known)
  return known
}

async function createDatabase(name: string, template: string): Promise<string> {
  await administer(`create database ${name} template ${template}`)
  const url = new URL((await theCluster()).url)
  url.pathname = `/${name}`
  return url.href
}

async function administer(statement: string): Promise<void> {
  await runOn((await theCluster()).url, statement)
}

/** What the server does by itself some minutes after a large load. */
export const vacuum = (url: string): Promise<void> => runOn(url, 'vacuum (analyze)')

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
