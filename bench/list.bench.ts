// A county's list, filtered and sorted: its first and its hundredth page, each beside a bare route with the same SQL.

import { organizationsApi } from '../src/modules/organizations/organizations-api.ts'
import {
  afterOf,
  conditionOf,
  sortOf,
} from '../src/modules/organizations/server/organization-filter-store.ts'
import { listOrganizations } from '../src/modules/organizations/server/organization-store.ts'
import type { Context } from '../src/platform/context.ts'
import { openDatabase } from '../src/platform/db.ts'
import { chongqing } from './cluster.ts'
import { interleaved } from './load.ts'
import { type Asker, signIn } from './person.ts'
import { startServer } from './processes.ts'
import { quantile, type Report } from './report.ts'
import { contextOf, pageAsText, statementOf } from './statements.ts'

/** The county with the most organizations: 万州区, some 6,000. */
const account = '市级民政'
const filter = 'area=500101000000&status=active&tier=guided&tier=filed'
const sorts = { name: '按名称', members: '按成员人数' } as const
const rounds = 5

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  const ours = await startServer({ kind: 'ours', databaseUrl })
  const me = await signIn(ours.url, account)
  try {
    for (const sort of ['name', 'members'] as const) await measure(report, databaseUrl, ours.url, me, sort)
  } finally {
    await ours.stop()
  }
}

async function measure(
  report: Report,
  databaseUrl: string,
  base: string,
  me: Asker,
  sort: keyof typeof sorts,
): Promise<void> {
  const first = `/api/organizations?${filter}&sort=${sort}&limit=50`
  const hundredth = await pageAt(me, first, 100)
  const bare = await startServer({
    kind: 'bare',
    databaseUrl,
    routes: await bareRoutes(databaseUrl, { '/first': first, '/hundredth': hundredth }),
  })
  try {
    const { cookie } = me
    const found = await interleaved(
      {
        first: { base, paths: [first], cookie },
        bareFirst: { base: bare.url, paths: ['/first'] },
        hundredth: { base, paths: [hundredth], cookie },
        bareHundredth: { base: bare.url, paths: ['/hundredth'] },
      },
      rounds,
    )
    const name = `a county's list ${sorts[sort]}`
    report.atLeast(
      `${name}, first page${against(found.first, found.bareFirst)}`,
      ratio(found.first, found.bareFirst),
      0.6,
      '×',
    )
    report.atLeast(
      `${name}, 100th page${against(found.hundredth, found.bareHundredth)}`,
      ratio(found.hundredth, found.bareHundredth),
      0.6,
      '×',
    )
    report.atMost(`${name}, 100th page in terms of the first`, ratio(found.first, found.hundredth), 1.5, '×')
  } finally {
    await bare.stop()
  }
}

const ratio = (one: number[], other: number[]): number =>
  quantile(
    one.map((mine, at) => mine / (other[at] ?? mine)),
    0.5,
  )

const against = (ours: number[], bare: number[]): string =>
  `, ${Math.max(...ours).toFixed(0)} requests/s against ${Math.max(...bare).toFixed(0)} of a bare route`

/** The address of a later page, found by turning the pages. */
async function pageAt(me: Asker, first: string, number: number): Promise<string> {
  let path = first
  for (let page = 1; page < number; page++) {
    const { next } = await me.json<{ next: string | null }>(path)
    if (!next) throw new Error(`the list ends on page ${page}`)
    path = `${first}&after=${next}`
  }
  return path
}

async function bareRoutes(databaseUrl: string, paths: Record<string, string>) {
  const database = openDatabase(databaseUrl)
  try {
    const ctx = await contextOf(database, account)
    const routes = Object.entries(paths).map(async ([url, path]) => ({
      url,
      ...pageAsText(await statementOf(ctx, (ctx) => listFor(ctx, path))),
    }))
    return await Promise.all(routes)
  } finally {
    await database.close()
  }
}

/** What the route does with such an address. */
async function listFor(ctx: Context, path: string): Promise<void> {
  const given = new URL(path, 'http://local').searchParams
  const query = organizationsApi.list.query.parse({
    ...Object.fromEntries(given),
    status: given.getAll('status'),
    tier: given.getAll('tier'),
  })
  await listOrganizations(ctx, {
    action: 'organization.see',
    condition: await conditionOf(ctx.db, query),
    sort: sortOf(query),
    after: afterOf(query.after),
    limit: query.limit,
  })
}
