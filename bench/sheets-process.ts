// One measurement of spreadsheets in a process of its own, so that its memory is its own: prints one line of JSON.
//
//   write ROWS FILE     exports so many rows of 25 columns to a file
//   read FILE           reads a workbook and understands its first table
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import {
  dataRows,
  type FieldId,
  fieldLabels,
  parsers,
  registerVocabulary,
  surveySheets,
} from '../src/modules/organizations/import/index.ts'
import { type Cell, readWorkbook, writeXlsx } from '../src/platform/sheets/index.ts'

/** Milliseconds and megabytes; `damaged` counts cells with U+FFFD. */
export type SheetFigures = {
  all: number
  first?: number
  read?: number
  peak: number
  rows?: number
  damaged?: number
}

const [task = '', ...rest] = process.argv.slice(2)
const begin = performance.now()
const figures = task === 'write' ? await write(Number(rest[0]), rest[1] ?? '') : await read(rest[0] ?? '')
console.log(
  JSON.stringify({ ...figures, peak: process.resourceUsage().maxRSS / 1024 } satisfies SheetFigures),
)

async function write(count: number, file: string): Promise<Omit<SheetFigures, 'peak'>> {
  const titles = [...Object.values(fieldLabels), '更新时间', '编号']
  const stream = writeXlsx([{ name: '名录', columns: titles.map((title) => ({ title })), rows: rows(count) }])
  const out = createWriteStream(file)
  let first: number | undefined
  for await (const chunk of stream) {
    first ??= performance.now() - begin
    if (!out.write(chunk)) await once(out, 'drain')
  }
  await finished(out.end())
  return { all: performance.now() - begin, first: first ?? 0 }
}

function* rows(count: number): Generator<Cell[]> {
  for (let i = 0; i < count; i++) yield row(i)
}

function day(i: number): Cell {
  return { day: `20${10 + (i % 13)}-0${1 + (i % 9)}-1${i % 9}`, precision: 'day' }
}

function row(i: number): Cell[] {
  const names = [
    `榆康社区第${i}邻里互助服务队`,
    '居民互助',
    '城东街道',
    `第${i % 160}社区`,
    null,
    `负责人${i % 977}`,
  ]
  const numbers = [`1380000${String(i % 10_000).padStart(4, '0')}`, i % 90, i % 7, day(i), day(i + 1), null]
  const words = [
    '榆康社区活动室二楼',
    '开展邻里守望、矛盾调解、文化娱乐、助老助残等服务活动',
    '尚未覆盖',
    '备案',
    '不具法人资格',
  ]
  return [
    ...names,
    ...numbers,
    ...words,
    null,
    i % 500,
    '否',
    '是',
    '正常',
    '𠮷区龘组织',
    '2024-01-01',
    `${i}`,
  ]
}

async function read(file: string): Promise<Omit<SheetFigures, 'peak'>> {
  const { sheets } = await readWorkbook(await readFile(file), file)
  const afterReading = performance.now() - begin
  const { findings, best } = surveySheets(sheets, registerVocabulary)
  const [sheet, finding] = [sheets[best ?? 0], findings[best ?? 0]]
  if (!sheet || !finding?.header) throw new Error('no table was found')
  const fields = finding.matches.map(({ field }) => field as FieldId | null)
  let count = 0
  for (const { cells } of dataRows(sheet, finding.header)) {
    for (const [i, field] of fields.entries()) if (field) parsers[field](cells[i] ?? null)
    count++
  }
  const damaged = sheet.rows
    .flat()
    .filter((cell) => typeof cell === 'string' && cell.includes('\ufffd')).length
  return { all: performance.now() - begin, read: afterReading, rows: count, damaged }
}
