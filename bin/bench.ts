// Measures what the product promises about speed: runs bench/*.bench.ts one after another and prints one table.
//
//   npm run bench [-- NAME…]     only files whose name contains one of the names
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { closeCluster } from '../bench/cluster.ts'
import type { Bench, Report } from '../bench/report.ts'

type Row = { what: string; measured: string; mustReach: string; ok: boolean }

const folder = fileURLToPath(new URL('../bench', import.meta.url))
const rows: Row[] = []

const report: Report = {
  atMost: (what, measured, limit, unit) =>
    note({
      what,
      measured: figure(measured, unit),
      mustReach: `≤ ${figure(limit, unit)}`,
      ok: measured <= limit,
    }),
  atLeast: (what, measured, limit, unit) =>
    note({
      what,
      measured: figure(measured, unit),
      mustReach: `≥ ${figure(limit, unit)}`,
      ok: measured >= limit,
    }),
  holds: (what, measured, mustReach, ok) => note({ what, measured, mustReach, ok }),
}

for (const file of chosen(process.argv.slice(2))) await runFile(file)
await closeCluster()

console.log(`\n${table(rows)}\n`)
const missed = rows.filter(({ ok }) => !ok).length
console.log(`${rows.length - missed} reached, ${missed} missed`)
process.exit(missed > 0 || rows.length === 0 ? 1 : 0)

function chosen(names: string[]): string[] {
  const all = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'))
  const files = all.filter((name) => names.length === 0 || names.some((part) => name.includes(part))).sort()
  if (files.length === 0) console.error('There is nothing to measure: no such file bench/*.bench.ts.')
  return files
}

/** A bench that throws, or that measures nothing, is a row that was missed. */
async function runFile(file: string): Promise<void> {
  const before = rows.length
  console.error(`… ${file}`)
  try {
    const { run }: Bench = await import(pathToFileURL(join(folder, file)).href)
    await run(report)
    if (rows.length === before) throw new Error('measured nothing')
  } catch (error) {
    console.error(error)
    note({
      what: file,
      measured: error instanceof Error ? error.message : String(error),
      mustReach: '',
      ok: false,
    })
  }
}

function note(row: Row): void {
  rows.push(row)
  console.error(`  ${row.ok ? '✔' : '✘'} ${row.what}: ${row.measured} (${row.mustReach})`)
}

/** Three digits that count, grouped: `0.71 ×`, `12.3 ms`, `41,000 rows/s`. */
function figure(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }
  return `${value.toLocaleString('en', digits)} ${unit}`
}

function table(all: readonly Row[]): string {
  const cells = all.map((row) => [row.what, row.measured, row.mustReach, row.ok ? 'yes' : 'NO'])
  const lines = [['what', 'measured', 'must reach', 'ok'], ['---', '---', '---', '---'], ...cells]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}
