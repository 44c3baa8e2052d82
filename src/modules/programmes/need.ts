// Thresholds: what a demand means as a bound, whether a quotient lies in it, and what is missing.
import type { Need } from './pack.ts'

/**
 * A value must lie from `low` to `high`; with `strict` the low end itself is not enough. A null end is open.
 * Decimals are compared exactly, as fractions of whole numbers (80% is 8/10, never 0.8000…1).
 */
export type Bounds = { low: number | null; strict: boolean; high: number | null }

export const bounds = (low: number | null, high: number | null = null, strict = false): Bounds => ({
  low,
  strict,
  high,
})

/** The bounds that a pack's words say; null when they say none or more than one. */
export function boundsOf(need: Need): Bounds | null {
  const said = (['atLeast', 'moreThan', 'atMost', 'between', 'about'] as const).filter(
    (key) => need[key] !== undefined,
  )
  return said.length === 1 ? read(need) : null
}

function read(need: Need): Bounds | null {
  if (need.atLeast !== undefined) return bounds(need.atLeast)
  if (need.moreThan !== undefined) return bounds(need.moreThan, null, true)
  if (need.atMost !== undefined) return bounds(null, need.atMost)
  if (need.between) return bounds(need.between[0], need.orMore ? null : need.between[1])
  if (need.about === undefined || need.tolerance === undefined) return null
  return around(need.about, need.tolerance, need.orMore ?? false)
}

/** 左右: a tolerance below 1 is a share of the number (10% of 10), otherwise an amount. (SZ 二(三): 10家左右) */
function around(middle: number, tolerance: number, orMore: boolean): Bounds {
  const off = tolerance < 1 ? times(middle, tolerance) : tolerance
  return bounds(minus(middle, off), orMore ? null : minus(middle, -off))
}

type Fraction = { over: number; under: number }

/** A decimal as a fraction of whole numbers, exact as it was written. */
export function fraction(decimal: number): Fraction {
  if (Number.isInteger(decimal)) return { over: decimal, under: 1 }
  const [digits = '', exponent = '0'] = String(decimal).split('e')
  const places = (digits.split('.')[1]?.length ?? 0) - Number(exponent)
  const under = 10 ** Math.max(0, places)
  return { over: Math.round(decimal * under), under }
}

const times = (a: number, b: number): number => {
  const [x, y] = [fraction(a), fraction(b)]
  return (x.over * y.over) / (x.under * y.under)
}
const minus = (a: number, b: number): number => {
  const [x, y] = [fraction(a), fraction(b)]
  return (x.over * y.under - y.over * x.under) / (x.under * y.under)
}

/**
 * Whether scale × top / bottom lies in the bounds. Every count here is a whole number, `bottom` above zero; the
 * scale is 1 except for rates (100 for "per hundred households").
 */
export const meets = (top: number, bottom: number, bounds: Bounds, scale = 1): boolean =>
  lackOf(top, bottom, bounds, scale) === 0 && excessOf(top, bottom, bounds, scale) === 0

/** How many more records `top` needs to reach the low end, `bottom` as it is. Zero iff reached. */
export function lackOf(top: number, bottom: number, { low, strict }: Bounds, scale = 1): number {
  if (low === null) return 0
  const { over, under } = fraction(low)
  return reach(over * bottom - under * scale * top, under * scale, strict)
}

/** The same where each record also enlarges the bottom: a share of records. Zero iff reached. */
export function lackOfShare(top: number, bottom: number, { low, strict }: Bounds): number {
  if (low === null) return 0
  const { over, under } = fraction(low)
  const missing = over * bottom - under * top
  if (reach(missing, 1, strict) === 0) return 0
  return under > over ? reach(missing, under - over, strict) : bottom - top
}

/** How many records `top` has above the high end. Zero iff not above. */
export function excessOf(top: number, bottom: number, { high }: Bounds, scale = 1): number {
  if (high === null) return 0
  const { over, under } = fraction(high)
  return reach(under * scale * top - over * bottom, under * scale, false)
}

/** The least whole k ≥ 0 with k × step ≥ missing (or > when strict). Whole numbers in, so the quotient cannot slip. */
function reach(missing: number, step: number, strict: boolean): number {
  if (missing < 0 || (missing === 0 && !strict)) return 0
  return strict ? Math.floor(missing / step) + 1 : Math.ceil(missing / step)
}
