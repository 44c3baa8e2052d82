// All targets of the Chongqing pack, as pages ask for them and as the engine gives them: how fast, and whether right.
import { type Day, dayOf, type Instant } from '../src/kernel/time.ts'
import type { AreaLevel } from '../src/modules/areas/area.ts'
import { figuresOf, type Standing } from '../src/modules/programmes/judge.ts'
import { listProgrammes, type ProgrammeRow, standingOf } from '../src/modules/programmes/server/index.ts'
import { type Database, openDatabase, sql } from '../src/platform/db.ts'
import { measureSources } from '../src/server.ts'
import { chongqing } from './cluster.ts'
import { type Recount, recount } from './naive-recount.ts'
import { type Asker, signIn } from './person.ts'
import { startServer } from './processes.ts'
import type { Report } from './report.ts'
import { contextOf } from './statements.ts'
import { p95Of } from './times.ts'

const account = '市级民政'
const city: Area = { code: '500000000000', level: 'province' }
/** So late that two years before lie within the programme. */
const now = '2021-01-15T02:00:00.000Z' as Instant
const today = dayOf(now)
const before = '2019-01-15' as Day

type Area = { code: string; level: AreaLevel }
type World = { database: Database; programme: ProgrammeRow; counties: Area[] }

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  const database = openDatabase(databaseUrl)
  const ours = await startServer({ kind: 'ours', databaseUrl, now })
  try {
    const world = await worldOf(database)
    for (const day of [today, before]) await compare(report, world, day)
    await measureTables(report, world)
    await measurePages(report, world, await signIn(ours.url, account))
  } finally {
    await ours.stop()
    await database.close()
  }
}

async function worldOf(database: Database): Promise<World> {
  const [programme] = await listProgrammes(await contextOf(database, account))
  if (!programme) throw new Error('the world has no programme')
  const counties = await database.rows<Area>(
    sql`select code::text as code, level from area where level = 'county' order by code`,
  )
  return { database, programme, counties }
}

const standingAt = ({ database, programme }: World, area: Area, asOf: Day): Promise<Standing> =>
  standingOf(database, measureSources, programme, { area: area.code, level: area.level }, asOf)

/** Each county's figures, asked for the county alone and read in the whole city's, against those counted naively. */
async function compare(report: Report, world: World, asOf: Day): Promise<void> {
  const naive = await recount(world.database, asOf)
  const whole = await standingAt(world, city, asOf)
  const faults: string[] = []
  for (const county of world.counties) {
    const alone = await standingAt(world, county, asOf)
    for (const [target, recounts] of naive) {
      const should = JSON.stringify(recounts.get(county.code) ?? nothing)
      const found = [alone, whole].map((standing) => JSON.stringify(readingOf(standing, target, county.code)))
      if (found.some((own) => own !== should))
        faults.push(`${target} of ${county.code}: ${found}, naively ${should}`)
    }
  }
  if (faults.length > 0) console.error(faults.slice(0, 5).join('\n'))
  const compared = naive.size * world.counties.length
  const equal = `${compared - faults.length} of ${compared} figures`
  report.holds(
    `counted targets of all counties on ${asOf}, equal to the naive recount`,
    equal,
    'all',
    faults.length === 0,
  )
}

const nothing: Recount = { numerator: 0, denominator: 0, lacking: 0 }

function readingOf({ figure }: Standing, target: string, area: string): Recount {
  const { numerator, denominator, gap } = figure(target, area)
  return { numerator: numerator ?? 0, denominator: denominator ?? 0, lacking: gap?.quantity ?? 0 }
}

/** What is computed for a table: all targets of an area and of every area directly below it. */
async function measureTables(report: Report, world: World): Promise<void> {
  const table = (area: Area, asOf: Day) => async () =>
    figuresOf(await standingAt(world, area, asOf), area.code)
  const counties = (asOf: Day) => world.counties.map((county) => table(county, asOf))
  const of = { today: await p95Of(counties(today)), before: await p95Of(counties(before)) }
  report.atMost('all targets of a county with its townships, p95', of.today, 50, 'ms')
  report.atMost('the same two years back, in terms of today', of.before / of.today, 5, '×')
  const whole = {
    today: await p95Of(Array(5).fill(table(city, today))),
    before: await p95Of(Array(5).fill(table(city, before))),
  }
  report.atMost('all targets of the city with its 38 counties, p95', whole.today, 300, 'ms')
  report.atMost('the same two years back, in terms of today', whole.before / whole.today, 5, '×')
}

/** The same through the front door, as pages ask. */
async function measurePages(report: Report, { programme, counties }: World, me: Asker): Promise<void> {
  const page = (path: string) => () => me.get(`/api/programmes/${programme.id}/${path}`)
  const figures = counties.map(({ code }) => page(`figures?area=${code}`))
  report.atMost('request for all targets of a county, p95', await p95Of(figures), 50, 'ms')
  const breakdowns = counties.map(({ code }) => page(`targets/urban-each?area=${code}`))
  report.atMost(
    'request for one target of a county with its townships and communities, p95',
    await p95Of(breakdowns),
    50,
    'ms',
  )
  const whole = [page(`figures?area=${city.code}`), page(`targets/urban-each?area=${city.code}`)]
  report.atMost(
    'requests for the city: all targets; one target with its 38 counties; p95',
    await p95Of([...whole, ...whole]),
    300,
    'ms',
  )
}
