// An organization's year, put together: the register's part, and a part for each module that has records of it.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { addDays, type Day, earlier, firstDayOf, lastDayOf, yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { notFound } from '../../../platform/policy.ts'
import { eventWords } from '../../organizations/server/index.ts'
import { programmeMeasures } from '../../programmes/measures.ts'
import { type Fact, wordsOn } from '../fact.ts'
import { registerLines } from '../register-lines.ts'
import { sheetParts } from '../sheet-parts.ts'
import { awaitedTitles, partMeasures, partOf } from '../year-parts.ts'
import type { YearSheet } from '../year-sheet.ts'
import { type Asked, type FactRow, factsOf, mayBeSeen } from './fact-store.ts'
import { eventsBetween, type Known, knownOrganization, standingOn } from './register-store.ts'

const changesShown = 12

/** `shown`: how many facts of each measure. Refuses (404) whoever may not see the organization, (422) a year to come. */
export async function yearSheet(
  ctx: Context,
  sources: MeasureSources,
  { id, year }: { id: string; year: number },
  shown: number,
): Promise<YearSheet> {
  const organization = await known(ctx, id)
  const years = yearsOf(ctx, organization)
  refuseIf(whyNotYear(year, years))
  const [from, to] = [firstDayOf(year), earlier(lastDayOf(year), ctx.today)]
  const asked = askedOf(sources, organization.may)
  const facts = await shownFacts(ctx, organization, await factsOf(ctx.db, id, asked, { from, to }))
  const changes = await eventsBetween(ctx.db, id, from, to)
  const [before, after] = [await standingOn(ctx.db, id, addDays(from, -1)), await standingOn(ctx.db, id, to)]
  return {
    organization: {
      ...{ id, name: organization.name, areaName: organization.areaName, demo: organization.demo },
    },
    ...{ year, from, to, years },
    register: registerLines(before, after),
    changes: {
      count: changes.length,
      items: changes
        .slice(0, changesShown)
        .map(({ id: event, day, action, reason }) => ({ id: event, day, what: eventWords(action), reason })),
    },
    parts: sheetParts(
      asked.map(({ measure }) => measure),
      facts,
      shown,
    ),
    uncollected: awaitedTitles(sources),
    withheld: withheldFrom(organization),
  }
}

/** Every record of the organization, the newest first. */
export async function factsPage(
  ctx: Context,
  sources: MeasureSources,
  id: string,
  query: {
    year?: number | undefined
    measure?: string | undefined
    after?: string | undefined
    limit: number
  },
) {
  const organization = await known(ctx, id)
  const years = yearsOf(ctx, organization)
  if (query.year !== undefined) refuseIf(whyNotYear(query.year, years))
  const all = askedOf(sources, organization.may)
  const asked = query.measure === undefined ? all : all.filter(({ measure }) => measure === query.measure)
  const rows = await factsOf(ctx.db, id, asked, spanOf(ctx, query.year), {
    after: pageAfter(query.after, isDayKey, isFactKey),
    limit: query.limit,
  })
  const next = pageToken(
    rows.map(({ day, measure, id: record }) => ({ key: day, id: `${measure} ${record}` })),
    query.limit,
  )
  return { items: (await shownFacts(ctx, organization, rows)).map(({ fact }) => fact), next, years }
}

const isFactKey = (key: string): boolean => !/[\0\p{Cs}]/u.test(key)

const spanOf = ({ today }: Context, year: number | undefined): { from: Day | null; to: Day } =>
  year === undefined
    ? { from: null, to: today }
    : { from: firstDayOf(year), to: earlier(lastDayOf(year), today) }

async function known(ctx: Context, id: string): Promise<Known> {
  const found = await knownOrganization(ctx, id, [...new Set(partMeasures.map(({ needs }) => needs))])
  if (!found) throw notFound('组织')
  return found
}

const yearsOf = ({ today }: Context, { since }: Known) => ({
  first: yearOf(earlier(since ?? today, today)),
  last: yearOf(today),
})

function whyNotYear(year: number, { first, last }: { first: number; last: number }): Problem | null {
  if (year <= last) return null
  return new Problem(422, {
    code: 'year.inFuture',
    message: `${year} 年还没有到，没有可以报告的。`,
    mend: `请看 ${first} 年到 ${last} 年的年度报告。`,
  })
}

/** The measures of which the reader may know an organization's records. */
const askedOf = (sources: MeasureSources, may: readonly string[]): Asked[] =>
  partMeasures.flatMap(({ measure, needs }) => {
    const [source, words] = [sources[measure], programmeMeasures[measure]]
    if (!source || !words || source.of === null || !may.includes(needs)) return []
    return [{ measure, kind: words.kind, source }]
  })

const withheldFrom = ({ may }: Known): string[] => [
  ...new Set(
    partMeasures.flatMap(({ part, needs }) => (may.includes(needs) ? [] : (partOf(part)?.title ?? []))),
  ),
]

export type ShownFact = { fact: Fact; held: number; begun: number }

/** In words; of other organizations only those that the reader may see are named. */
async function shownFacts(ctx: Context, { id, name }: Known, rows: readonly FactRow[]): Promise<ShownFact[]> {
  const others = [...new Set(rows.flatMap(({ link }) => otherIn(link, id) ?? []))]
  const seen = await mayBeSeen(ctx.db, others, ctx.authority.scope('organization.see', 'o'))
  return rows.map((row) => {
    const other = otherIn(row.link, id)
    const hidden = other !== null && !seen.has(other)
    const { title: measureTitle, unit, kind } = programmeMeasures[row.measure] ?? noMeasure
    const { title, note } = hidden ? elsewhere : wordsOn(name, { ...row, kind })
    const { measure, day, until, held, begun } = row
    const quantity = kind === 'stock' ? held : begun
    return {
      fact: {
        ...{
          id: `${measure} ${row.id}`,
          measure,
          measureTitle,
          unit,
          kind,
          day,
          until,
          title,
          note,
          quantity,
        },
        detail: hidden ? null : row.detail,
        link: hidden ? null : row.link,
      },
      ...{ held, begun },
    }
  })
}

const noMeasure = { title: '', unit: '', kind: 'flow' } as const
const elsewhere = { title: '不在您管理范围内的组织', note: '' }

/** The other organization to whose page a link leads. */
function otherIn(link: string | null, own: string): string | null {
  const found = /^\/organizations\/([0-9a-f-]{36})/.exec(link ?? '')?.[1]
  return found && found !== own ? found : null
}
