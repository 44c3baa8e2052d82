// Names as sets of int4 tokens, so that a GIN index on `int4[]` finds a name by any part of it, even two characters.
//
// A token is 32 bits: two bits of kind, thirty of content.
//   kind 0  characters of the name   15 bits + 15 bits: a pair of neighbours; a single character has 0 in second place
//   kind 1  initials of the pinyin   6 bits + 6 bits: a pair of neighbours; a single letter has 0 in second place
//   kind 2  an area                  the first nine digits of its code (province to township)
//   kind 3  any other fact           a hash, see `factToken`
// The 15 bits of a character: 0–9 and a–z are 1–36, U+4E00–9FFF 37–21028, U+3400–4DBF 21029–27620, each for itself.
// All other characters share the 5,147 places that are left, so for those, and for kind 3, a token says "perhaps".
// Tokens narrow down; whoever searches also compares the text itself, because pairs do not prove their order.
import type { AreaCode } from './area.ts'
import { levelOf } from './area-codes.ts'
import { bareText } from './fold-text.ts'
import { initialsIn, readingsOf } from './pinyin.ts'

const kinds = { characters: 0, initials: 1, area: 2, fact: 3 } as const
type Kind = keyof typeof kinds

export type SearchFields = { pinyin: string; initials: string; search: number[] }

/** All that is stored beside a name to find it: `pinyinOf`, `initialsOf` and `searchTokens` at the price of one. */
export function searchFields(name: string): SearchFields {
  const readings = readingsOf(name)
  const initials = initialsIn(readings)
  return { pinyin: readings.join(''), initials, search: tokensOf(bareText(name), initials) }
}

/** What may be asked of a name: its characters and its initials, alone and in pairs. Each token once. */
export const searchTokens = (name: string): number[] => searchFields(name).search

const tokensOf = (bare: string, initials: string): number[] => [
  ...new Set([
    ...singlesAndPairs('characters', slotsOf(bare)),
    ...singlesAndPairs('initials', slotsOf(initials)),
  ]),
]

/**
 * What a name must hold to be found: letters and digits alone are looked for in the initials, anything else in the
 * characters. Whenever `bareText(name)` contains `bareText(query)`, these are among `searchTokens(name)`.
 * Empty for a query without letters or digits.
 */
export function queryTokens(query: string): number[] {
  const bare = bareText(query)
  const slots = slotsOf(bare)
  const kind = /^[0-9a-z]*$/.test(bare) ? 'initials' : 'characters'
  return [...new Set(slots.length === 1 ? singles(kind, slots) : pairs(kind, slots))]
}

/**
 * Whether a name that has the query's tokens surely holds the query: one character, or two that are neighbours by their
 * token, each with a place of its own.
 */
export function tokensProve(query: string): boolean {
  const slots = slotsOf(bareText(query))
  return slots.length <= 2 && slots.every((slot) => slot < shared.from)
}

/** For a province to a township exact; a community, which has more digits than fit, shares its token with about nobody. */
export const areaToken = (code: AreaCode): number =>
  levelOf(code) === 'community' ? factToken('community', code) : token('area', Number(code.slice(0, 9)))

/** A fact about the named thing (`factToken('status', 'active')`), hashed into 30 bits. */
export function factToken(field: string, value: string): number {
  let hash = 0x811c9dc5
  for (const character of `${field}=${value}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return token('fact', (hash ^ (hash >>> 30)) & 0x3fffffff)
}

const singlesAndPairs = (kind: Kind, slots: readonly number[]): number[] => [
  ...singles(kind, slots),
  ...pairs(kind, slots),
]

const singles = (kind: Kind, slots: readonly number[]): number[] =>
  slots.map((slot) => token(kind, pack(kind, slot, 0)))

const pairs = (kind: Kind, slots: readonly number[]): number[] =>
  slots.slice(1).map((slot, index) => token(kind, pack(kind, slots[index] ?? 0, slot)))

/** Initials need six bits a place, characters fifteen. */
const pack = (kind: Kind, first: number, second: number): number =>
  (first << (kind === 'initials' ? 6 : 15)) | second

const token = (kind: Kind, content: number): number => (kinds[kind] << 30) | content

const slotsOf = (bare: string): number[] => Array.from(bare, slotOf)

const shared = { from: 27_621, count: 5_147 } as const

/** 1 to 32,767. */
function slotOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point >= 0x4e00 && point <= 0x9fff) return 37 + point - 0x4e00
  if (point >= 0x30 && point <= 0x39) return 1 + point - 0x30
  if (point >= 0x61 && point <= 0x7a) return 11 + point - 0x61
  if (point >= 0x3400 && point <= 0x4dbf) return 21_029 + point - 0x3400
  return shared.from + (point % shared.count)
}
