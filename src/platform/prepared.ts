// Names for statements that come again and again, so that a connection parses and plans each of them once.
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** How often a text must come before a plan of it is kept: most filters of a list never come twice. */
const comesAgain = 3
/** Each connection keeps a plan for each name, tens of kilobytes of the database server's memory. */
const mostNames = 400
/** A longer text writes hundreds of rows at once: it seldom comes again, and remembering it takes memory. */
const longest = 10_000

/** Gives the name under which connections keep the plan of a text, or undefined where none is kept. */
export function statementNames(): (text: string) => string | undefined {
  const seen = new LRUCache<string, number>({ max: 1_000 })
  const names = new Map<string, string>()
  return (text) => {
    if (text.length > longest) return undefined
    const known = names.get(text)
    if (known !== undefined || names.size >= mostNames) return known
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    if (times < comesAgain) return undefined
    seen.delete(text)
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
    names.set(text, name)
    return name
  }
}
