// How alike two names are: Dice's coefficient over pairs of characters, width and case folded.
import { bareText } from '../areas/fold-text.ts'

/** 0 nothing in common, 1 the same name. */
export const likeness = (a: string, b: string): number => likenessOf([...bareText(a)], [...bareText(b)])

/** The same of any two sequences: characters, syllables. */
export function likenessOf(x: readonly string[], y: readonly string[]): number {
  if (x.join('\n') === y.join('\n')) return 1
  const [pairsOfX, pairsOfY] = [pairs(x), pairs(y)]
  if (pairsOfX.length === 0 || pairsOfY.length === 0) return 0
  const left = new Map<string, number>()
  for (const pair of pairsOfX) left.set(pair, (left.get(pair) ?? 0) + 1)
  const shared = pairsOfY.filter((pair) => take(left, pair)).length
  return (2 * shared) / (pairsOfX.length + pairsOfY.length)
}

function take(left: Map<string, number>, pair: string): boolean {
  const count = left.get(pair) ?? 0
  left.set(pair, count - 1)
  return count > 0
}

const pairs = (items: readonly string[]): string[] =>
  items.slice(1).map((item, index) => `${items[index]} ${item}`)
