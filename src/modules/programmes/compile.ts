// Translates what a target demands into a rule that can be computed, and what it counts into tallies.
import { type Day, earlier } from '../../kernel/time.ts'
import { type Context, type Counted, countOf, factsOf, spanOf } from './counting.ts'
import { type Bounds, bounds, boundsOf } from './need.ts'
import type { CountedTarget, Filter, Having, Need, Part, Population } from './pack.ts'
import type { Count, Rule, RulePart, Units } from './rule.ts'
import { tallyOf } from './tally.ts'

/** One threshold with its date, as written; a target without steps has one. */
export type Stage = { by: Day; need: Need | undefined; share: Need | undefined }

const anything = bounds(null)
const allOfThem = bounds(1)

const read = (need: Need | undefined, otherwise: Bounds): Bounds => (need && boundsOf(need)) ?? otherwise

export const stageBounds = ({ need, share }: Stage): Bounds =>
  share ? read(share, allOfThem) : read(need, anything)

/** The rule of a target at one of its stages. */
export function ruleOf(target: CountedTarget, stage: Stage, context: Context): Rule {
  const rule = innerRule(target, stage, context)
  if (!target.every) return rule
  return {
    kind: 'quantified',
    units: unitsOf(target.every, context),
    parts: [{ title: target.title, rule }],
    bounds: allOfThem,
  }
}

function innerRule(target: CountedTarget, stage: Stage, context: Context): Rule {
  const need = read(stage.need, anything)
  switch (target.judge) {
    case 'total':
      return { ...quotient(countOf(target, target, context), need), whole: true }
    case 'average':
      return {
        kind: 'average',
        top: countOf(target, target, context),
        units: unitsOf(target.among, context),
        bounds: need,
      }
    case 'each':
      return quantify(target, stage, allOfThem, context)
    case 'share':
      return quantify(target, stage, read(stage.share, allOfThem), context)
    case 'shareOf':
      return shareRule(target, need, context)
    case 'rate':
      return rateRule(target, need, context)
    case 'growth':
      return growthRule(target, need, context)
  }
}

const quotient = (top: Count, needed: Bounds) =>
  ({
    kind: 'quotient',
    top,
    bottom: null,
    scale: 1,
    bounds: needed,
    partOfBottom: false,
    whole: false,
  }) as const

type Quantifying = Extract<CountedTarget, { judge: 'each' | 'share' }>

function quantify(target: Quantifying, stage: Stage, share: Bounds, context: Context): Rule {
  if (target.among.units === 'organization') return ofOrganizations(target, stage, share, context)
  return {
    kind: 'quantified',
    units: unitsOf(target.among, context),
    parts: partsOf(target, stage, context),
    bounds: share,
  }
}

function partsOf(target: Quantifying, stage: Stage, context: Context): RulePart[] {
  if (!target.parts) return [partOf(target.title, countOf(target, target, context), stage.need)]
  return target.parts.map((part) =>
    partOf(part.title, countOf(partCounted(target, part), target, context), part.need),
  )
}

/** A part narrows the target's own count, unless it counts something else. */
function partCounted(target: Quantifying, part: Part): Counted {
  if (part.count !== undefined) return { ...part, count: part.count }
  const { count, distinct } = target
  return { count, distinct, where: andOf(target.where, part.where), located: part.located ?? target.located }
}

const partOf = (title: string, count: Count, need: Need | undefined): RulePart => ({
  title,
  rule: quotient(count, read(need, anything)),
})

function andOf(...filters: (Filter | undefined)[]): Filter | undefined {
  const all = filters.filter((filter) => filter !== undefined && Object.keys(filter).length > 0) as Filter[]
  return all.length > 1 ? { all } : all[0]
}

function ofOrganizations(target: Quantifying, stage: Stage, share: Bounds, context: Context): Rule {
  const { where, settlement, within } = target.among
  const needed = read(stage.need, anything)
  const { low, strict, high } = needed
  const tally = tallyOf({
    grain: 'organizations',
    population: factsOf('organizations', where, { on: context.asOf }, context),
    facts: factsOf(target.count, target.where, spanOf(target, target.count, context), context),
    atLeast: low === null ? null : strict ? Math.floor(low) + 1 : Math.ceil(low),
    atMost: high === null ? null : Math.floor(high),
  })
  return {
    kind: 'organizations',
    tally,
    located: settlement ?? null,
    within: within ?? null,
    needed,
    bounds: share,
  }
}

/** Part of the records against all of them: the part satisfies both filters, so it can never exceed the whole. */
function shareRule(
  target: Extract<CountedTarget, { judge: 'shareOf' }>,
  need: Bounds,
  context: Context,
): Rule {
  const top = countOf({ ...target, where: andOf(target.where, target.part) }, target, context)
  return { ...quotient(top, need), bottom: countOf(target, target, context), partOfBottom: true }
}

function rateRule(target: Extract<CountedTarget, { judge: 'rate' }>, need: Bounds, context: Context): Rule {
  const { amount, ...per } = target.per
  const bottom = countOf(per, target, context)
  return { ...quotient(countOf(target, target, context), need), bottom, scale: amount }
}

function growthRule(
  target: Extract<CountedTarget, { judge: 'growth' }>,
  need: Bounds,
  context: Context,
): Rule {
  return { ...quotient(countOf(target, target, context), need), bottom: baseOf(target, context) }
}

/** What there was: on a day, as the register knows it today; or as the first census since the start froze it. */
function baseOf(target: Extract<CountedTarget, { judge: 'growth' }>, context: Context): Count {
  const { base, from } = target
  if (base === 'census') return countOf({ ...target, count: frozen }, { window: 'sinceStart', from }, context)
  return countOf(target, target, { ...context, asOf: earlier(base, context.asOf) })
}

/** The measure of what censuses found. */
export const frozen = 'censusOrganizations'

function unitsOf(population: Population, context: Context): Units {
  const { units, settlement, within, zones, having } = population
  return {
    level: units === 'organization' ? 'community' : units,
    settlement: settlement ?? null,
    within: within ?? null,
    zones,
    having: having ? havingOf(having, context) : null,
  }
}

const havingOf = (having: Having, context: Context) => ({
  count: countOf(having, { window: 'asOf' }, context),
  bounds: read(having.need, bounds(1)),
})
