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
import { type Answer, type Stage, stateOf } from './naive-state.ts'

export type NaiveAnswer = Answer & { state: string }

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
    return judgeUnits(unitsIn(world, every, area), { low: '1' }, (unit) =>
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
  return judgeUnits(units, share, (unit) => {
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
function judgeUnits(units: readonly string[], share: Range, judge: (unit: string) => Answer): Answer {
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
