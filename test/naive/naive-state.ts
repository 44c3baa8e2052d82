// The state of a target for the naive recount: met, overdue, on course or behind a straight line.
import type { CountedTarget, Need } from '../../src/modules/programmes/pack.ts'
import type { World } from './naive-count.ts'
import { range } from './naive-range.ts'

/** What was found for a target in an area. */
export type Answer = {
  applies: boolean
  numerator: number
  denominator: number
  met: boolean
  lacking: number
  exceeding: number
  each: { passing: number; total: number; lacking: number; exceeding: number; required: number } | null
  /** What it would lack with nothing. */
  required: number
}

export type Stage = { by: string; need: Need | undefined; share: Need | undefined }

export function stateOf(
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

const most = (a: string, b: string): string => (a > b ? a : b)
