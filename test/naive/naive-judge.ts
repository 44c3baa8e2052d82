// A second, slow way to judge a target: loops over the records, written without the engine. Types only are shared.
import type { Day } from '../../src/kernel/time.ts'
import type { CountedTarget, Need, Pack, Population } from '../../src/modules/programmes/pack.ts'
import {
  below,
  count,
  countBy,
  countWhere,
  existsOn,
  holds,
  isLocated,
  unitsIn,
  type World,
} from './naive-count.ts'
import { inRange, type Range, range } from './naive-range.ts'

export type NaiveAnswer = {
  applies: boolean
  numerator: number
  denominator: number
  met: boolean
  lacking: number
  exceeding: number
  each: { passing: number; total: number; lacking: number; exceeding: number; required: number } | null
  /** What it would lack with nothing. */
  required: number
  state: string
}

/** Judges a target in an area. For `window: year` pass the year; its last day stands for the day asked. */
export function judgeNaively(
  world: World,
  target: CountedTarget,
  area: string,
  year: number | null,
): NaiveAnswer {
  const asOf = year === null ? world.asOf : least(world.asOf, `${year}-12-31`)
  const stages = stagesOf(world.pack, target, year)
  let now = stages.length - 1
  for (let at = stages.length - 1; at >= 0; at--) if ((stages[at] as Stage).by >= asOf) now = at
  const stage = stages[now] as Stage
  const before = stages[now - 1]
  const answer = judgeStage({ ...world, asOf, year }, target, area, stage, target.every ?? null)
  const earlier = before
    ? judgeStage({ ...world, asOf, year }, target, area, before, target.every ?? null)
    : null
  return { ...answer, state: stateOf(world, target, answer, stage, before, earlier, year) }
}

type Stage = { by: string; need: Need | undefined; share: Need | undefined }

function stagesOf(pack: Pack, target: CountedTarget, year: number | null): Stage[] {
  const share = target.judge === 'share' ? target.share : undefined
  if (target.steps)
    return target.steps.map((step) => ({
      by: step.by,
      need: step.need ?? target.need,
      share: step.share ?? share,
    }))
  const due = target.due ?? pack.to
  return [{ by: year === null ? due : least(due, `${year}-12-31`), need: target.need, share }]
}

const least = (a: string, b: string): Day => (a < b ? a : b) as Day
const most = (a: string, b: string): Day => (a > b ? a : b) as Day

type Answer = Omit<NaiveAnswer, 'state'>
const notApplicable: Answer = {
  applies: false,
  numerator: 0,
  denominator: 0,
  met: false,
  lacking: 0,
  exceeding: 0,
  each: null,
  required: 0,
}

function judgeStage(
  world: World,
  target: CountedTarget,
  area: string,
  stage: Stage,
  every: Population | null,
): Answer {
  if (every)
    return judgeUnits(world, unitsIn(world, every, area), { low: '1' }, (unit) =>
      judgeStage(world, target, unit, stage, null),
    )
  switch (target.judge) {
    case 'total':
      if (!target.every && area !== world.pack.area.code) return notApplicable
      return quotient(count(world, target, target, area), 1, range(stage.need), 'add', 1, false)
    case 'average':
      return average(world, target, area, range(stage.need))
    case 'each':
    case 'share':
      return quantified(world, target, area, stage)
    case 'shareOf': {
      const all = countWhere(world, target, area, () => true)
      const part = countWhere(world, target, area, (fact) => holds(world.pack, target.part, fact))
      return quotient(part, all, range(stage.need), 'both', 1, true)
    }
    case 'rate': {
      const bottom = count(world, target.per, target, area)
      return quotient(
        count(world, target, target, area),
        bottom,
        range(stage.need),
        'add',
        target.per.amount,
        true,
      )
    }
    case 'growth': {
      const base = count({ ...world, asOf: least(target.base, world.asOf) }, target, target, area)
      return quotient(count(world, target, target, area), base, range(stage.need), 'add', 1, true)
    }
  }
}

function quantified(
  world: World,
  target: Extract<CountedTarget, { judge: 'each' | 'share' }>,
  area: string,
  stage: Stage,
): Answer {
  const share = target.judge === 'share' ? range(stage.share) : { low: '1' }
  if (target.among.units === 'organization') return organizations(world, target, area, stage, share)
  const units = unitsIn(world, target.among, area)
  return judgeUnits(world, units, share, (unit) => {
    const parts = target.parts ?? [
      { need: stage.need as Need, where: undefined, count: undefined, located: undefined },
    ]
    const answers = parts.map((part) => {
      const own = {
        count: part.count ?? target.count,
        located: part.located ?? (part.count ? undefined : target.located),
        distinct: part.count ? undefined : target.distinct,
      }
      const inner = part.count ? undefined : target.where
      const found = countBy(
        world,
        own,
        target,
        unit,
        (fact) => holds(world.pack, inner, fact) && holds(world.pack, part.where, fact),
      )
      return quotient(found, 1, range(part.need), 'add', 1, false)
    })
    return {
      ...notApplicable,
      applies: true,
      met: answers.every(({ met }) => met),
      lacking: answers.reduce((sum, { lacking }) => sum + lacking, 0),
      exceeding: answers.reduce((sum, { exceeding }) => sum + exceeding, 0),
      required: answers.reduce((sum, { required }) => sum + required, 0),
    }
  })
}

function organizations(
  world: World,
  target: Extract<CountedTarget, { judge: 'each' | 'share' }>,
  area: string,
  stage: Stage,
  share: Range,
): Answer {
  const { settlement, within, where } = target.among
  const found: Answer[] = []
  for (const fact of world.facts) {
    if (fact.measure !== 'organizations' || !existsOn(fact, world.asOf) || !holds(world.pack, where, fact))
      continue
    if (!below(world, fact.area, area) || !isLocated(world, fact.area, settlement)) continue
    if (within && !within.some((code) => below(world, fact.area, code))) continue
    const mine = world.facts.filter(
      (other) => other.organization === fact.organization && other.organization !== null,
    )
    const has = countBy({ ...world, facts: mine }, { count: target.count }, target, null, (other) =>
      holds(world.pack, target.where, other),
    )
    found.push(quotient(has, 1, range(stage.need), 'add', 1, false))
  }
  return shareOfUnits(found, share)
}

/** Judges units one by one; a unit in which there is nothing to judge is none. */
function judgeUnits(
  _world: World,
  units: readonly string[],
  share: Range,
  judge: (unit: string) => Answer,
): Answer {
  return shareOfUnits(
    units.map(judge).filter(({ applies }) => applies),
    share,
  )
}

function shareOfUnits(found: readonly Answer[], share: Range): Answer {
  const passing = found.filter(({ met }) => met).length
  const lacking = found.reduce((sum, each) => sum + each.lacking, 0)
  const exceeding = found.reduce((sum, each) => sum + each.exceeding, 0)
  const required = found.reduce((sum, each) => sum + each.required, 0)
  const each = { passing, total: found.length, lacking, exceeding, required }
  if (found.length === 0) return notApplicable
  const answer = { ...quotient(passing, found.length, share, 'add', 1, true), each }
  return share.low === '1' && !share.strict
    ? { ...answer, met: passing === found.length, lacking, exceeding, required }
    : answer
}

function average(
  world: World,
  target: Extract<CountedTarget, { judge: 'average' }>,
  area: string,
  bounds: Range,
): Answer {
  const units = unitsIn(world, target.among, area)
  if (units.length === 0) return notApplicable
  const found = units.map((unit) => count(world, target, target, unit))
  const answers = found.map((has) => quotient(has, 1, bounds, 'add', 1, false))
  const each = {
    passing: answers.filter(({ met }) => met).length,
    total: units.length,
    lacking: answers.reduce((sum, { lacking }) => sum + lacking, 0),
    exceeding: answers.reduce((sum, { exceeding }) => sum + exceeding, 0),
    required: answers.reduce((sum, { required }) => sum + required, 0),
  }
  return {
    ...quotient(
      found.reduce((a, b) => a + b, 0),
      units.length,
      bounds,
      'add',
      1,
      true,
    ),
    each,
  }
}

/** Looks for the gap by trying 1, 2, 3 … records. `both`: a record enlarges the bottom as well. */
function quotient(
  top: number,
  bottom: number,
  bounds: Range,
  grow: 'add' | 'both',
  scale: number,
  divided: boolean,
): Answer {
  if (divided && bottom === 0) return { ...notApplicable, numerator: top }
  const is = inRange(top, bottom, bounds, scale)
  let lacking = 0
  while (!inRange(top + lacking, grow === 'both' ? bottom + lacking : bottom, bounds, scale).low) {
    if (grow === 'both' && bounds.low === '1') {
      lacking = bottom - top
      break
    }
    lacking++
    if (lacking > 100_000) throw new Error('the gap does not close')
  }
  let exceeding = 0
  while (!inRange(top - exceeding, bottom, bounds, scale).high) exceeding++
  let required = 0
  while (!inRange(required, bottom, bounds, scale).low) required++
  return {
    applies: true,
    numerator: top,
    denominator: bottom,
    met: is.low && is.high,
    lacking,
    exceeding,
    each: null,
    required,
  }
}

function stateOf(
  world: World,
  target: CountedTarget,
  answer: Answer,
  stage: Stage,
  before: Stage | undefined,
  earlier: Answer | null,
  year: number | null,
): string {
  if (!answer.applies) return 'notApplicable'
  if (answer.met) return 'met'
  if (world.asOf > stage.by || (earlier?.applies && !earlier.met)) return 'overdue'
  if (answer.exceeding > 0) return 'behind'
  const low = lowOf(target, stage)
  if (low === null || low <= 0) return 'behind'
  const start =
    year === null ? (target.from ?? world.pack.from) : most(target.from ?? world.pack.from, `${year}-01-01`)
  const [gone, all] = [days(before?.by ?? start, world.asOf), days(before?.by ?? start, stage.by)]
  if (all <= 0 || gone >= all) return 'behind'
  const at = startOf(target, stage, before, low)
  const expected = at + (1 - at) * (Math.max(0, gone) / all)
  return progressOf(target, answer, low) + 1e-9 >= expected ? 'onCourse' : 'behind'
}

/** The share of the demand at which the line begins. */
function startOf(target: CountedTarget, stage: Stage, before: Stage | undefined, low: number): number {
  if (target.every) return 0
  if (!before) return target.judge === 'growth' ? Math.min(1, 1 / low) : 0
  if (target.judge === 'share') return shareStart(Number(range(before.share).low ?? 0), low)
  const [was, is] = [range(before.need).low, range(stage.need).low]
  return is === undefined || Number(is) <= 0 ? 0 : Math.min(1, Number(was ?? 0) / Number(is))
}

/** A share that stays while the need grows begins anew. */
const shareStart = (was: number, low: number): number => (was === low ? 0 : Math.min(1, was / low))

function progressOf(target: CountedTarget, answer: Answer, low: number): number {
  const each = target.every || target.judge === 'each' || (target.judge === 'share' && low === 1)
  if (each)
    return answer.required > 0 ? Math.max(0, (answer.required - answer.lacking) / answer.required) : -1
  const scale = target.judge === 'rate' ? target.per.amount : 1
  return (answer.numerator * scale) / answer.denominator / low
}

function lowOf(target: CountedTarget, stage: Stage): number | null {
  if (target.every || target.judge === 'each') return 1
  const { low } = range(target.judge === 'share' ? stage.share : stage.need)
  return low === undefined ? null : Number(low)
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
