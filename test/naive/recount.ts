// What the front door would have to say of a planted world, recounted naively from its rows; and its words read back.
import { type Day, yearOf } from '../../src/kernel/time.ts'
import { type CountedTarget, type Need, Pack } from '../../src/modules/programmes/pack.ts'
import type { TargetRow } from '../../src/modules/programmes/programmes-api.ts'
import type { Fact } from './facts.ts'
import { judgeNaively, type NaiveAnswer } from './naive-judge.ts'
import { type Planted, whole } from './planted.ts'
import { packOf } from './worlds.ts'

/** The target of a row, as the pack says it. */
export const targetIn = (world: Planted, id: string): CountedTarget =>
  packWith(world.targets[Number(id.slice(1))] as object).targets[0] as CountedTarget

const packWith = (target: object): Pack => Pack.parse(packOf({ ...target, id: 'target' }))

/** The day on which a target is judged: of calendar years the last of its year. */
function dayOf(pack: Pack, target: CountedTarget, asOf: Day): { day: Day; year: number | null } {
  if (target.window !== 'year') return { day: asOf, year: null }
  const year = Math.min(yearOf(asOf), yearOf(target.due ?? pack.to))
  return { day: asOf > `${year}-12-31` ? (`${year}-12-31` as Day) : asOf, year }
}

const always = () => true

function judged(
  world: Planted,
  facts: readonly Fact[],
  given: object,
  place: { area: string; asOf: Day },
  keep: (fact: Fact, day: Day) => boolean = always,
): NaiveAnswer {
  const pack = packWith(given)
  const target = pack.targets[0] as CountedTarget
  const { day, year } = dayOf(pack, target, place.asOf)
  const known = (target.window === 'asOf' ? facts : whole(facts, day)).filter((fact) => keep(fact, day))
  const naive = {
    pack,
    areas: world.areas,
    facts: known,
    asOf: place.asOf,
    stock: new Set(['organizations']),
  }
  return judgeNaively(naive, target, place.area, year)
}

/** The numbers that a row would have to say. */
export function recounted(world: Planted, facts: readonly Fact[], row: TargetRow, area: string, asOf: Day) {
  const given = world.targets[Number(row.target.slice(1))] as object
  const answer = judged(world, facts, given, { area, asOf })
  const { state, numerator, denominator, lacking, exceeding, each } = answer
  if (state === 'notApplicable') return { state }
  return {
    ...{ state, numerator, lacking, exceeding },
    denominator: isQuotient(row) ? denominator : 1,
    each: row.each && each ? [each.passing, each.total] : null,
  }
}

/** How many records a target without parts counts in an area, whatever it demands of them. */
export function recordsIn(
  world: Planted,
  facts: readonly Fact[],
  target: CountedTarget,
  place: { area: string; asOf: Day },
): number {
  const keep =
    'among' in target && target.among.units === 'organization' ? population(world, target.among) : always
  return judged(world, facts, countingOnly(target), place, keep).numerator
}

/** Demands nothing: shares as they are, units summed up as an average is, everything else as a rate. */
function countingOnly({ every: _, ...target }: CountedTarget): object {
  const { count, window, from, where, located } = target
  const wording = {
    title: '目标',
    clause: '一',
    quote: '原文',
    need: { atLeast: 0 },
    ...(from ? { from } : {}),
  }
  if (target.judge === 'shareOf') return { ...target, ...wording, steps: undefined }
  const plain = { ...wording, count, window, where, located }
  if (!('among' in target)) return { ...plain, judge: 'rate', per: { count } }
  const { among } = target
  if (among.units !== 'organization') return { ...plain, judge: 'average', among }
  const both = { all: [among.where ?? {}, where ?? {}] }
  return { ...plain, judge: 'rate', per: { count }, where: both, located: among.settlement }
}

/** Organizations that exist on the day, in the areas named. */
function population({ areas }: Planted, { within }: { within?: readonly string[] | undefined }) {
  const isBelow = (code: string | null): boolean =>
    code !== null &&
    (within?.includes(code) || isBelow(areas.find((area) => area.code === code)?.parent ?? null))
  return ({ from, until, area }: Fact, day: Day): boolean =>
    from <= day && (until === null || until > day) && (within === undefined || isBelow(area))
}

/** Whether one more organization can only raise it: floors, no shares of changing wholes, no conditions on units. */
export function onlyRises(target: CountedTarget): boolean {
  if (target.every || ('among' in target && target.among.having)) return false
  if (target.judge !== 'each' && target.judge !== 'share') return true
  const needs = [target.need, ...(target.steps ?? []).map(({ need }) => need)]
  const inner = [...needs, ...(target.parts ?? []).map(({ need }) => need)]
  return inner.every((need) => !need || isFloor(need))
}

const isFloor = ({ atLeast, moreThan, orMore }: Need): boolean =>
  atLeast !== undefined || moreThan !== undefined || orMore === true

// ——— words back into numbers

const isQuotient = ({ value, detail }: TargetRow): boolean => detail !== null || value.includes(' · ')

/** The numbers of a row, read out of its words as a person would. */
export function said(row: TargetRow) {
  if (row.state === 'notApplicable') return { state: row.state }
  const [numerator, denominator] = numbersOf(row)
  const [lacking, exceeding] = gapOf(row.gap)
  return {
    ...{ state: row.state, numerator, denominator, lacking, exceeding },
    each: row.each && [row.each.passing, row.each.total],
  }
}

/** "16 / 20 · 80%", "932 ÷ 88" or "12 / 20 个": what there is, and of how many. */
export function numbersOf({ value, detail }: TargetRow): [number, number] {
  const words = ungrouped(detail ?? value)
  const found = (detail ? /^(\d+) ÷ (\d+)/ : /^(\d+) \/ (\d+) ·/).exec(words)
  return found ? [Number(found[1]), Number(found[2])] : [Number(/^\d+/.exec(words)?.[0]), 1]
}

const ungrouped = (words: string): string => words.replaceAll(/(?<=\d),(?=\d{3})/g, '')

function gapOf(gap: string): [number, number] {
  const words = ungrouped(gap)
  if (words.includes('靠增加数量达不到')) return [Number.POSITIVE_INFINITY, 0]
  const lacking = /(?:还差|再增加) (\d+)/.exec(words)?.[1]
  return [Number(lacking ?? 0), Number(/多出 (\d+)/.exec(words)?.[1] ?? 0)]
}
