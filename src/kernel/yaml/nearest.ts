// The known name that somebody probably meant.

/** The nearest of the known names by edits, when it is near enough to be meant; otherwise null. */
export function nearest(wrong: string, known: readonly string[]): string | null {
  if (wrong.length > 60) return null
  const scored = known.map((name) => ({ name, far: edits(wrong.toLowerCase(), name.toLowerCase()) }))
  const best = scored.sort((a, b) => a.far - b.far)[0]
  return best && best.far <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null
}

/** How many letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function edits(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(cheapest(a, b, i, j, before, row, next))
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

function cheapest(
  a: string,
  b: string,
  i: number,
  j: number,
  before: number[],
  row: number[],
  next: number[],
): number {
  const same = a[i - 1] === b[j - 1] ? 0 : 1
  const plain = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(plain, (before[j - 2] ?? 0) + 1) : plain
}
