// Finds the smallest group of organizations that together have members enough for a joint branch.

/** One that could join: `full` is at least 1. */
export type Candidate = { full: number }

export type GroupNeed = {
  /** Full members still lacking. */
  lack: number
  /** The most that may join. */
  atMost: number
}

/**
 * Of all groups of candidates (in the order of preference) that have members enough: one of the fewest organizations;
 * of these one of the fewest members, so that others are left for neighbours; of these the first in order.
 * Null when there is none. Candidates with equally many members are alike but for their order, so only *how many of
 * each number* is tried: a handful of ways, however many neighbours there are.
 */
export function smallestGroup<C extends Candidate>(
  candidates: readonly C[],
  { lack, atMost }: GroupNeed,
): C[] | null {
  if (lack <= 0) return []
  const ranked = candidates.map((candidate, rank) => ({ candidate, rank }))
  const classes = [...new Set(candidates.map(({ full }) => full))]
    .filter((full) => full > 0)
    .map((full) => ranked.filter(({ candidate }) => candidate.full === full))
  for (let size = 1; size <= Math.min(atMost, candidates.length); size++) {
    const best = groupsOf(classes, size)
      .filter((group) => membersOf(group) >= lack)
      .sort((a, b) => membersOf(a) - membersOf(b) || compareRanks(a, b))[0]
    if (best) return best.map(({ candidate }) => candidate)
  }
  return null
}

type Ranked<C> = { candidate: C; rank: number }

/** All ways to take `size` from the classes, the first ones of each, every way in the order of ranks. */
function groupsOf<C extends Candidate>(classes: readonly Ranked<C>[][], size: number): Ranked<C>[][] {
  const [first, ...others] = classes
  if (!first) return size === 0 ? [[]] : []
  const most = Math.min(first.length, size)
  return Array.from({ length: most + 1 }, (_, taken) =>
    groupsOf(others, size - taken).map((rest) => inOrder([...first.slice(0, taken), ...rest])),
  ).flat()
}

const inOrder = <C>(group: Ranked<C>[]): Ranked<C>[] => group.sort((a, b) => a.rank - b.rank)

const membersOf = (group: readonly Ranked<Candidate>[]): number =>
  group.reduce((sum, { candidate }) => sum + candidate.full, 0)

function compareRanks(a: readonly Ranked<unknown>[], b: readonly Ranked<unknown>[]): number {
  for (const [at, { rank }] of a.entries()) {
    const other = b[at]?.rank ?? rank
    if (rank !== other) return rank - other
  }
  return 0
}
