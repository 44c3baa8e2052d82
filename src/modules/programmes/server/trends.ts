// How far each target was reached over time, computed for a few days from the dated record.
import { addDays, type Day, daysBetween } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import type { Standing } from '../judge.ts'
import { reachedShare } from '../words.ts'
import type { Place } from './place.ts'
import { standingAt } from './programme-view.ts'

const most = 9

export async function trendsOf(ctx: Context, sources: MeasureSources, place: Place) {
  const days = trendDays(place.programme.startsOn, place.asOf)
  const standings = await Promise.all(days.map((asOf) => standingAt(ctx, sources, { ...place, asOf })))
  const targets = standings[0]?.plan.pack.targets ?? []
  return {
    days,
    reached: Object.fromEntries(
      targets.map(({ id }) => [id, standings.map((on) => reachedOn(on, id, place))]),
    ),
  }
}

const reachedOn = ({ figure }: Standing, target: string, { area }: Place): number | null =>
  reachedShare(figure(target, area.code))

/** Evenly spaced, the first and the last included. */
export function trendDays(from: Day, to: Day): Day[] {
  const length = daysBetween(from, to)
  const count = Math.min(most, length + 1)
  if (count <= 1) return [to]
  return Array.from({ length: count }, (_, at) => addDays(from, Math.round((length * at) / (count - 1))))
}
