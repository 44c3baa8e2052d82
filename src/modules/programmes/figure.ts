// The answer to "where does this target stand": one shape for every target, area and day.
import type { Day } from '../../kernel/time.ts'
import type { AreaCode } from '../areas/area.ts'
import type { Bounds } from './need.ts'
import type { Judge, Population } from './pack.ts'

/**
 * `met`; `onCourse`: not yet, but at or above the linear pace; `behind` that pace; `overdue`: the date has passed;
 * `notCollected`: the measure has no source; `judged`: a person decides (see `verdict`); `notApplicable`: see `because`.
 */
export type State = 'met' | 'onCourse' | 'behind' | 'overdue' | 'notCollected' | 'judged' | 'notApplicable'

/**
 * Why a target does not apply to an area. `noUnits`: no unit of the population lies in it; `contributes`: the demand
 * is on an upper area and this one adds its part (`numerator`); `noBase`: nothing to divide by.
 */
export type Because = 'noUnits' | 'contributes' | 'noBase'

/** How value, numerator and denominator read: `count` 12, `units` 16 / 20, `average` 932 ÷ 88, `ratio` 60%. */
export type Shape = 'count' | 'units' | 'average' | 'shareOf' | 'rate' | 'growth' | 'person'

/** A person's judgement of a target in an area; the newest on or before the day asked. */
export type Verdict = {
  result: 'met' | 'onCourse' | 'behind'
  on: Day
  by?: string
  evidence?: string
  id?: string
  /** Name of the paper behind it. */
  file?: string | null
}

/** Counts of `units` read one by one: for averages too, so that a page can switch average / each. */
export type EachReading = {
  passing: number
  total: number
  /** What all failing units lack together, in the unit of the measure. */
  lacking: number
  exceeding: number
  /** What all units must have together to pass. */
  required: number
}

export type Gap = {
  /** What is missing, in `unit`. Infinity when no number of records can mend it. */
  quantity: number
  /** What is too much (ranges and ceilings), in `unit`. */
  exceeding: number
  unit: string
  /** Units that fail, of the population's kind; null when the target does not look at units. */
  units: number | null
}

export type LeftOut = {
  /** Quantity recorded with an area that is no unit of the population's level: above it, or virtual. */
  records: number
  /** Communities whose settlement nobody knows, when the target asks for it. */
  unknownSettlement: number
  /** Virtual divisions of the population's level (segments 498 and 598). */
  virtual: number
  /** Development zones of that level, when the target does not count them as units. */
  zones: number
}

/** One threshold with its date; `inForce` is the one that the state refers to. */
export type FigureStep = { by: Day; bounds: Bounds; inForce: boolean }

export type YearFigure = Pick<Figure, 'state' | 'numerator' | 'denominator' | 'value' | 'gap' | 'due'> & {
  year: number
}

export type Figure = {
  target: string
  area: AreaCode
  asOf: Day
  judge: Judge
  shape: Shape
  state: State
  because: Because | null
  /** Unit of the measure (个, 人次), as the gap is counted in. */
  unit: string
  /** What is counted: 社区社会组织, or the part of it that a share is asked of. */
  counted: string
  /** What is counted in a population: 个社区, 个县（市、区）, 个组织; null without one. */
  unitWord: string | null
  population: Population | null
  /** numerator ÷ denominator (× `scale` for a rate); null when nothing can be said. */
  value: number | null
  numerator: number | null
  /** Null for a plain count. */
  denominator: number | null
  /** Rates are per this many: 100 households. Otherwise 1. */
  scale: number
  /** What `value` must lie in, by the step in force. For `units`: of the share. */
  bounds: Bounds | null
  /** What each unit must lie in, for `each`, `share` and the each-reading of an average. Null with parts. */
  unitBounds: Bounds | null
  steps: FigureStep[]
  from: Day
  due: Day
  /**
   * How much of the demand is covered, 0 to 1: for a demand on each unit the share of all that is required, so that
   * units half way count half; otherwise value ÷ threshold. Null when the demand has no low end.
   */
  progress: number | null
  /** Where `progress` would be on that day on a straight line from `from` to `due`; null when there is no line. */
  expected: number | null
  gap: Gap | null
  each: EachReading | null
  leftOut: LeftOut
  /** For `window: year`: every calendar year so far; the figure itself is of the last one. */
  years: YearFigure[] | null
  /** For the last year of `years`, otherwise null. */
  year: number | null
  verdict: Verdict | null
}

/** One unit that holds a target back. */
export type Failing = {
  code: AreaCode
  name: string
  /** What it has; for several parts the sum. */
  has: number
  lacking: number
  exceeding: number
  parts: PartCount[] | null
}

/** One part of a composed target in one area. */
export type PartCount = { title: string; has: number; lacking: number; exceeding: number }
