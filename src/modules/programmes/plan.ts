// From a pack and a day to what must be counted, and by which rule each target is judged.

import type { MeasureCatalogue } from '../../kernel/measure.ts'
import { type Day, earlier, firstDayOf, lastDayOf, later, yearOf } from '../../kernel/time.ts'
import { frozen, ruleOf, type Stage, stageBounds } from './compile.ts'
import { type Context, measureOf, type PlanOptions } from './counting.ts'
import type { FigureStep } from './figure.ts'
import type { CountedTarget, Pack, Population, Target } from './pack.ts'
import { type Count, type Rule, talliesOf } from './rule.ts'
import type { Facts, Tally } from './tally.ts'

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
  /** What is demanded of a target that cannot be counted yet; null for one that can, or that a person judges. */
  awaited: Trial | null
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

function planTarget(target: Target, context: Context): PlannedTarget {
  if (target.judge === 'person')
    return { target, missing: [], trials: [], awaited: null, unit: '', counted: '' }
  const missing = measuresOf(target).filter((name) => !context.live.has(name) || !measureOf(context, name))
  const demanded = missing.every((name) => measureOf(context, name)) ? trialsOf(target, context) : []
  const live = missing.length === 0
  const measure = measureOf(context, target.count)
  const counted = target.judge === 'shareOf' ? target.called : (measure?.title ?? '')
  const unit = measure?.unit ?? ''
  return {
    target,
    missing,
    trials: live ? demanded : [],
    awaited: live ? null : (demanded.at(-1) ?? null),
    unit,
    counted,
  }
}

/** The names of all measures that a target counts. */
export function measuresOf(target: CountedTarget): string[] {
  const parts = 'parts' in target ? (target.parts ?? []) : []
  const among = 'among' in target ? target.among : undefined
  const names = [
    ...(parts.length > 0 ? parts.map(({ count }) => count ?? target.count) : [target.count]),
    ...(target.judge === 'rate' ? [target.per.count] : []),
    ...(target.judge === 'growth' && target.base === 'census' ? [frozen] : []),
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
  const first = yearOf(from)
  const last = Math.max(first, Math.min(yearOf(context.asOf), yearOf(dueOf(target, context))))
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return years.map((year) => yearTrial(target, context, from, year))
}

const dueOf = (target: CountedTarget, { pack }: Context): Day => target.due ?? pack.to

/** A calendar year is judged on its last day, or on the target's if that comes first. */
function yearTrial(target: CountedTarget, context: Context, from: Day, year: number): Trial {
  const start = later(from, firstDayOf(year))
  const due = earlier(dueOf(target, context), lastDayOf(year))
  const asOf = earlier(context.asOf, lastDayOf(year))
  return { ...trialOf({ ...target, due }, { ...context, asOf, year }, start), year }
}

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

/** The straight line starts where the step before left off; growth starts from what there was. */
function lineStart(target: CountedTarget, before: Stage | undefined, now: Stage): number {
  if (target.every) return 0
  const low = stageBounds(now).low ?? 0
  const start = before ? (stageBounds(before).low ?? 0) : target.judge === 'growth' ? 1 : 0
  const sameShare = before?.share !== undefined && start === low
  return low > 0 && !sameShare ? Math.min(1, start / low) : 0
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
