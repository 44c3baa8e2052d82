// Bounds for the naive recount, on exact whole numbers of millionths.
import type { Need } from '../../src/modules/programmes/pack.ts'

export type Range = { low?: string; strict?: boolean; high?: string }

/** Need in decimals as text, so that nothing is rounded. */
export function range(need: Need | undefined): Range {
  if (!need) return {}
  if (need.atLeast !== undefined) return { low: String(need.atLeast) }
  if (need.moreThan !== undefined) return { low: String(need.moreThan), strict: true }
  if (need.atMost !== undefined) return { high: String(need.atMost) }
  if (need.between)
    return { low: String(need.between[0]), ...(need.orMore ? {} : { high: String(need.between[1]) }) }
  const about = need.about as number
  const off = (need.tolerance as number) < 1 ? about * (need.tolerance as number) : (need.tolerance as number)
  return { low: String(round(about - off)), ...(need.orMore ? {} : { high: String(round(about + off)) }) }
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** Text of a decimal as a whole number of millionths. */
const millionths = (decimal: string): bigint => BigInt(Math.round(Number(decimal) * 1e6))

export function inRange(
  top: number,
  bottom: number,
  { low, strict, high }: Range,
  scale: number,
): { low: boolean; high: boolean } {
  const left = BigInt(top) * BigInt(scale) * 1_000_000n
  const reached =
    low === undefined ||
    (strict ? left > millionths(low) * BigInt(bottom) : left >= millionths(low) * BigInt(bottom))
  return { low: reached, high: high === undefined || left <= millionths(high) * BigInt(bottom) }
}
