// From a pack and a day to what must be counted, and by which rule each target is judged.
import type { Measure, MeasureCatalogue } from '../../kernel/measure.ts'
import { type Day, earlier, firstDayOf, lastDayOf, later, yearOf } from '../../kernel/time.ts'
import type { FigureStep } from './figure.ts'
import { resolveFilter } from './filter.ts'
import { type Bounds, bounds, boundsOf } from './need.ts'
import type { CountedTarget, Filter, Having, Need, Pack, Part, Population, Target } from './pack.ts'
import { type Count, type Rule, type RulePart, talliesOf, type Units } from './rule.ts'
import { type Facts, type Span, type Tally, tallyOf } from './tally.ts'

/** A target against one deadline: the whole of it, or one calendar year. */
export type Trial = {
  year: number | null
  rule: Rule
  /** Also the bounds that already had to hold (an earlier step); failing them is overdue. */
  passed: Rule | null
  steps: FigureStep[]
  from: Day
  due: Day
  /** The straight line starts here, at this share of the demand. */
  line: { from: Day; at: number }
}

export type PlannedTarget = {
  target: Target
  /** Measures without a live source: the target is not collected. */
  missing: string[]
  /** One, or one per calendar year, oldest first; none when judged by a person or not collected. */
  trials: Trial[]
  /** Unit of the measure. */
  unit: string
  /** What is counted, in words. */
  counted: string
}

export type Plan = {
  pack: Pack
  asOf: Day
  catalogue: MeasureCatalogue
  targets: PlannedTarget[]
  /** What the database is asked: no count twice. */
  tallies: Tally[]
}

export type PlanOptions = {
  asOf: Day
  catalogue: MeasureCatalogue
  /** Names of the measures that have a source. */
  live: ReadonlySet<string>
}

/**
 * What must be counted to judge every target of a checked pack as of a day, and how it will be judged. Which
 * measures have a source is the caller's knowledge; targets that need others ask for nothing.
 */
export function plan(pack: Pack, options: PlanOptions): Plan {
  const targets = pack.targets.map((target) => planTarget(target, { pack, ...options }))
  const tallies = targets.flatMap(({ trials }) => trials.flatMap(talliesOfTrial))
  const unique = [...new Map(tallies.map((each) => [each.id, each])).values()]
  return { pack, asOf: options.asOf, catalogue: options.catalogue, targets, tallies: unique }
}

const talliesOfTrial = ({ rule, passed }: Trial): Tally[] => [
  ...talliesOf(rule),
  ...(passed ? talliesOf(passed) : []),
]

type Context = PlanOptions & { pack: Pack }

function planTarget(target: Target, context: Context): PlannedTarget {
  if (target.judge === 'person') return { target, missing: [], trials: [], unit: '', counted: '' }
  const missing = measuresOf(target).filter((name) => !context.live.has(name) || !measureOf(context, name))
  const trials = missing.length > 0 ? [] : trialsOf(target, context)
  const measure = measureOf(context, target.count)
  const counted = target.judge === 'shareOf' ? target.called : (measure?.title ?? '')
  return { target, missing, trials, unit: measure?.unit ?? '', counted }
}

const measureOf = ({ catalogue }: PlanOptions, name: string): Measure | undefined =>
  Object.hasOwn(catalogue, name) ? catalogue[name] : undefined

/** The names of all measures that a target counts. */
export function measuresOf(target: CountedTarget): string[] {
  const parts = 'parts' in target ? (target.parts ?? []) : []
  const among = 'among' in target ? target.among : undefined
  const names = [
    ...(parts.length > 0 ? parts.map(({ count }) => count ?? target.count) : [target.count]),
    ...(target.judge === 'rate' ? [target.per.count] : []),
    ...[among, target.every].flatMap((population) => (population ? measuresOfPopulation(population) : [])),
  ]
  return [...new Set(names)]
}

const measuresOfPopulation = ({ units, having }: Population): string[] => [
  ...(units === 'organization' ? ['organizations'] : []),
  ...(having ? [having.count] : []),
]

function trialsOf(target: CountedTarget, context: Context): Trial[] {
  const from = target.from ?? context.pack.from
  if (target.window !== 'year') return [trialOf(target, context, from)]
  const last = Math.min(yearOf(context.asOf), yearOf(dueOf(target, context)))
  const first = Math.min(yearOf(from), last)
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return years.map((year) => yearTrial(target, context, from, year))
}

const dueOf = (target: CountedTarget, { pack }: Context): Day => target.due ?? pack.to

/** A calendar year is judged on its last day, or on the target's if that comes first. */
function yearTrial(target: CountedTarget, context: Context, from: Day, year: number): Trial {
  const start = later(from, firstDayOf(year))
  const due = earlier(dueOf(target, context), lastDayOf(year))
  const asOf = earlier(context.asOf, lastDayOf(year))
  return { ...trialOf({ ...target, due }, { ...context, asOf }, start), year }
}

/** One threshold with its date, as written; a target without steps has one. */
type Stage = { by: Day; need: Need | undefined; share: Need | undefined }

function trialOf(target: CountedTarget, context: Context, from: Day): Trial {
  const stages = stagesOf(target, context)
  const ahead = stages.findIndex(({ by }) => by >= context.asOf)
  const at = ahead < 0 ? stages.length - 1 : ahead
  const [before, now] = [stages[at - 1], stages[at] as Stage]
  return {
    year: null,
    rule: ruleOf(target, now, context),
    passed: before ? ruleOf(target, before, context) : null,
    steps: stages.map((stage, each) => ({ by: stage.by, bounds: stageBounds(stage), inForce: each === at })),
    from,
    due: now.by,
    line: { from: before?.by ?? from, at: lineStart(target, before, now) },
  }
}

function stagesOf(target: CountedTarget, context: Context): Stage[] {
  const need = target.need
  const share = target.judge === 'share' ? target.share : undefined
  if (!target.steps) return [{ by: dueOf(target, context), need, share }]
  return target.steps.map((step) => ({ by: step.by, need: step.need ?? need, share: step.share ?? share }))
}

const anything = bounds(null)
const allOfThem = bounds(1)

const read = (need: Need | undefined, otherwise: Bounds): Bounds => (need && boundsOf(need)) ?? otherwise

const stageBounds = ({ need, share }: Stage): Bounds =>
  share ? read(share, allOfThem) : read(need, anything)

/** The straight line starts where the step before left off; growth starts from what there was. */
function lineStart(target: CountedTarget, before: Stage | undefined, now: Stage): number {
  if (target.every) return 0
  const low = stageBounds(now).low ?? 0
  const start = before ? (stageBounds(before).low ?? 0) : target.judge === 'growth' ? 1 : 0
  const sameShare = before?.share !== undefined && start === low
  return low > 0 && !sameShare ? Math.min(1, start / low) : 0
}

function ruleOf(target: CountedTarget, stage: Stage, context: Context): Rule {
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
  const bottom = countOf(target, target, { ...context, asOf: earlier(target.base, context.asOf) })
  return { ...quotient(countOf(target, target, context), need), bottom }
}

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

type Counted = {
  count: string
  where?: Filter | undefined
  located?: 'urban' | 'rural' | undefined
  distinct?: string | undefined
}
type Windowed = { window: CountedTarget['window']; from?: Day | undefined }

function countOf({ count, where, located, distinct }: Counted, windowed: Windowed, context: Context): Count {
  const facts = factsOf(count, where, spanOf(windowed, count, context), context)
  const tally = distinct
    ? tallyOf({ grain: 'distinct', facts, attribute: distinct })
    : tallyOf({ grain: 'sum', facts })
  return { tally, located: located ?? null }
}

function factsOf(measure: string, where: Filter | undefined, span: Span, context: Context): Facts {
  const known = measureOf(context, measure)
  return { measure, where: known ? resolveFilter(where, known, context.pack) : null, span }
}

/** Facts that last are counted on the day; facts that happened are counted up to it. */
function spanOf({ window, from }: Windowed, measure: string, context: Context): Span {
  const to = context.asOf
  if (window === 'year') return { from: firstDayOf(yearOf(to)), to }
  if (window === 'sinceStart') return { from: from ?? context.pack.from, to }
  if (typeof window === 'object') return { from: window.since, to }
  return measureOf(context, measure)?.kind === 'stock' ? { on: to } : { from: null, to }
}

/** The facts that a target's own figure counts (not its population or denominator): to list the records behind it. */
export function factsBehind(planned: PlannedTarget): { facts: Facts; located: Count['located'] }[] {
  const rule = planned.trials.at(-1)?.rule
  return rule ? factsOfRule(rule) : []
}

function factsOfRule(rule: Rule): { facts: Facts; located: Count['located'] }[] {
  if (rule.kind === 'quantified') return rule.parts.flatMap((part) => factsOfRule(part.rule))
  if (rule.kind === 'organizations') return [{ facts: rule.tally.facts, located: rule.located }]
  return [{ facts: rule.top.tally.facts, located: rule.top.located }]
}
