// The targets that count a measure, as they stand where the reader works: for pages about the records behind them.
import type { Context } from '../../../platform/context.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import type { CountingTarget } from '../programmes-api.ts'
import { standings } from './home.ts'
import { rowsAt } from './programme-view.ts'
import type { Chosen } from './standing.ts'

/** `area`: one that the reader may see; without one, that of the first posting. */
export async function countingTargets(
  ctx: Context,
  sources: MeasureSources,
  { measure, area }: { measure: string; area?: string | undefined },
): Promise<CountingTarget[]> {
  const code = area ?? ctx.who.postings[0]?.area
  const views = code ? await standings(ctx, sources, code, counts(measure)) : []
  return views.flatMap(({ place, standing }) => {
    const { code, name, level } = place.area
    const where = { programme: place.programme.id, programmeTitle: standing.plan.pack.title }
    return rowsAt(ctx, standing, code).map((row) => ({ ...row, ...where, area: { code, name, level } }))
  })
}

const counts =
  (measure: string): Chosen =>
  (target) =>
    'count' in target && target.count === measure
