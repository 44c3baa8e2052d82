// A million attendances and three million hours beside the register: what pages ask first, and one comparison over years.
import { openDatabase } from '../src/platform/db.ts'
import { chongqing } from './cluster.ts'
import { attendances, hours, sizes } from './grow.ts'
import { signIn } from './person.ts'
import { withServer } from './processes.ts'
import type { Report } from './report.ts'
import { p95Of } from './times.ts'

const account = '市级民政'

/** By what a page is called: its first request. */
const firstPages = {
  trainings: '/api/trainings',
  'organizations without a training this year': '/api/trainings/lacking?year=2020',
  'sums of trainings': '/api/trainings/sums?year=2020',
  'hours of service': '/api/service-entries',
  'volunteer teams': '/api/volunteer-teams',
  activities: '/api/activities?area=500000000000&from=2020-08-01&to=2020-08-31',
  'support platforms': '/api/support-platforms',
  honours: '/api/honors',
  'what waits': '/api/queues',
}

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  const database = openDatabase(databaseUrl)
  const there = await sizes(database).finally(() => database.close())
  report.atLeast('attendances on record', there.attendances, attendances, '')
  report.atLeast('hours of volunteer service on record', there.hours, hours, 'h')
  await withServer({ kind: 'ours', databaseUrl }, async ({ url }) => {
    const me = await signIn(url, account)
    for (const [name, address] of Object.entries(firstPages)) {
      const milliseconds = await p95Of(Array.from({ length: 5 }, () => () => me.json(address)))
      report.atMost(`first page of ${name}, whole city, p95`, milliseconds, 200, 'ms')
    }
    const { items } = await me.json<{ items: { id: string }[] }>('/api/programmes')
    for (const measure of ['organizations', 'trainingAttendance', 'serviceHours']) {
      const address = `/api/programmes/${items[0]?.id}/rural-urban?measure=${measure}`
      const milliseconds = await p95Of([() => me.json(address)])
      report.atMost(`rural beside urban over five years, ${measure}, p95`, milliseconds, 2_000, 'ms')
    }
  })
}
