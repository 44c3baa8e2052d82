// Spreadsheets: reading and understanding 10,000 and 100,000 rows, exporting 100,000, and the memory that each takes.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Report } from './report.ts'
import type { SheetFigures } from './sheets-process.ts'

const program = fileURLToPath(new URL('./sheets-process.ts', import.meta.url))

export async function run(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jusha-sheets-'))
  try {
    await measureWriting(report, folder)
    await measureReading(report, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measureWriting(report: Report, folder: string): Promise<void> {
  const small = await measure('write', '10000', join(folder, '10000.xlsx'))
  const large = await measure('write', '100000', join(folder, '100000.xlsx'))
  report.atMost('export of 100,000 rows × 25 columns, rows at hand', large.all / 1000, 8, 's')
  report.atMost('first byte of it', large.first ?? Number.NaN, 300, 'ms')
  report.atMost('memory of it beside that of 10,000 rows', large.peak / small.peak, 1.5, '×')
}

async function measureReading(report: Report, folder: string): Promise<void> {
  const small = await measure('read', join(folder, '10000.xlsx'))
  const large = await measure('read', join(folder, '100000.xlsx'))
  report.atMost('reading 10,000 rows × 25 columns', (small.read ?? Number.NaN) / 1000, 1.5, 's')
  report.atMost('reading them and understanding every cell', small.all / 1000, 2.5, 's')
  report.atMost('the same of 100,000 rows, peak memory', large.peak, 400, 'MB')
  report.atLeast('rows/s of 100,000 beside those of 10,000', (10 * small.all) / large.all, 0.7, '×')
  report.holds(
    'damaged characters in 100,000 rows',
    `${large.damaged} of ${large.rows} rows`,
    '0',
    large.damaged === 0,
  )
}

async function measure(...given: string[]): Promise<SheetFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, program, ...given])
  return JSON.parse(stdout)
}
