// Which shipped packs concern the chosen area: those come first.
import type { AreaCode } from '../../areas/area.ts'
import { significantDigits } from '../../areas/area-codes.ts'

/** Packs of the area itself or of one above or below it first; otherwise as they came. Codes have twelve digits. */
export function orderedPacks<P extends { area: string }>(
  packs: readonly P[],
  area: string,
): (P & { fits: boolean })[] {
  const judged = packs.map((pack) => ({ ...pack, fits: isInLine(pack.area, area) }))
  return judged.sort((a, b) => Number(b.fits) - Number(a.fits))
}

/** Only a hint for the eye, so the digits are good enough here; what counts is rolled up by stored lineage. */
function isInLine(a: string, b: string): boolean {
  const [one, other] = [a, b].map((code) => significantDigits(code as AreaCode))
  return one !== undefined && other !== undefined && (one.startsWith(other) || other.startsWith(one))
}
