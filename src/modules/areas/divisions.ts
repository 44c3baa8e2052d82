// The file format of the shipped divisions, and how published rows become areas.
//
// One text a province, one line a row in the order of the codes: the digit of the level (0 province … 4 community),
// the row's own digits at that level, the name: `032江苏省`, `105苏州市`, `285太仓市`, `3100城厢镇`, `4001中区社区居委会`.
// The text keeps every row of the published table; pseudo areas are left out when it is read.
import type { AreaCode, AreaLevel, Division } from './area.ts'
import { areaLevels } from './area.ts'
import { isPseudoArea, kindOf, type PublishedRow, settlementByCommittee } from './area-codes.ts'

export type LevelCounts = Record<AreaLevel, number>

export type ProvinceEntry = {
  code: AreaCode
  name: string
  /** Name of the file in `data/areas/`. */
  file: string
  /** Of the text before compression, hexadecimal. */
  sha256: string
  /** Rows of the published table, pseudo areas included. */
  rows: LevelCounts
  /** Areas after pseudo areas are left out; virtual communities included. */
  areas: LevelCounts
  /** Communities that are out of every denominator. */
  virtual: number
}

/** `data/areas/manifest.json`. */
export type Manifest = {
  edition: string
  codeSystem: string
  /** Day on which the divisions stood as listed, and day of publication. */
  asOf: string
  publishedOn: string
  source: { package: string; version: string; sha256: Record<string, string> }
  rows: LevelCounts
  areas: LevelCounts
  virtual: number
  provinces: ProvinceEntry[]
}

export const noCounts = (): LevelCounts => ({ province: 0, city: 0, county: 0, township: 0, community: 0 })

/** Length of the code down to each level, and of a row's own digits. */
const codeLengths = [2, 4, 6, 9, 12] as const
const ownLengths = [2, 2, 2, 3, 3] as const

export const formatProvince = (rows: readonly PublishedRow[]): string => rows.map(formatRow).join('')

function formatRow({ code, name, level }: PublishedRow): string {
  const depth = areaLevels.indexOf(level)
  const end = codeLengths[depth] ?? 0
  return `${depth}${code.slice(end - (ownLengths[depth] ?? 0), end)}${name}\n`
}

/** The published rows of one province, in the order of the codes. */
export function* publishedRows(text: string): Generator<PublishedRow> {
  let digits = ''
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const depth = text.charCodeAt(start) - 48
    const own = ownLengths[depth] ?? 0
    digits = digits.slice(0, (codeLengths[depth] ?? 0) - own) + text.slice(start + 1, start + 1 + own)
    yield {
      code: digits.padEnd(12, '0') as AreaCode,
      name: text.slice(start + 1 + own, end),
      level: areaLevels[depth] ?? 'community',
    }
    start = end + 1
  }
}

/** The areas of one province in preorder: whatever lies below a pseudo area hangs under the area above it. */
export function* divisionsIn(rows: Iterable<PublishedRow>): Generator<Division> {
  const above: (PublishedRow | null)[] = []
  const parents: (AreaCode | null)[] = []
  for (const row of rows) {
    const depth = areaLevels.indexOf(row.level)
    const parent = parents[depth] ?? null
    const pseudo = isPseudoArea(row, above[depth] ?? null)
    above[depth + 1] = row
    parents[depth + 1] = pseudo ? parent : row.code
    if (!pseudo) yield divisionOf(row, parent)
  }
}

function divisionOf(row: PublishedRow, parent: AreaCode | null): Division {
  const kind = kindOf(row)
  const { code, name, level } = row
  return { code, name, level, parent, kind, settlement: settlementByCommittee(kind) }
}

/** The areas above one, topmost first, then the area itself and everything below it, in preorder; null when it is not there. */
export function subtreeOf(divisions: readonly Division[], code: AreaCode): Division[] | null {
  const start = divisions.findIndex((division) => division.code === code)
  const top = divisions[start]
  if (!top) return null
  const inside = new Set<AreaCode | null>([code])
  const below = divisions
    .slice(start + 1)
    .filter(({ code, parent }) => inside.has(parent) && inside.add(code))
  return [...ancestorsOf(divisions, top), top, ...below]
}

/** Topmost first, the area itself left out. */
export function ancestorsOf(divisions: readonly Division[], { parent }: Division): Division[] {
  const above = parent && divisions.find((division) => division.code === parent)
  return above ? [...ancestorsOf(divisions, above), above] : []
}
