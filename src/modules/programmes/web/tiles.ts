// How the areas below are grouped, ranked and named in pictures and lists.
import type { Breakdown, Tile } from '../programmes-api.ts'

/** A severity as a picture shows it: class, sign inside the tile and words, so that colour is never alone. */
export const severities = [
  { className: 'tile-0', word: '没有差距' },
  { className: 'tile-1', word: '差一点' },
  { className: 'tile-2', word: '差得多' },
  { className: 'tile-none', word: '无法判断' },
] as const

export const severityOf = ({ severity }: Pick<Tile, 'severity'>) => severities[severity ?? 3] ?? severities[3]

/** The areas of a picture: the units, or where they are too many the areas directly below; never the area itself. */
export const pictured = ({ units, children, area }: Pick<Breakdown, 'units' | 'children' | 'area'>): Tile[] =>
  (units ?? children).filter(({ code }) => code !== area.code)

export type TileGroup = { under: string; tiles: Tile[] }

/** Tiles under the area directly above them, in the order in which they came. */
export function groupTiles(tiles: readonly Tile[]): TileGroup[] {
  const groups = new Map<string, Tile[]>()
  for (const tile of tiles) groups.set(tile.under, [...(groups.get(tile.under) ?? []), tile])
  return [...groups].map(([under, inside]) => ({ under, tiles: inside }))
}

/** Worst first: the most severe, then the least reached, then by name; those without a statement last. */
export const worstFirst = (tiles: readonly Tile[]): Tile[] => tiles.toSorted(byBadness)

function byBadness(a: Tile, b: Tile): number {
  return (
    (b.severity ?? -1) - (a.severity ?? -1) ||
    (a.reached ?? Infinity) - (b.reached ?? Infinity) ||
    leading(a) - leading(b) ||
    a.name.localeCompare(b.name, 'zh-CN')
  )
}

/** Those that reached the whole differ by their number all the same. */
const leading = ({ value }: Tile): number => Number.parseFloat(value.replaceAll(',', '')) || 0

/** Best first: the same order from its other end, but those without a statement still last. */
export function bestFirst(tiles: readonly Tile[]): Tile[] {
  const worst = worstFirst(tiles)
  return [...worst.filter(hasStatement).toReversed(), ...worst.filter((tile) => !hasStatement(tile))]
}

export const hasStatement = ({ severity }: Tile): boolean => severity !== null

/** How many tiles there are of each severity, for the legend; severities without tiles are left out. */
export const legendOf = (tiles: readonly Tile[]) =>
  severities
    .map((severity) => ({ ...severity, count: tiles.filter((tile) => severityOf(tile) === severity).length }))
    .filter(({ count }) => count > 0)

/** Whether the areas directly below are the very units that the target speaks of. */
export const sameAreas = (a: readonly Tile[], b: readonly Tile[]): boolean =>
  a.length === b.length && a.every(({ code }) => b.some((other) => other.code === code))
