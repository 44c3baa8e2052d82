// The field words that a name is read with, asked by place: which word begins here, which one covers this.
import { allFieldWords, connectors, fillers } from './field-words.ts'

export type Lexicon = {
  /** Length of the longest field word that begins at a place; 0 when none does. */
  wordAt: (text: string, at: number) => number
  /** Whether a field word that begins after `from` and before `at` or at it reaches beyond `at`. */
  covers: (text: string, from: number, at: number) => boolean
  /** Whether a text is a field word. */
  has: (text: string) => boolean
  /** The ways to go on from a place when a field is read word by word: lengths, longest first. */
  tilesAt: (text: string, at: number) => number[]
}

/** With the words that a place has of its own. */
export function lexiconOf(ownWords: readonly string[] = []): Lexicon {
  const key = ownWords.join(' ')
  const lexicon = made.get(key) ?? makeLexicon(new Set([...allFieldWords, ...ownWords]))
  made.set(key, lexicon)
  return lexicon
}

/** A place changes its words seldom; a handful of places ask by turns. */
const made = new Map<string, Lexicon>()

function makeLexicon(words: ReadonlySet<string>): Lexicon {
  const tiles = new Set([...words, ...fillers, ...connectors])
  const longest = Math.max(...[...tiles].map((word) => word.length))
  const lengthsIn = (set: ReadonlySet<string>, text: string, at: number) =>
    lengths(longest).filter((length) => at + length <= text.length && set.has(text.slice(at, at + length)))
  const wordAt = (text: string, at: number) => lengthsIn(words, text, at)[0] ?? 0
  return {
    wordAt,
    covers: (text, from, at) => {
      for (let start = from + 1; start <= at; start++) if (start + wordAt(text, start) > at) return true
      return false
    },
    has: (text) => words.has(text),
    tilesAt: (text, at) => lengthsIn(tiles, text, at),
  }
}

const lengths = (longest: number): number[] => Array.from({ length: longest }, (_, index) => longest - index)
