// Search by two characters in 113,000 names, and near-duplicates of a name being typed, through the front door.
import { type Database, openDatabase, sql } from '../src/platform/db.ts'
import { chongqing } from './cluster.ts'
import { type Asker, signIn } from './person.ts'
import { withServer } from './processes.ts'
import type { Report } from './report.ts'
import { p95Of, type Work } from './times.ts'

const samples = 200

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  const database = openDatabase(databaseUrl)
  try {
    const names = await namesIn(database)
    await withServer({ kind: 'ours', databaseUrl }, async ({ url }) => {
      const people = { city: await signIn(url, '市级民政'), county: await signIn(url, '县区民政') }
      await measure(report, people, names)
    })
  } finally {
    await database.close()
  }
}

type Name = { name: string; area: string; county: string }

/** Every five-hundredth or so, in an order that chance made: the ids. */
const namesIn = (database: Database): Promise<Name[]> =>
  database.rows(sql`
    select name, area::text as area, county::text as county from organization
    where community is not null order by md5(id::text) limit ${samples}`)

async function measure(
  report: Report,
  people: Record<'city' | 'county', Asker>,
  names: Name[],
): Promise<void> {
  const pairs = names.map(({ name }, at) => pairOf(name, at))
  const list =
    (me: Asker, q: string): Work =>
    () =>
      me.get(`/api/organizations?q=${encodeURIComponent(q)}`)
  const count =
    (me: Asker, q: string): Work =>
    () =>
      me.get(`/api/organizations/count?q=${encodeURIComponent(q)}`)
  for (const [scope, me] of Object.entries(people)) {
    report.atMost(
      `search by two characters, ${scope} officer, p95`,
      await p95Of(pairs.map((q) => list(me, q))),
      20,
      'ms',
    )
    report.atMost(`how many it finds, p95`, await p95Of(pairs.map((q) => count(me, q))), 20, 'ms')
  }
  const typed = names.map(({ name, area }) => near(people.city, name, area))
  report.atMost('near-duplicates of a name, p95', await p95Of(typed), 50, 'ms')
}

/** Two neighbouring characters, from another place in each name. */
function pairOf(name: string, at: number): string {
  const characters = Array.from(name)
  const start = at % (characters.length - 1)
  return characters.slice(start, start + 2).join('')
}

/** A character short of a name that exists. */
const near =
  (me: Asker, name: string, area: string): Work =>
  () =>
    me.get(`/api/organizations/near-duplicates?area=${area}&name=${encodeURIComponent(name.slice(0, -1))}`)
