// A target translated into the few constructs that can be computed: counts, quotients, averages and quantifiers.

import type { Bounds } from './need.ts'
import type { AreaUnits } from './pack.ts'
import type { Tally } from './tally.ts'

/** A tally summed over an area and all below it; with `located` only what lies in communities of that settlement. */
export type Count = { tally: Tally; located: 'urban' | 'rural' | null }

/** A population of areas. */
export type Units = {
  level: AreaUnits
  settlement: 'urban' | 'rural' | null
  /** Codes: a unit counts when it or an area above it is named. */
  within: readonly string[] | null
  zones: boolean
  having: { count: Count; bounds: Bounds } | null
}

/** scale × top ÷ bottom lies in the bounds. Without `bottom` a plain count. */
export type Quotient = {
  kind: 'quotient'
  top: Count
  bottom: Count | null
  scale: number
  bounds: Bounds
  /** Top is part of bottom, so that a new record enlarges both. */
  partOfBottom: boolean
  /** A demand on the programme's whole area: lower areas only contribute to it. */
  whole: boolean
}

/** The units' counts, added up and divided by the number of units, lie in the bounds. */
export type Average = { kind: 'average'; top: Count; units: Units; bounds: Bounds }

/** The share of units in which all parts hold lies in the bounds. `each` is a share of at least 1. */
export type Quantified = { kind: 'quantified'; units: Units; parts: readonly RulePart[]; bounds: Bounds }
export type RulePart = { title: string; rule: Rule }

/** The share of organizations that pass, as the tally counted them, lies in the bounds. */
export type OfOrganizations = {
  kind: 'organizations'
  tally: Extract<Tally, { grain: 'organizations' }>
  located: 'urban' | 'rural' | null
  within: readonly string[] | null
  /** What each organization must have; the tally holds it in whole numbers. */
  needed: Bounds
  bounds: Bounds
}

export type Rule = Quotient | Average | Quantified | OfOrganizations

/** All tallies that a rule needs. */
export function talliesOf(rule: Rule): Tally[] {
  if (rule.kind === 'organizations') return [rule.tally]
  if (rule.kind === 'quotient')
    return [rule.top, ...(rule.bottom ? [rule.bottom] : [])].map(({ tally }) => tally)
  const having = rule.units.having ? [rule.units.having.count.tally] : []
  const counted =
    rule.kind === 'average' ? [rule.top.tally] : rule.parts.flatMap((part) => talliesOf(part.rule))
  return [...having, ...counted]
}

/** A demand on every unit: what is missing is then counted in records, not in units. */
export const asksEach = ({ low, strict }: Bounds): boolean => low === 1 && !strict
