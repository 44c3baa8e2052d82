// The whole register of Chongqing as a workbook: first byte, last byte, and whether memory grows with the rows.
import { readWorkbook } from '../src/platform/sheets/index.ts'
import { chongqing } from './cluster.ts'
import { signIn } from './person.ts'
import { withServer } from './processes.ts'
import type { Report } from './report.ts'

const account = '市级民政'
/** 涪陵区, 4,303 organizations; then all of the municipality. */
const county = '500102000000'
const municipality = '500000000000'

export async function run(report: Report): Promise<void> {
  const databaseUrl = await chongqing()
  const small = await measure(databaseUrl, county)
  const large = await measure(databaseUrl, municipality)
  report.atMost('export of 113,000 organizations, first byte', large.first / 1_000, 1, 's')
  report.atMost('export of 113,000 organizations, all', large.all / 1_000, 15, 's')
  report.atMost(
    `its peak memory (${large.peak} MB) beside that of 4,300 organizations (${small.peak} MB)`,
    large.peak - small.peak,
    100,
    'MB more',
  )
  const rows = await rowsIn(large.body)
  report.holds('rows that arrived', rows.toLocaleString('en'), '≥ 100,000', rows >= 100_000)
}

/** In a server that has done nothing before. */
const measure = (databaseUrl: string, area: string) =>
  withServer({ kind: 'ours', databaseUrl }, async ({ url, ask }) => {
    const me = await signIn(url, account)
    const { first, all, body } = await me.get(`/api/organizations/export?area=${area}`)
    return { first, all, body, peak: await ask('peakMemory') }
  })

async function rowsIn(bytes: Uint8Array): Promise<number> {
  const { sheets } = await readWorkbook(bytes, 'export.xlsx')
  return (sheets[0]?.rows.length ?? 1) - 1
}
