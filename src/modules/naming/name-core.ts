// What a name is called apart from its place: what two names are compared by.
import { fillers } from './field-words.ts'
import { foldName } from './folded.ts'
import { baseNamingRules } from './naming-rules.ts'
import type { Place } from './places.ts'
import { partsOf } from './read-parts.ts'

export type NameCore = {
  /** The folded name without its areas, signs left out: 夕阳红便民服务队. */
  core: string
  /** What tells it from others: without form, and without words that go with any field: 夕阳红便民. May be empty. */
  telling: string
}

/** `places`: the areas in which the organization lies. */
export function nameCore(name: string, places: readonly Place[]): NameCore {
  const { text } = foldName(name)
  const { places: spans, form } = partsOf(text, places, 'group', baseNamingRules)
  const from = spans.at(-1)?.to ?? 0
  return { core: bare(text.slice(from)), telling: withoutFillers(bare(text.slice(from, form?.from))) }
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

const atEnd = new RegExp(`(?:${fillers.join('|')}|志愿者?|队|社)+$`, 'u')
const withoutFillers = (text: string): string => text.replace(atEnd, '')
