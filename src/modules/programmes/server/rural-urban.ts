// Rural beside urban in an area on a day, for one measure: the sides, their shares, and the years before.
import { type Day, earlier, firstDayOf, lastDayOf, yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { notFound } from '../../../platform/policy.ts'
import { programmeMeasures } from '../measures.ts'
import { quotient, ruralShare, type SettlementSum, sideOf } from '../rural-urban.ts'
import type { Facts, Span } from '../tally.ts'
import type { Place } from './place.ts'
import { listRecords, type RecordPage } from './record-store.ts'
import { type Compared, factsAt, firstDay, settlementSums } from './rural-urban-store.ts'
import { parsedPack } from './shipped-packs.ts'

const yearsShown = 5

/** A flow is counted in the calendar year of the day, up to it; a stock as it stands on the day. */
export async function ruralUrban(ctx: Context, sources: MeasureSources, place: Place, name: string) {
  const { measure, compared } = comparedOf(sources, place, name)
  const { code, level, ancestors } = place.area
  const years = Array.from({ length: yearsShown }, (_, back) => yearOf(place.asOf) - back).reverse()
  const first = await firstDay(ctx.db, compared)
  const until = years.map((year) => earlier(place.asOf, lastDayOf(year)))
  const known = until.map((on) => first !== null && first <= on)
  const sums = await Promise.all(until.map((on) => settlementSums(ctx.db, compared, factsOf(name, on), on)))
  const now = sums.at(-1) ?? []
  const [urban, rural, above] = [sideOf(now, 'urban'), sideOf(now, 'rural'), sideOf(now, 'above')]
  return {
    area: { code, name: place.area.name, level },
    ancestors,
    measure: name,
    title: measure.title,
    unit: measure.unit,
    kind: measure.kind,
    asOf: place.asOf,
    today: ctx.today,
    from: place.programme.startsOn,
    collected: known.at(-1) === true,
    urban,
    rural,
    above,
    share: {
      perCommunity: ruralShare(urban.perCommunity, rural.perCommunity),
      perThousand: ruralShare(urban.perThousand, rural.perThousand),
    },
    trend: years.map((year, at) => ({
      year,
      urban: known[at] ? perCommunity(sums[at], 'urban') : null,
      rural: known[at] ? perCommunity(sums[at], 'rural') : null,
    })),
    measures: measuresWith(sources),
  }
}

const perCommunity = (sums: readonly SettlementSum[] = [], settlement: 'urban' | 'rural'): number | null => {
  const { quantity, communities } = sideOf(sums, settlement)
  return quotient(quantity, communities)
}

/** The records of one side. */
export function ruralUrbanRecords(
  ctx: Context,
  sources: MeasureSources,
  place: Place,
  query: {
    measure: string
    settlement: 'urban' | 'rural' | 'above'
    after?: string | undefined
    limit: number
  },
): Promise<RecordPage> {
  const { compared } = comparedOf(sources, place, query.measure)
  const facts = factsOf(query.measure, place.asOf)
  return listRecords(ctx, compared.source, factsAt(compared, facts, query.settlement), query)
}

function comparedOf(sources: MeasureSources, { programme, area }: Place, name: string) {
  const [measure, source] = [programmeMeasures[name], sources[name]]
  if (!Object.hasOwn(sources, name) || !measure || !source) throw notFound('度量')
  const { settlement } = parsedPack(programme.text)
  return {
    measure,
    compared: { source, settlement, scope: { area: area.code, level: area.level } } satisfies Compared,
  }
}

const factsOf = (name: string, on: Day): Facts => ({ measure: name, span: spanOf(name, on), where: null })

const spanOf = (name: string, on: Day): Span =>
  programmeMeasures[name]?.kind === 'flow' ? { from: firstDayOf(yearOf(on)), to: on } : { on }

/** What can be compared: every measure that has a source, but the people themselves. */
const measuresWith = (sources: MeasureSources) =>
  Object.entries(programmeMeasures)
    .filter(([name]) => sources[name] && name !== 'residents' && name !== 'households')
    .map(([name, { title, unit }]) => ({ name, title, unit }))
