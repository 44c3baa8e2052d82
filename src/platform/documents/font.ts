// The one font of all documents, and which characters it can draw: one that it lacks must not vanish from a paper.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const weights = { normal: '400Regular', bold: '700Bold' } as const
export type Weight = keyof typeof weights

/** 〓, which printers set for a character that they do not have. */
export const substitute = '\u3013'

/** The bytes of a weight of Noto Serif SC, read once. */
export function fontBytes(weight: Weight): Promise<Buffer> {
  const known = read.get(weight) ?? readFile(pathOf(weight))
  read.set(weight, known)
  return known
}

const read = new Map<Weight, Promise<Buffer>>()

function pathOf(weight: Weight): string {
  const folder = weights[weight]
  const name = `@expo-google-fonts/noto-serif-sc/${folder}/NotoSerifSC_${folder}.ttf`
  return createRequire(import.meta.url).resolve(name)
}

/** The characters of texts that the font cannot draw, each once, in the order of the texts; mostly none. */
export async function missingGlyphs(...texts: string[]): Promise<string[]> {
  const draws = await coverage()
  const found = texts.flatMap((text) => [...drawn(text)].filter((character) => !draws(character)))
  return [...new Set(found)]
}

/** The text as it can be drawn: what the font lacks is 〓, what nobody sees (joiners, variants) is left out. */
export async function drawable(): Promise<(text: string) => string> {
  const draws = await coverage()
  return (text) => [...drawn(text)].map((one) => (draws(one) ? one : substitute)).join('')
}

/** Rare spaces are spaces; controls and what nobody sees are left out. */
const drawn = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\u3000]/gu, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}|(?!\n)\p{Cc}/gu, '')

let known: Promise<(character: string) => boolean> | undefined

function coverage(): Promise<(character: string) => boolean> {
  known ??= readCoverage()
  return known
}

async function readCoverage(): Promise<(character: string) => boolean> {
  const { create } = await import('fontkit')
  const font = create(await fontBytes('normal'))
  if (!('characterSet' in font)) throw new Error('the font file holds several fonts')
  const codes = new Set(font.characterSet)
  return (character) => character === '\n' || codes.has(character.codePointAt(0) ?? 0)
}
