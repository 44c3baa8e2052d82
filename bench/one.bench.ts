// One organization by id: our whole walk (session, policy, parsing) beside a bare route with the same SQL.
import { organizationText } from '../src/modules/organizations/server/organization-store.ts'
import { openDatabase, sql } from '../src/platform/db.ts'
import { chongqing } from './cluster.ts'
import { interleaved } from './load.ts'
import { signIn } from './person.ts'
import { startServer } from './processes.ts'
import { quantile, type Report } from './report.ts'
import { contextOf, oneAsText, statementOf } from './statements.ts'

const account = '县区民政'
const rounds = 5

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  const { ids, statement } = await prepare(databaseUrl)
  const route = { url: '/api/organizations/:id', ...statement }
  const ours = await startServer({ kind: 'ours', databaseUrl })
  const bare = await startServer({ kind: 'bare', databaseUrl, routes: [route] })
  try {
    const { cookie } = await signIn(ours.url, account)
    const paths = ids.map((id) => `/api/organizations/${id}`)
    const loads = { ours: { base: ours.url, paths, cookie }, bare: { base: bare.url, paths } }
    const found = await interleaved(loads, rounds)
    const ratios = found.ours.map((mine, at) => mine / (found.bare[at] ?? mine))
    report.atLeast(
      `one organization by id, ${Math.max(...found.ours).toFixed(0)} requests/s against ${Math.max(...found.bare).toFixed(0)} of a bare route`,
      quantile(ratios, 0.5),
      0.6,
      '×',
    )
  } finally {
    await ours.stop()
    await bare.stop()
  }
}

/** Organizations that the account may see, and what our route asks the database about one. */
async function prepare(databaseUrl: string) {
  const database = openDatabase(databaseUrl)
  try {
    const ctx = await contextOf(database, account)
    const rows = await database.rows<{ id: string }>(sql`
      select o.id from organization o where ${ctx.authority.scope('organization.see', 'o')} order by o.id limit 500`)
    const ids = rows.map(({ id }) => id)
    const { text, values } = oneAsText(await statementOf(ctx, (ctx) => organizationText(ctx, ids[0] ?? '')))
    return { ids, statement: { text, values: values.map((value) => (value === ids[0] ? ':id' : value)) } }
  } finally {
    await database.close()
  }
}
