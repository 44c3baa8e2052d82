// One certificate as a PDF, from the request to the last byte, in a server that has made one before.
import { openDatabase, sql } from '../src/platform/db.ts'
import { chongqing } from './cluster.ts'
import { signIn } from './person.ts'
import { withServer } from './processes.ts'
import { quantile, type Report } from './report.ts'

const account = '市级民政'
const asked = 40

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  const ids = await someIds(databaseUrl)
  await withServer({ kind: 'ours', databaseUrl }, async ({ url }) => {
    const me = await signIn(url, account)
    await me.get(`/api/certificates/${ids[0]}/pdf`)
    const times: number[] = []
    for (const id of ids) times.push((await me.get(`/api/certificates/${id}/pdf`)).all)
    report.atMost('certificate as a PDF, p95', quantile(times, 0.95), 300, 'ms')
    const many = ids.map((id) => `ids=${id}`).join('&')
    const { all } = await me.get(`/api/certificates/pdf?${many}`)
    report.atMost(`${asked} certificates in one PDF`, all, 3_000, 'ms')
  })
}

async function someIds(databaseUrl: string): Promise<string[]> {
  const database = openDatabase(databaseUrl)
  try {
    const rows = await database.rows<{ id: string }>(sql`
      select c.id from certificate c join organization o on o.id = c.organization
      where c.status = 'valid' and o.status <> 'ended' and o.tier = 'filed'
        and coalesce(c.valid_until, 'infinity') > (now() + (select days_off from installation) * interval '1 day')::date
      order by c.number limit ${asked}`)
    return rows.map(({ id }) => id)
  } finally {
    await database.close()
  }
}
