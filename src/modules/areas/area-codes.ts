// What the digits of an area code say: level, kind, committee, settlement; and which rows are no areas at all.
// Source: 统计用区划代码和城乡划分代码编制规则 (国家统计局), and the rows of the 2023 edition themselves.
import type { AreaCode, AreaKind, AreaLevel, Settlement } from './area.ts'
import { areaLevels } from './area.ts'
import { foldText } from './fold-text.ts'

/** Digits of a code down to each level: 32, 3205, 320585, 320585100, 320585100001. */
const lengths = { province: 2, city: 4, county: 6, township: 9, community: 12 } as const

/** A code as people write it (2, 4, 6, 9 or 12 digits, any width, apostrophes and spaces) in twelve digits, or null. */
export function toAreaCode(text: string): AreaCode | null {
  const digits = foldText(text).replace(/['‘’\s]/g, '')
  return /^[1-9]\d(\d\d){0,2}$|^[1-9]\d{8}$|^[1-9]\d{11}$/.test(digits) ? pad(digits) : null
}

const pad = (digits: string): AreaCode => digits.padEnd(12, '0') as AreaCode

/** The level that the digits claim. */
export function levelOf(code: AreaCode): AreaLevel {
  if (!code.endsWith('000')) return 'community'
  if (!code.endsWith('000', 9)) return 'township'
  if (!code.endsWith('00', 6)) return 'county'
  return code.endsWith('00', 4) ? 'province' : 'city'
}

/** The significant digits: `320585000000` → `320585`. */
export const significantDigits = (code: AreaCode): string => code.slice(0, lengths[levelOf(code)])

export const provinceOf = (code: AreaCode): AreaCode => pad(code.slice(0, 2))

/** The codes that the digits place above this one, topmost first. Some of them may be pseudo areas: see `isPseudoArea`. */
export function codesAbove(code: AreaCode): AreaCode[] {
  const above = areaLevels.slice(0, areaLevels.indexOf(levelOf(code)))
  return [...new Set(above.map((level) => pad(code.slice(0, lengths[level]))))].filter(
    (other) => other !== code,
  )
}

/** A row of the published table. */
export type PublishedRow = { code: AreaCode; name: string; level: AreaLevel }

/**
 * Whether a published row only fills a place in the numbering: 市辖区 and 县 below a municipality, 省（自治区）直辖县级行政区划,
 * the county of a city without counties, 直辖村级区划, the rows under 金门县. What lies below it belongs to the area above.
 */
export function isPseudoArea(row: PublishedRow, above: PublishedRow | null): boolean {
  if (row.level === 'city') return pseudoCities.has(row.name)
  if (row.level === 'county') return row.name === above?.name
  return row.code === above?.code || (row.level === 'township' && row.name.endsWith('直辖村级区划'))
}

const pseudoCities = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** The kind of area, by its digits where they say it and by the end of its name where they do not. */
export function kindOf({ code, name, level }: PublishedRow): AreaKind {
  if (level === 'community') return committeeOf(code)
  if (level === 'township') return townshipKind(code, name)
  if (level === 'county') return countyKind(code, name)
  return endingOf(level === 'city' ? cityEndings : provinceEndings, name)
}

type Endings = { known: readonly (readonly [string, AreaKind])[]; otherwise: AreaKind }

const provinceEndings: Endings = {
  known: [
    ['自治区', 'autonomousRegion'],
    ['市', 'municipality'],
  ],
  otherwise: 'ordinaryProvince',
}

const cityEndings: Endings = {
  known: [
    ['自治州', 'autonomousPrefecture'],
    ['地区', 'prefecture'],
    ['盟', 'league'],
  ],
  otherwise: 'prefectureCity',
}

const countyEndings: Endings = {
  known: [
    ['自治县', 'autonomousCounty'],
    ['自治旗', 'autonomousBanner'],
    ['林区', 'otherCounty'],
    ['特区', 'otherCounty'],
    ['区', 'district'],
    ['市', 'countyCity'],
    ['县', 'ordinaryCounty'],
    ['旗', 'banner'],
  ],
  otherwise: 'otherCounty',
}

const endingOf = ({ known, otherwise }: Endings, name: string): AreaKind =>
  known.find(([ending]) => name.endsWith(ending))?.[1] ?? otherwise

/** County digits from 71 to 79 are development zones and the like. */
const countyKind = (code: AreaCode, name: string): AreaKind =>
  between(Number(code.slice(4, 6)), 71, 79) ? 'zone' : endingOf(countyEndings, name)

/** 001–099 街道, 100–199 镇, 200–399 乡, 400–599 zones; a 街道 inside a zone numbered as one is still a 街道. */
function townshipKind(code: AreaCode, name: string): AreaKind {
  const segment = Number(code.slice(6, 9))
  if (between(segment, 1, 99)) return 'subdistrict'
  if (between(segment, 100, 199)) return 'town'
  if (between(segment, 200, 399)) return 'ruralTownship'
  return name.endsWith('街道') ? 'subdistrict' : 'zone'
}

/** 001–199 居委会, 200–399 村委会, 400–497 and 499 like a 居委会, 500–597 and 599 like a 村委会, 498 and 598 virtual. */
function committeeOf(code: AreaCode): AreaKind {
  const segment = Number(code.slice(9))
  if (segment === 498 || segment === 598) return 'virtual'
  if (between(segment, 1, 199)) return 'residents'
  if (between(segment, 200, 399)) return 'villagers'
  if (between(segment, 400, 499)) return 'residentsLike'
  return between(segment, 500, 599) ? 'villagersLike' : 'otherCommunity'
}

/** Virtual communities are out of every denominator. */
export const isVirtual = (code: AreaCode): boolean => committeeOf(code) === 'virtual'

const between = (segment: number, from: number, to: number): boolean => segment >= from && segment <= to

/** Urban or rural by the kind of committee; unknown for a virtual community and for anything above the community. */
export function settlementByCommittee(kind: AreaKind): Settlement {
  if (kind === 'residents' || kind === 'residentsLike') return 'urban'
  return kind === 'villagers' || kind === 'villagersLike' ? 'rural' : 'unknown'
}

/** 城乡分类代码: 111, 112, 121, 122, 123 are urban; 210 and 220 rural. */
export const settlementClasses = {
  '111': '主城区',
  '112': '城乡结合区',
  '121': '镇中心区',
  '122': '镇乡结合区',
  '123': '特殊区域',
  '210': '乡中心区',
  '220': '村庄',
} as const

/** Urban or rural by 城乡分类代码, or null when the text is no such code. */
export function settlementOfClass(text: string): 'urban' | 'rural' | null {
  const digits = foldText(text)
  if (!Object.hasOwn(settlementClasses, digits)) return null
  return digits.startsWith('1') ? 'urban' : 'rural'
}

/**
 * What people say for the name of a committee: 牌楼社区居委会 → 牌楼社区, 泰西村委会 → 泰西村, 第一居民委员会 → 第一居委会.
 * Nothing is added that the name does not hold; a remark in brackets at the end stays.
 */
export function shortName(name: string): string {
  const [, head = name, remark = ''] = /^(.+?)((?:[（(][^（()）]*[）)]+)*)$/.exec(name) ?? []
  return shortenings.reduce((short, [long, said]) => short.replace(long, said), head) + remark
}

/** Also the slips of the published table: 社区居民委员, 社区居委会会, 村村会, 社区居. */
const shortenings: readonly (readonly [RegExp, string])[] = [
  [/社区(?!村村)[居村民名管理委员会]+$/, '社区'],
  [/(?<=.)村+[民委员会]*[委会][员会]*$/, '村'],
  [/嘎查(?:村民?)?委员?会$/, '嘎查'],
  [/居+[民名]?委员?会*$/, '居委会'],
  [/街道办事处$/, '街道'],
]
