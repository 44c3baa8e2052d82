// Names while they are typed, among 113,000: near-duplicates of every kind, the reading of a name, proposals.
import { type Database, openDatabase, sql } from '../src/platform/db.ts'
import { chongqing } from './cluster.ts'
import { signIn } from './person.ts'
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
      const city = await signIn(url, '市级民政')
      const ask =
        (path: string, query: Record<string, string>): Work =>
        () =>
          city.get(`/api/${path}?${new URLSearchParams(query)}`)
      const near = (typed: (name: string) => string) =>
        p95Of(
          names.map(({ name, area }) => ask('organizations/near-duplicates', { name: typed(name), area })),
        )
      for (const [what, typed] of Object.entries(waysOfTyping))
        report.atMost(`near-duplicates, ${what}, p95`, await near(typed), 50, 'ms')
      const reading = names.map(({ name, area }) => ask('name-readings', { name, area, kind: 'group' }))
      report.atMost('reading of a name, p95', await p95Of(reading), 20, 'ms')
      const proposals = names.map(({ area }) =>
        ask('name-proposals', { words: '夕阳红 合唱', area, kind: 'group' }),
      )
      report.atMost('proposals from two words, p95', await p95Of(proposals), 30, 'ms')
    })
  } finally {
    await database.close()
  }
}

/** From the first letters to a whole name that differs in one place. */
const waysOfTyping: Record<string, (name: string) => string> = {
  'a name half typed': (name) => name.slice(0, Math.ceil(name.length / 2)),
  'one character short': (name) => name.slice(0, -1),
  'the whole name': (name) => name,
  'only words that many have': () => '志愿服务队',
}

type Name = { name: string; area: string }

const namesIn = (database: Database): Promise<Name[]> =>
  database.rows(sql`
    select name, area::text as area from organization
    where community is not null order by md5(id::text) limit ${samples}`)
