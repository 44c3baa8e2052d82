// All of China loaded by the command line, and the area picker asked at every keystroke.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Role } from '../src/modules/people/roles.ts'
import { addPerson, addPosting } from '../src/modules/people/server/index.ts'
import { contextFor } from '../src/platform/context.ts'
import { type Database, openDatabase, sql } from '../src/platform/db.ts'
import { policy } from '../src/policy.ts'
import { dropDatabase, emptyDatabase, vacuum } from './cluster.ts'
import { type Asker, signIn } from './person.ts'
import { withServer } from './processes.ts'
import type { Report } from './report.ts'
import { p95Of, type Work } from './times.ts'

const password = 'Speed-Test-1'
/** 太仓市 */
const county = '320585000000'
const names = 30

export async function run(report: Report): Promise<void> {
  const databaseUrl = await emptyDatabase('china')
  const database = openDatabase(databaseUrl)
  try {
    await loadAll(report, databaseUrl, database)
    await addReaders(database)
    const scopes = {
      'in all of China': await areasIn(database, sql`true`),
      'in one county': await areasIn(database, sql`county = ${county}`),
    }
    await withServer({ kind: 'ours', databaseUrl }, async ({ url }) => {
      const national = await signIn(url, 'national', password)
      await measure(report, national, 'in all of China', scopes['in all of China'])
      const local = await signIn(url, 'local', password)
      await measure(report, local, 'in one county', scopes['in one county'])
    })
  } finally {
    await database.close()
    await dropDatabase(databaseUrl)
  }
}

async function loadAll(report: Report, databaseUrl: string, database: Database): Promise<void> {
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
  const start = performance.now()
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  await promisify(execFile)(process.execPath, ['--import', 'tsx', cli, 'areas', 'load', 'all', '--json'], {
    env,
  })
  const seconds = (performance.now() - start) / 1_000
  await vacuum(databaseUrl)
  const { all, communities } = await database.one<{ all: number; communities: number }>(
    sql`select count(*)::int as all, count(*) filter (where level = 'community')::int as communities from area`,
  )
  report.holds('communities loaded', communities.toLocaleString('en'), '620,572', communities === 620_572)
  report.atMost(`areas load all, ${Math.round(all / seconds).toLocaleString('en')} rows/s`, seconds, 120, 's')
}

/** One who sees all provinces, and one who sees a county. */
async function addReaders(database: Database): Promise<void> {
  const provinces = await database.rows<{ code: string }>(
    sql`select code::text as code from area where level = 'province'`,
  )
  await addReader(
    database,
    'national',
    'cityOfficer',
    provinces.map(({ code }) => code),
  )
  await addReader(database, 'local', 'countyOfficer', [county])
}

async function addReader(database: Database, loginName: string, role: Role, areas: string[]): Promise<void> {
  const ctx = contextFor(database, { id: null, name: 'bench', postings: [] }, policy)
  const person = await addPerson(ctx, { loginName, displayName: loginName, password })
  for (const area of areas) await addPosting(ctx, person, role, area)
}

type Named = { code: string; short: string; pinyin: string; initials: string }

/** Areas of every level, the same in each run. */
const areasIn = (database: Database, condition: ReturnType<typeof sql>): Promise<Named[]> =>
  database.rows(sql`
    select code::text as code, short_name as short, pinyin, initials from area
    where ${condition} order by md5(code::text) limit ${names}`)

async function measure(report: Report, me: Asker, where: string, areas: Named[]): Promise<void> {
  const kinds = {
    Chinese: areas.flatMap(({ short }) => prefixes(short, 1, 6)),
    pinyin: areas.flatMap(({ pinyin }) => prefixes(pinyin, 1, 10)),
    initials: areas.flatMap(({ initials }) => prefixes(initials, 1, 6)),
    'a code': areas.flatMap(({ code }) => prefixes(code, 2, 12)),
  }
  for (const [kind, typed] of Object.entries(kinds)) {
    const keystrokes = [...new Set(typed)].map((q) => keystroke(me, q))
    report.atMost(
      `a keystroke of ${kind} ${where}, p95 of ${keystrokes.length}`,
      await p95Of(keystrokes, 2),
      50,
      'ms',
    )
  }
}

const prefixes = (text: string, least: number, most: number): string[] => {
  const characters = Array.from(text)
  const lengths = Array.from({ length: Math.min(most, characters.length) - least + 1 }, (_, at) => least + at)
  return lengths.map((length) => characters.slice(0, length).join(''))
}

const keystroke =
  (me: Asker, q: string): Work =>
  () =>
    me.get(`/api/areas?q=${encodeURIComponent(q)}`)
