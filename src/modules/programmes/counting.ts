// What a plan knows, and how a count in a pack becomes a tally: which facts, filtered how, in which span of days.
import type { Measure, MeasureCatalogue } from '../../kernel/measure.ts'
import { type Day, firstDayOf, yearOf } from '../../kernel/time.ts'
import { resolveFilter } from './filter.ts'
import type { CountedTarget, Filter, Pack } from './pack.ts'
import type { Count } from './rule.ts'
import { type Facts, type Span, tallyOf } from './tally.ts'

export type PlanOptions = {
  asOf: Day
  catalogue: MeasureCatalogue
  /** Names of the measures that have a source. */
  live: ReadonlySet<string>
}

/** `year` is the calendar year under judgement, for targets that are judged year by year. */
export type Context = PlanOptions & { pack: Pack; year?: number }

export const measureOf = ({ catalogue }: PlanOptions, name: string): Measure | undefined =>
  Object.hasOwn(catalogue, name) ? catalogue[name] : undefined

export type Counted = {
  count: string
  where?: Filter | undefined
  located?: 'urban' | 'rural' | undefined
  distinct?: string | undefined
}
type Windowed = { window: CountedTarget['window']; from?: Day | undefined }

export function countOf(
  { count, where, located, distinct }: Counted,
  windowed: Windowed,
  context: Context,
): Count {
  const facts = factsOf(count, where, spanOf(windowed, count, context), context)
  const tally = distinct
    ? tallyOf({ grain: 'distinct', facts, attribute: distinct })
    : tallyOf({ grain: 'sum', facts })
  return { tally, located: located ?? null }
}

export function factsOf(measure: string, where: Filter | undefined, span: Span, context: Context): Facts {
  const known = measureOf(context, measure)
  return { measure, where: known ? resolveFilter(where, known, context.pack) : null, span }
}

/** Facts that last are counted on the day; facts that happened are counted up to it. */
export function spanOf({ window, from }: Windowed, measure: string, context: Context): Span {
  const to = context.asOf
  if (window === 'year') return { from: firstDayOf(context.year ?? yearOf(to)), to }
  if (window === 'sinceStart') return { from: from ?? context.pack.from, to }
  if (typeof window === 'object') return { from: window.since, to }
  return measureOf(context, measure)?.kind === 'stock' ? { on: to } : { from: null, to }
}
