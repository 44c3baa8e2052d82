// Reads the shipped divisions of China (`data/areas/`): one small file a province, nothing kept but the list of counties.
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { Problem } from '../../../kernel/problem.ts'
import type { AreaCode, Division } from '../area.ts'
import {
  codesAbove,
  levelOf,
  type PublishedRow,
  provinceOf,
  significantDigits,
  toAreaCode,
} from '../area-codes.ts'
import { divisionsIn, type Manifest, type ProvinceEntry, publishedRows, subtreeOf } from '../divisions.ts'
import { bareText } from '../fold-text.ts'
import { initialsOf, pinyinOf } from '../pinyin.ts'

const folder = new URL('../../../../data/areas/', import.meta.url)

/** What the shipped divisions hold: edition, code system, counts, one entry a province. */
export const readManifest = once(
  (): Manifest => JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest,
)

/** The 31 provinces in the order of their codes. */
export const listProvinces = (): readonly ProvinceEntry[] => readManifest().provinces

/** The text of one province's file, as `publishedRows` reads it. */
export const readProvinceText = ({ file }: Pick<ProvinceEntry, 'file'>): string =>
  brotliDecompressSync(readFileSync(new URL(file, folder))).toString('utf8')

/** All areas of one province in preorder. */
const readProvince = (entry: ProvinceEntry): Division[] => [
  ...divisionsIn(publishedRows(readProvinceText(entry))),
]

/** All areas of China, one array a province, so that never more than one province is in memory. */
export function* readAllDivisions(): Generator<Division[]> {
  for (const province of listProvinces()) yield readProvince(province)
}

/**
 * One area with everything below it, in preorder, the areas above it first (topmost first).
 * @param text a code of 2, 4, 6, 9 or 12 digits
 * @throws Problem 422 `area.codeMalformed`, `area.codeUnknown`, naming what is near
 */
export function readSubtree(text: string): Division[] {
  const code = toAreaCode(text)
  if (!code) throw malformed(text)
  const province = listProvinces().find((entry) => entry.code === provinceOf(code))
  if (!province) throw unknownCode(code, [])
  const divisions = readProvince(province)
  const subtree = subtreeOf(divisions, code)
  if (!subtree) throw unknownCode(code, near(divisions, code))
  return subtree
}

/**
 * Provinces, cities and counties whose name, pinyin, initials or code hold or begin with what was typed; best first.
 * An empty query gives the provinces.
 */
export function findDivisions(query: string, limit = 20): Division[] {
  const typed = bareText(query)
  return upperDivisions()
    .map((entry) => ({ entry, rank: rankOf(entry, typed) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry }) => entry.division)
}

type UpperDivision = { division: Division; name: string; pinyin: string; initials: string }

const upperDivisions = once((): UpperDivision[] => listProvinces().flatMap(upperDivisionsOf))

const upperDivisionsOf = (province: ProvinceEntry): UpperDivision[] => {
  const rows = [...publishedRows(readProvinceText(province))].filter(isUpper)
  return [...divisionsIn(rows)].map(indexed)
}

const isUpper = ({ level }: PublishedRow): boolean =>
  level === 'province' || level === 'city' || level === 'county'

const indexed = (division: Division): UpperDivision => ({
  division,
  name: bareText(division.name),
  pinyin: pinyinOf(division.name),
  initials: initialsOf(division.name),
})

const noMatch = 9

/** 0 best. */
function rankOf({ division, name, pinyin, initials }: UpperDivision, typed: string): number {
  if (typed === '') return division.level === 'province' ? 0 : noMatch
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  if (/^\d+$/.test(typed) && division.code.startsWith(typed)) return 2
  if (initials.startsWith(typed)) return 3
  if (pinyin.startsWith(typed)) return 4
  return name.includes(typed) ? 5 : noMatch
}

/** The closest area above, and up to three inside it of the same level with the closest numbers. */
function near(divisions: readonly Division[], code: AreaCode): Division[] {
  const above = new Set(codesAbove(code))
  const closestAbove = divisions.findLast((division) => above.has(division.code))
  if (!closestAbove) return []
  const distance = (division: Division): number => Math.abs(Number(division.code) - Number(code))
  const inside = significantDigits(closestAbove.code)
  const beside = divisions.filter(
    (division) => division.level === levelOf(code) && division.code.startsWith(inside),
  )
  return [closestAbove, ...beside.sort((a, b) => distance(a) - distance(b)).slice(0, 3)]
}

const malformed = (text: string): Problem =>
  new Problem(422, {
    code: 'area.codeMalformed',
    message: `“${text}”不是区划代码：区划代码是 2、4、6、9 或 12 位数字`,
    mend: suggest(bareText(text) === '' ? [] : findDivisions(text, 4)),
  })

const unknownCode = (code: AreaCode, near: readonly Division[]): Problem =>
  new Problem(422, {
    code: 'area.codeUnknown',
    message: `${readManifest().edition} 年版统计用区划中没有代码为 ${code} 的区划`,
    mend: suggest(near),
  })

const suggest = (near: readonly Division[]): string =>
  near.length === 0
    ? '请核对代码，例如太仓市是 320585000000'
    : `请核对代码，相近的有：${near.map(({ code, name }) => `${code} ${name}`).join('、')}`

function once<T>(compute: () => T): () => T {
  let kept: { value: T } | null = null
  return () => {
    kept ??= { value: compute() }
    return kept.value
  }
}
