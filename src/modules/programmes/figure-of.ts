// One figure: a target's columns read at one area, with its state, gap and pace.
import { type Columns, columnsOf, type Lack, lackAt, requiredAt } from './columns.ts'
import type { Because, Figure, Gap, LeftOut, Verdict, YearFigure } from './figure.ts'
import { populationOf, shapeOf, wordOf } from './figure-shape.ts'
import type { Bounds } from './need.ts'
import { expectedOn, stateOf } from './pace.ts'
import type { Target } from './pack.ts'
import type { Plan, PlannedTarget, Trial } from './plan.ts'
import type { World } from './population.ts'
import { asksEach, type Rule } from './rule.ts'
import type { AreaUnit } from './tree.ts'

/** Judgements of persons: by target id, then by area code, the newest on or before the day asked. */
export type Verdicts = ReadonlyMap<string, ReadonlyMap<string, Verdict>>

/** Which area of which world a figure is asked for. */
export type Place = { plan: Plan; world: World; verdicts: Verdicts; at: number }

export function figureOf(planned: PlannedTarget, place: Place): Figure {
  const blank = blankFigure(planned, place)
  if (planned.target.judge === 'person') return { ...blank, ...personal(planned.target, blank, place) }
  const last = planned.trials.at(-1)
  if (!last) return { ...blank, ...(planned.awaited ? termsOf(planned.awaited) : {}), state: 'notCollected' }
  const years =
    last.year === null ? null : planned.trials.map((trial) => yearOf(blank, trial, planned, place))
  return { ...blank, ...tried(blank, last, planned, place), years, year: last.year }
}

function personal({ id }: Target, { area }: Figure, { verdicts }: Place): Partial<Figure> {
  return { state: 'judged', verdict: verdicts.get(id)?.get(area) ?? null }
}

function blankFigure({ target, unit, counted }: PlannedTarget, { plan, world, at }: Place): Figure {
  return {
    target: target.id,
    area: (world.tree.units[at] as AreaUnit).code,
    asOf: plan.asOf,
    judge: target.judge,
    shape: shapeOf(target),
    state: 'notApplicable',
    because: null,
    unit,
    counted,
    unitWord: wordOf(populationOf(target)),
    population: populationOf(target),
    value: null,
    numerator: null,
    denominator: null,
    scale: target.judge === 'rate' ? target.per.amount : 1,
    bounds: null,
    unitBounds: null,
    steps: [],
    from: target.from ?? plan.pack.from,
    due: target.due ?? plan.pack.to,
    progress: null,
    expected: null,
    gap: null,
    each: null,
    leftOut: nothingLeftOut,
    years: null,
    year: null,
    verdict: null,
  }
}

const nothingLeftOut: LeftOut = { records: 0, unknownSettlement: 0, virtual: 0, zones: 0 }

function yearOf(blank: Figure, trial: Trial, planned: PlannedTarget, place: Place): YearFigure {
  const { state, numerator, denominator, value, gap, due } = {
    ...blank,
    ...tried(blank, trial, planned, place),
  }
  return { year: trial.year as number, state, numerator, denominator, value, gap, due }
}

function tried(
  blank: Figure,
  trial: Trial,
  planned: PlannedTarget,
  { plan, world, at }: Place,
): Partial<Figure> {
  const columns = columnsOf(trial.rule, world)
  const base = { ...quotientAt(trial.rule, columns, at), ...termsOf(trial) }
  const leftOut = columns.left ? readAt(columns.left, at) : blank.leftOut
  const because = whyNotJudged(trial.rule, columns, world, at)
  if (because) return { ...base, because, leftOut }
  const lack = lackAt(trial.rule, columns, at)
  const progress = progressOf(trial.rule, columns, lack, base.value as number, at)
  const found = {
    met: isMet(lack),
    passedMet: passedMet(trial.passed, world, at),
    progress,
    exceeds: lack.exceeding > 0,
  }
  return {
    ...base,
    leftOut,
    progress,
    state: stateOf(trial, found, plan.asOf),
    expected: expectedOn(trial, plan.asOf),
    gap: gapOf(trial.rule, lack, columns, planned, at),
    each: columns.each ? readAt(columns.each, at) : null,
  }
}

/** Never 1 before the demand is met: 0.999 of it is not all of it. */
function progressOf(rule: Rule, columns: Columns, lack: Lack, value: number, at: number): number | null {
  if (isMet(lack)) return 1
  const share = coveredShare(rule, columns, lack, value, at)
  return share === null ? null : Math.min(Math.max(0, share), 1 - Number.EPSILON)
}

function coveredShare(
  rule: Rule,
  columns: Columns,
  { lacking }: Lack,
  value: number,
  at: number,
): number | null {
  const { low } = rule.bounds
  if (low === null || low <= 0) return null
  if (rule.kind === 'quotient' || rule.kind === 'average' || !asksEach(rule.bounds)) return value / low
  const required = requiredAt(rule, columns, at)
  return required > 0 ? (required - lacking) / required : null
}

const isMet = ({ lacking, exceeding }: Lack): boolean => lacking === 0 && exceeding === 0

function passedMet(rule: Rule | null, world: World, at: number): boolean {
  if (!rule) return true
  const columns = columnsOf(rule, world)
  return columns.bottom[at] === 0 || isMet(lackAt(rule, columns, at))
}

function whyNotJudged(rule: Rule, { bottom }: Columns, world: World, at: number): Because | null {
  if (rule.kind === 'quotient' && rule.whole && at !== world.programme) return 'contributes'
  if (bottom[at] !== 0) return null
  return rule.kind === 'quotient' ? 'noBase' : 'noUnits'
}

function quotientAt(
  rule: Rule,
  { top, bottom }: Columns,
  at: number,
): Pick<Figure, 'value' | 'numerator' | 'denominator'> {
  const [numerator, denominator] = [top[at] as number, bottom[at] as number]
  if (rule.kind !== 'quotient')
    return { numerator, denominator, value: denominator ? numerator / denominator : null }
  const value = denominator ? (numerator * rule.scale) / denominator : null
  return { numerator, denominator: rule.bottom ? denominator : null, value }
}

function termsOf({ rule, steps, from, due }: Trial): Partial<Figure> {
  return { bounds: rule.bounds, unitBounds: unitBoundsOf(rule), steps, from, due }
}

/** What one unit must have. With several parts there is no single bound. */
function unitBoundsOf(rule: Rule): Bounds | null {
  if (rule.kind === 'average') return rule.bounds
  if (rule.kind === 'quantified') return rule.parts.length === 1 ? (rule.parts[0]?.rule.bounds ?? null) : null
  return rule.kind === 'organizations' ? rule.needed : null
}

function gapOf(rule: Rule, lack: Lack, columns: Columns, planned: PlannedTarget, at: number): Gap {
  const units = columns.each
    ? (columns.each.total[at] as number) - (columns.each.passing[at] as number)
    : null
  return { quantity: lack.lacking, exceeding: lack.exceeding, unit: gapUnit(rule, planned), units }
}

/** Records for a demand on each; units for a demand on a share of them. */
function gapUnit(rule: Rule, { target, unit }: PlannedTarget): string {
  if (rule.kind === 'quotient' || rule.kind === 'average') return unit
  if (!asksEach(rule.bounds)) return wordOf(populationOf(target)) ?? unit
  const inner = rule.kind === 'quantified' ? rule.parts[0]?.rule : undefined
  if (inner && (inner.kind === 'quantified' || inner.kind === 'organizations') && !asksEach(inner.bounds)) {
    return wordOf('among' in target ? target.among : null) ?? unit
  }
  return unit
}

type Read<T> = { [K in keyof T]: number }

function readAt<T extends { [key: string]: Float64Array }>(columns: T, at: number): Read<T> {
  return Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column[at]])) as Read<T>
}
