// The areas under judgement as one tree, and sums rolled up along stored parents.
import type { AreaCode, AreaLevel, Settlement } from '../areas/area.ts'

/** One area as the engine needs it. */
export type AreaUnit = {
  code: AreaCode
  name: string
  level: AreaLevel
  /** The stored parent; one that is not among the units hangs below the first unit. */
  parent: AreaCode | null
  settlement: Settlement
  /** False for a virtual division: it counts for the areas above it and is no unit of any population. */
  inDenominator: boolean
  /** A development zone (功能区): a unit of statistics that a pack may leave out. */
  zone?: boolean
}

/** Units in an order in which everything below an area follows it directly: its subtree is `[i, ends[i])`. */
export type AreaTree = {
  units: readonly AreaUnit[]
  index: ReadonlyMap<string, number>
  /** Index of the parent; −1 for the root. */
  parents: Int32Array
  ends: Int32Array
  /** The areas above the root, for populations that name an upper area. */
  above: readonly AreaCode[]
}

/** The tree of the asked area (first of `units`) and everything below it, in any order after the first. */
export function treeOf(units: readonly AreaUnit[], above: readonly AreaCode[] = []): AreaTree {
  const ordered = preorder(units)
  const index = new Map(ordered.map((unit, at) => [unit.code as string, at]))
  const parents = Int32Array.from(ordered, (unit, at) =>
    at === 0 ? -1 : (index.get(unit.parent ?? '') ?? 0),
  )
  return { units: ordered, index, parents, ends: endsOf(parents), above }
}

function preorder(units: readonly AreaUnit[]): AreaUnit[] {
  const [root] = units
  if (!root) return []
  const below = groupByParent(units, root.code)
  const ordered: AreaUnit[] = []
  const waiting = [root]
  for (let unit = waiting.pop(); unit; unit = waiting.pop()) {
    ordered.push(unit)
    for (const child of (below.get(unit.code) ?? []).toReversed()) waiting.push(child)
  }
  return ordered
}

function groupByParent(units: readonly AreaUnit[], root: AreaCode): Map<AreaCode, AreaUnit[]> {
  const known = new Set<AreaCode>(units.map((unit) => unit.code))
  const groups = new Map<AreaCode, AreaUnit[]>()
  for (const unit of units.slice(1)) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : root
    const group = groups.get(parent)
    if (group) group.push(unit)
    else groups.set(parent, [unit])
  }
  return groups
}

function endsOf(parents: Int32Array): Int32Array {
  const ends = Int32Array.from(parents, (_, at) => at + 1)
  for (let at = parents.length - 1; at > 0; at--) {
    const parent = parents[at] as number
    ends[parent] = Math.max(ends[parent] as number, ends[at] as number)
  }
  return ends
}

/** For each area the sum of its own value and of all below it. The values given are used up. */
export function rollUp({ parents }: AreaTree, values: Float64Array): Float64Array {
  for (let at = values.length - 1; at > 0; at--) {
    const parent = parents[at] as number
    values[parent] = (values[parent] as number) + (values[at] as number)
  }
  return values
}

/** For each area how many different values lie in it and below it. */
export function countDistinct(
  { parents }: AreaTree,
  values: ReadonlyMap<number, Iterable<string>>,
): Float64Array {
  const sets = new Map([...values].map(([at, those]) => [at, new Set(those)]))
  for (let at = parents.length - 1; at > 0; at--) mergeInto(sets, parents[at] as number, sets.get(at))
  return Float64Array.from(parents, (_, at) => sets.get(at)?.size ?? 0)
}

function mergeInto(sets: Map<number, Set<string>>, parent: number, below: Set<string> | undefined): void {
  if (!below) return
  const above = sets.get(parent)
  if (!above) sets.set(parent, new Set(below))
  else for (const value of below) above.add(value)
}

/** The areas directly below one, in the order in which they came. */
export function childrenOf({ ends }: AreaTree, at: number): number[] {
  const children: number[] = []
  for (let child = at + 1; child < (ends[at] as number); child = ends[child] as number) children.push(child)
  return children
}
