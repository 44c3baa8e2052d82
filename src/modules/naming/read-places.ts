// Finds the names of areas at the beginning of a name: its own in full or in short, or those of other places.
import type { AreaLevel } from '../areas/area.ts'
import { areaLevels } from '../areas/area.ts'
import type { Lexicon } from './lexicon.ts'
import { type Place, placeEndings, shortPlace } from './places.ts'

export type PlaceSpan = {
  from: number
  to: number
  /** The area that is meant; null: none of its own, or nobody said where the organization is. */
  place: Place | null
  /** Written in a short form. */
  short: boolean
}

/** The areas that a name begins with, one after the other; where reading goes on. */
export function readPlaces(
  text: string,
  chain: readonly Place[],
  lexicon: Lexicon,
): { spans: PlaceSpan[]; end: number } {
  const spans: PlaceSpan[] = []
  let end = 0
  for (;;) {
    const below = belowLevel(spans)
    const next =
      ownPlaceAt(text, end, chain.filter(below), lexicon) ?? otherPlaceAt(text, end, chain, lexicon)
    if (!next) return { spans, end }
    spans.push(next)
    end = next.to
  }
}

/** The full name of one of its own areas that stands further back, or null. */
export function latePlace(text: string, from: number, chain: readonly Place[]): PlaceSpan | null {
  const found = chain
    .map((place) => ({ place, at: text.indexOf(place.name, from + 1) }))
    .filter(({ at, place }) => at > from && place.name.length > 2)
    .sort((a, b) => a.at - b.at)[0]
  return found
    ? { from: found.at, to: found.at + found.place.name.length, place: found.place, short: false }
    : null
}

/** Areas are written from the top down: after a township only a community may follow. */
function belowLevel(spans: readonly PlaceSpan[]): (place: { level: AreaLevel }) => boolean {
  const deepest = Math.max(-1, ...spans.map(({ place }) => (place ? areaLevels.indexOf(place.level) : -1)))
  return ({ level }) => areaLevels.indexOf(level) > deepest
}

function ownPlaceAt(text: string, at: number, chain: readonly Place[], lexicon: Lexicon): PlaceSpan | null {
  const full = longest(
    chain.filter(({ name }) => text.startsWith(name, at)).map((place) => ({ place, name: place.name })),
  )
  if (full) return { from: at, to: at + full.name.length, place: full.place, short: false }
  const short = longest(
    chain.flatMap((place) => {
      const name = shortPlace(place)
      return name && text.startsWith(name, at) && standsAlone(text, at, at + name.length, lexicon)
        ? [{ place, name }]
        : []
    }),
  )
  return short && { from: at, to: at + short.name.length, place: short.place, short: true }
}

const longest = <T extends { name: string }>(found: readonly T[]): T | null =>
  found.reduce<T | null>((best, one) => (best && best.name.length >= one.name.length ? best : one), null)

/** A short form counts only as a word of its own: not in 健康步走 for 健康社区, nor in 浮桥社区 for 浮桥镇. */
function standsAlone(text: string, from: number, to: number, lexicon: Lexicon): boolean {
  if (to === text.length || from + lexicon.wordAt(text, from) > to || lexicon.covers(text, from, to - 1))
    return false
  return !anyEnding.test(text.slice(to)) || lexicon.wordAt(text, to) > 0
}

const anyEnding = new RegExp(`^(?:${placeEndings.strong}|${placeEndings.weak})`, 'u')

/** Something that ends like an area, as early as it can, and does not run into one of its own. */
function otherPlaceAt(text: string, at: number, chain: readonly Place[], lexicon: Lexicon): PlaceSpan | null {
  for (const match of text.slice(at).matchAll(endingsIn)) {
    const to = at + match.index + match[0].length
    const head = text.slice(at, at + match.index)
    if (!/^[\p{Script=Han}\d]*$/u.test(head) || head.length > 8) return null
    if (head.length < 2 || !isPlaceLike(text, at, at + match.index, match[0], lexicon)) continue
    const own = chain.find(({ name }) => text.slice(at, to).endsWith(name))
    if (own && own.name.length < to - at) return null
    return { from: at, to, place: own ?? null, short: false }
  }
  return null
}

const endingsIn = new RegExp(`${placeEndings.strong}|${placeEndings.weak}`, 'gu')

/** 社区 and 街道 tell enough after a few characters; 区 or 乡 only where no field word is about: not in 爱心集市, 戏曲乡音. */
function isPlaceLike(text: string, from: number, ending: number, word: string, lexicon: Lexicon): boolean {
  const hasWord = Array.from({ length: ending - from }, (_, index) => from + index).some(
    (at) => lexicon.wordAt(text, at) > 0,
  )
  return word.length > 1 ? ending - from <= 4 || !hasWord : !hasWord && lexicon.wordAt(text, ending) === 0
}
