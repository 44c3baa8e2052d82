// How the names of areas stand in the names of organizations: in full, or in short forms that people use.
import type { AreaLevel } from '../areas/area.ts'

/** One of the areas in which an organization lies, from the province down to its own. */
export type Place = { level: AreaLevel; name: string }

/** `太仓市` → 太仓; `恩施土家族苗族自治州` → 恩施; null when nothing shorter is said. At least two characters stay. */
export function shortPlace({ level, name }: Place): string | null {
  const short = known[name] ?? cut(level, name)
  return short.length >= 2 && short !== name && !/^第.+$/.test(short) ? short : null
}

const known: Readonly<Record<string, string>> = { 新疆维吾尔自治区: '新疆', 内蒙古自治区: '内蒙古' }

const cut = (level: AreaLevel, name: string): string =>
  endings[level].reduce((short, ending) => (short === name ? short.replace(ending, '') : short), name)

/** The lineage of peoples goes with the ending: 酉阳|土家族苗族自治县. */
const peoples = (ending: string) => new RegExp(`(?<=^.{2,}?)(?:[^族]{1,4}族)+自治${ending}$`)

const endings: Record<AreaLevel, readonly RegExp[]> = {
  province: [peoples('区'), /(自治区|省|市)$/],
  city: [peoples('州'), /(地区|自治州|盟|市)$/],
  county: [peoples('[县旗]'), /(自治县|自治旗|新区|林区|县|市|区|旗)$/],
  township: [/(街道办事处|街道|地区办事处|民族乡|镇|乡)$/],
  community: [/(社区居民委员会|社区居委会|社区|居委会|村民委员会|村委会|村|嘎查)$/],
}

/** What ends the name of an area, whichever it is. One character alone is a weak sign. */
export const placeEndings = {
  strong: '(?:街道|社区|居委会|村委会|居民委员会|村民委员会|自治区|自治州|自治县|嘎查)',
  weak: '(?:省|市|县|区|旗|镇|乡|村)',
} as const

/** Which level an area's name claims by its ending. */
export function claimedLevel(name: string): 'community' | 'above' {
  return /(社区|居委会|村委会|居民委员会|村民委员会|村|嘎查)$/.test(name) ? 'community' : 'above'
}
