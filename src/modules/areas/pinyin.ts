// Pinyin of names, for people who type it: without tones, letters and digits only.
import { pinyin } from 'pinyin-pro'
import { bareText } from './fold-text.ts'
import { placeReadings } from './place-readings.ts'

/** `重庆市` → `chongqingshi`, `绿园3号` → `lvyuan3hao`; a character without a reading is left out. */
export const pinyinOf = (name: string): string => readingsOf(name).join('')

/** `重庆市` → `cqs`, `绿园3号` → `ly3h`. */
export const initialsOf = (name: string): string => initialsIn(readingsOf(name))

/** One reading a character, empty where there is none; letters and digits stand for themselves. */
export function readingsOf(name: string): string[] {
  const characters = [...bareText(name)]
  const general = generalReadings(characters)
  const readings: string[] = []
  while (readings.length < characters.length) {
    const place = placeReadingAt(characters, readings.length)
    readings.push(...(place ?? [plain(characters[readings.length] ?? '', general[readings.length] ?? '')]))
  }
  return readings
}

export const initialsIn = (readings: readonly string[]): string =>
  readings.map((reading) => reading.charAt(0)).join('')

const options = { toneType: 'none', type: 'array', v: true, toneSandhi: false } as const

/** The dictionary sees the whole name; should it ever count characters otherwise than we do, they go to it one by one. */
function generalReadings(characters: readonly string[]): string[] {
  const readings = pinyin(characters.join(''), options)
  return readings.length === characters.length
    ? readings
    : characters.map((one) => pinyin(one, options)[0] ?? '')
}

const plain = (character: string, reading: string): string =>
  /^[0-9a-z]$/.test(character) ? character : reading.replace(/[^a-z]/g, '')

/** The longest word of `placeReadings` that begins here. */
function placeReadingAt(characters: readonly string[], at: number): readonly string[] | undefined {
  for (const length of lengthsByFirst.get(characters[at] ?? '') ?? []) {
    const reading = placeReadings.get(characters.slice(at, at + length).join(''))
    if (reading) return reading
  }
  return undefined
}

/** First character → lengths of the words that begin with it, longest first. */
const lengthsByFirst: ReadonlyMap<string, readonly number[]> = (() => {
  const lengths = new Map<string, Set<number>>()
  for (const word of placeReadings.keys()) {
    const first = word.charAt(0)
    lengths.set(first, (lengths.get(first) ?? new Set()).add(word.length))
  }
  return new Map([...lengths].map(([first, all]) => [first, [...all].sort((a, b) => b - a)]))
})()
