// An import of 10,000 and one of 100,000 organizations into the register of Chongqing: preview, commit, memory.
import type { Day } from '../src/kernel/time.ts'
import type { Import } from '../src/modules/organizations/imports-api.ts'
import { openDatabase } from '../src/platform/db.ts'
import { chongqing, copyOf, dropDatabase } from './cluster.ts'
import { type Asker, signIn } from './person.ts'
import { withServer } from './processes.ts'
import { registerFiles } from './register-file.ts'
import type { Report } from './report.ts'

const account = '市级民政'
const municipality = '500000000000'
const today = '2020-08-25' as Day

export async function run(report: Report): Promise<void> {
  const databaseUrl = await copyOf(await chongqing(), 'imports')
  try {
    const [small, large] = await filesFrom(databaseUrl)
    const ten = await measure(databaseUrl, small, 10_000)
    report.atMost('import of 10,000 organizations, preview', ten.preview, 3, 's')
    report.atMost('import of 10,000 organizations, commit', ten.commit, 15, 's')
    report.atMost('import of 10,000 organizations, peak memory', ten.peak, 400, 'MB')
    const hundred = await measure(databaseUrl, large, 100_000)
    const constant = (10 * (ten.preview + ten.commit)) / (hundred.preview + hundred.commit)
    report.atLeast(`rows/s of 100,000 (${words(hundred)}) in terms of 10,000`, constant, 0.9, '×')
    report.atMost('import of 100,000 organizations, peak memory', hundred.peak, 400, 'MB')
  } finally {
    await dropDatabase(databaseUrl)
  }
}

async function filesFrom(databaseUrl: string): Promise<[Buffer, Buffer]> {
  const database = openDatabase(databaseUrl)
  try {
    return (await registerFiles(database, [10_000, 100_000], today)) as [Buffer, Buffer]
  } finally {
    await database.close()
  }
}

type Measured = { preview: number; commit: number; peak: number }

/** Seconds and megabytes, in a server that has done nothing before. */
const measure = (databaseUrl: string, file: Buffer, rows: number): Promise<Measured> =>
  withServer({ kind: 'ours', databaseUrl }, async ({ url, ask }) => {
    const me = await signIn(url, account)
    const upload = await me.post(
      `/api/imports?area=${municipality}`,
      new Blob([new Uint8Array(file)]),
      '名录.xlsx',
    )
    const drafted: Import = JSON.parse(upload.body.toString('utf8'))
    if (drafted.counts.new !== rows) throw new Error(`not all rows are new: ${await complaints(me, drafted)}`)
    const commit = await me.post(`/api/imports/${drafted.id}/commit`, { rows: 'all' })
    return { preview: upload.all / 1_000, commit: commit.all / 1_000, peak: await ask('peakMemory') }
  })

const words = ({ preview, commit }: Measured): string =>
  `preview ${preview.toFixed(1)} s, commit ${commit.toFixed(1)} s`

async function complaints(me: Asker, { id, counts }: Import): Promise<string> {
  const { items } = await me.json<{ items: unknown[] }>(`/api/imports/${id}/rows?outcome=problem&limit=2`)
  return JSON.stringify({ counts, items })
}
