// Which area the words of a row mean, within the area of the import; what is ambiguous is asked, never guessed.
import { shortName } from '../../areas/area-codes.ts'
import { bareText } from '../../areas/fold-text.ts'
import { likeness } from '../likeness.ts'

export type KnownArea = {
  code: string
  name: string
  shortName: string
  level: string
  township: string | null
  /** Names above it, within the import's area: 浮桥镇. */
  where: string
}

/** Areas by every name under which people write them. */
export type AreaIndex = {
  byName: ReadonlyMap<string, KnownArea[]>
  byCode: ReadonlyMap<string, KnownArea>
  root: KnownArea
}

export type AreaWords = {
  township?: string | undefined
  community?: string | undefined
  area?: string | undefined
}

export type Resolved =
  | { code: string }
  /** `text` names the question: one answer holds for all rows with the same text. */
  | { text: string; candidates: KnownArea[] }
  | { problem: string; field: 'township' | 'community' | 'area' }

/** `areas` are the import's own area, first, and everything below it. */
export function indexAreas(areas: readonly KnownArea[]): AreaIndex {
  const byName = new Map<string, KnownArea[]>()
  for (const area of areas) {
    for (const name of namesOf(area)) {
      const known = byName.get(name)
      if (known) known.push(area)
      else byName.set(name, [area])
    }
  }
  const [root] = areas
  if (!root) throw new RangeError('an index needs the area of the import')
  return { byName, byCode: new Map(areas.map((area) => [area.code, area])), root }
}

const endings =
  /(社区居民委员会|居民委员会|村民委员会|社区居委会|居委会|村委会|社区|村|街道办事处|街道|镇|乡)$/

/** The whole name, the short one, and the bare stem: 牌楼社区居委会, 牌楼社区, 牌楼. */
function namesOf({ name, shortName: short }: KnownArea): Set<string> {
  const whole = bareText(name)
  return new Set([whole, bareText(short), stemOf(bareText(short))])
}

const stemOf = (bare: string): string => bare.replace(endings, '') || bare

export function resolveArea(
  words: AreaWords,
  index: AreaIndex,
  chosen: Readonly<Record<string, string>>,
): Resolved {
  const code = /\d{12}/.exec(words.area ?? words.community ?? '')?.[0]
  if (code)
    return index.byCode.has(code)
      ? { code }
      : { problem: `代码 ${code} 不在${index.root.shortName}范围内`, field: 'area' }
  const township = words.township ? find(words.township, index, 'township') : null
  if (township?.length === 0)
    return { problem: notFound(words.township ?? '', index, 'township'), field: 'township' }
  if (words.community) return resolveCommunity(words.community, township, words.township, index, chosen)
  if (words.area) return resolvePath(words.area, index, chosen)
  if (township) return oneOf(township, words.township ?? '', chosen)
  return index.root.level === 'community'
    ? { code: index.root.code }
    : { problem: '没有写所在社区（村）', field: 'community' }
}

function resolveCommunity(
  text: string,
  townships: KnownArea[] | null,
  township: string | undefined,
  index: AreaIndex,
  chosen: Readonly<Record<string, string>>,
): Resolved {
  const within = new Set(townships?.map((area) => area.code))
  const named = find(text, index, 'community').filter((area) => !townships || within.has(area.township ?? ''))
  if (named.length > 0) return oneOf(named, township ? `${township} ${text}` : text, chosen)
  // 所在社区 sometimes holds the township itself, for an organization of the township.
  const upper = find(text, index, 'township')
  if (upper.length > 0 && !townships) return oneOf(upper, text, chosen)
  return { problem: notFound(text, index, 'community'), field: 'community' }
}

/** 太仓市浮桥镇牌楼社区 in one cell: the longest names found in it, from the end. */
function resolvePath(text: string, index: AreaIndex, chosen: Readonly<Record<string, string>>): Resolved {
  const bare = bareText(text)
  for (let start = 0; start < bare.length; start++) {
    const found =
      index.byName.get(bare.slice(start)) ?? index.byName.get(bareText(shortName(bare.slice(start))))
    if (!found) continue
    const fitting = found.filter(
      (area) =>
        start === 0 ||
        bareText(area.where).endsWith(bare.slice(0, start)) ||
        bare.slice(0, start).endsWith(bareText(area.where.split(' ').at(-1) ?? '')),
    )
    return oneOf(fitting.length > 0 ? fitting : found, text, chosen)
  }
  return { problem: notFound(text, index, 'community'), field: 'area' }
}

function find(text: string, { byName }: AreaIndex, level: 'township' | 'community'): KnownArea[] {
  const bare = bareText(text)
  for (const name of [bare, bareText(shortName(bare)), stemOf(bareText(shortName(bare)))]) {
    const found = byName.get(name)?.filter((area) => area.level === level)
    if (found?.length) return found
  }
  return []
}

function oneOf(found: KnownArea[], text: string, chosen: Readonly<Record<string, string>>): Resolved {
  const [only] = found
  if (found.length === 1 && only) return { code: only.code }
  const choice = found.find((area) => area.code === chosen[text])
  return choice ? { code: choice.code } : { text, candidates: found }
}

const named = { township: '街道（乡镇）', community: '社区（村）' } as const

/** As alike as the whole names or, where people say 小区 for 社区, the stems. */
const nearness = (text: string, name: string): number =>
  Math.max(likeness(text, name), likeness(bareStem(text), bareStem(name)))

const bareStem = (text: string): string => stemOf(bareText(text).replace(/小区$/, ''))

function notFound(text: string, { byCode, root }: AreaIndex, level: 'township' | 'community'): string {
  const near = [...byCode.values()]
    .filter((area) => area.level === level)
    .map((area) => ({ area, like: nearness(text, area.shortName) }))
    .filter(({ like }) => like >= 0.5)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ area }) => area.shortName)
  const hint = near.length > 0 ? `，是否为“${near.join('”“')}”` : ''
  return `${root.shortName}范围内没有叫“${text}”的${named[level]}${hint}`
}
