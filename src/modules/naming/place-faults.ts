// What can be wrong with the areas in a name: missing, of elsewhere, in the wrong order, too short.
import { areaLevels } from '../areas/area.ts'
import type { Finding, Looked } from './finding.ts'
import { partsKey } from './naming-rules.ts'
import { claimedLevel, type Place, placeEndings } from './places.ts'
import type { PlaceSpan } from './read-places.ts'

export const placeFaults = (looked: Looked): Finding[] => [
  ...looked.parts.places.flatMap((span) => ofElsewhere(looked, span)),
  ...outOfOrder(looked),
  ...shortOnes(looked),
  ...missingArea(looked),
  ...missingCommunity(looked),
  ...districtAlone(looked),
]

const partOf = (place: Place): 'area' | 'community' => (place.level === 'community' ? 'community' : 'area')

const names = (looked: Looked): PlaceSpan[] => [
  ...looked.parts.places,
  ...(looked.parts.late ? [looked.parts.late] : []),
]

/** A whole word like 街道 tells for sure; one character may be part of a trade name. */
function ofElsewhere({ folded, places, rules, kind }: Looked, span: PlaceSpan): Finding[] {
  const here = places.at(-1)
  if (span.place || !here) return []
  const text = folded.text.slice(span.from, span.to)
  const sure = isSure(folded.text, span)
  return [
    {
      severity: sure ? 'fault' : 'warning',
      part: claimedLevel(text) === 'community' ? 'community' : 'area',
      span,
      message: `名称里写的是“${text}”，组织却在${here.name}`,
      why: rules.because(partsKey(kind)),
      mend: `请改成“${here.name}”；如果组织在${text}，请改选所在区划`,
    },
  ]
}

const isSure = (text: string, { from, to }: PlaceSpan): boolean => strongEnding.test(text.slice(from, to))
const strongEnding = new RegExp(`${placeEndings.strong}$`, 'u')

/** From the top down, and before the trade name. */
function outOfOrder(looked: Looked): Finding[] {
  const { parts, rules, kind } = looked
  const own = parts.places.flatMap((span) => (span.place ? [{ span, place: span.place }] : []))
  const wrong = own.filter(
    ({ place }, index) =>
      index > 0 && depth(place) <= Math.max(...own.slice(0, index).map((one) => depth(one.place))),
  )
  const late = parts.late?.place ? [{ span: parts.late, place: parts.late.place }] : []
  return [...wrong, ...late].map(({ span, place }) => ({
    part: partOf(place),
    span,
    message: `“${place.name}”的位置不对`,
    why: `${rules.because(partsKey(kind))}：行政区划、社区（村）、字号、业务范围、组织形式依次构成`,
    mend: `请把“${place.name}”移到${place.level === 'community' ? '字号前面' : '名称最前面'}`,
  }))
}

const depth = (place: Place): number => areaLevels.indexOf(place.level)

function shortOnes(looked: Looked): Finding[] {
  const { rules, folded, parts } = looked
  if (rules.shortPlaces === 'allowed') return []
  return parts.places.flatMap((span) =>
    span.short && span.place
      ? [
          {
            severity: rules.shortPlaces === 'refused' ? ('fault' as const) : ('warning' as const),
            part: partOf(span.place),
            span,
            message: `“${folded.text.slice(span.from, span.to)}”是简称`,
            why: rules.because('naming.shortPlaces'),
            mend: `请写全称“${span.place.name}”`,
          },
        ]
      : [],
  )
}

/** A county or what is above it; where nobody said where the organization is, any area above the community. */
function missingArea(looked: Looked): Finding[] {
  const { parts, places, rules, kind, folded } = looked
  if (rules.parts[kind].area === 'optional') return []
  const has = names(looked).some(({ place, from, to }) =>
    place
      ? depth(place) <= depth(countyLevel)
      : places.length === 0 && claimedLevel(folded.text.slice(from, to)) === 'above',
  )
  if (has) return []
  const wanted = prefixOf(places)
  return [
    {
      part: 'area',
      span: { from: parts.places[0]?.from ?? 0, to: parts.places[0]?.from ?? 0 },
      message: '缺少县级以上的行政区划名称',
      why: rules.because(partsKey(kind)),
      mend: wanted === '' ? '请在最前面写上所在的县（市、区）' : `请在最前面写上“${wanted}”`,
    },
  ]
}

const countyLevel: Place = { level: 'county', name: '' }

/** The administrative words with which a name begins: a district with its city, a county or a county city alone. */
export function prefixOf(places: readonly Place[]): string {
  const at = (level: Place['level']) => places.find((place) => place.level === level)?.name ?? ''
  const county = at('county')
  const city = at('city') || (at('province').endsWith('市') ? at('province') : '')
  return county === '' ? city : county.endsWith('区') ? city + county : county
}

/** The name of the community; for an organization of a township or county, the name of that. */
function missingCommunity(looked: Looked): Finding[] {
  const { parts, places, rules, kind, folded } = looked
  if (rules.parts[kind].community === 'optional') return []
  const own = places.at(-1)
  const has = own ? names(looked).some(({ place }) => place === own) : parts.places.length > 0
  const elsewhere = parts.places.some((span) => !span.place && isSure(folded.text, span))
  if (has || (own && elsewhere)) return []
  const at = parts.places.at(-1)?.to ?? 0
  const called = own ? `“${own.name}”` : '所在的社区（村）'
  return [
    {
      part: own ? partOf(own) : 'community',
      span: { from: at, to: at },
      message: `看不出是哪里的组织，缺少${called}`,
      why: rules.because(partsKey(kind)),
      mend: `请在字号前面写上${called}`,
    },
  ]
}

/** 市辖区名称与市的名称连用. */
function districtAlone({ parts, places, kind }: Looked): Finding[] {
  if (kind === 'group') return []
  const district = parts.places.find(({ place }) => place?.level === 'county' && place.name.endsWith('区'))
  const above = parts.places.some(({ place }) => place && depth(place) < depth(countyLevel))
  const wanted = prefixOf(places)
  if (!district?.place || above || wanted === district.place.name) return []
  return [
    {
      severity: 'warning',
      part: 'area',
      span: district,
      message: '只写了市辖区，没有写市',
      why: districtRule,
      mend: `一般写作“${wanted}”`,
    },
  ]
}

/** 广东省民政厅关于社会团体名称规范的意见（粤民函〔2016〕840号）第五条 says it in so many words. */
const districtRule = '行政区划名称的通行写法：冠以市辖区名称的，同时冠以市的名称'
