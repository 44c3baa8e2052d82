// Work that follows from counts, in the form in which the queues show all work: sums, and pages in the order of the dates.
import type { Context } from '../../../platform/context.ts'
import type { CountedSource, CountedSources, CountedThing } from '../../../platform/work-source.ts'
import type { Sum, WorkPage, WorkRow } from './work-store.ts'

/** One kind after the other; those that the person may not do are left out. */
export async function sumCounted(
  ctx: Context,
  sources: CountedSources,
  area: string | undefined,
): Promise<Sum[]> {
  const mine = Object.entries(sources).filter(([, { action }]) => ctx.authority.may(action))
  return Promise.all(mine.map(async ([name, source]) => sumOf(ctx, name, await inOrder(ctx, source, area))))
}

function sumOf(ctx: Context, source: string, rows: readonly WorkRow[]): Sum {
  const [first] = rows
  return {
    ...{ source, side: 'own', counted: rows.length, earliest: first?.due ?? null },
    overdue: rows.filter(({ due }) => due !== null && due < ctx.today).length,
    first: first ? { label: first.label, link: first.link } : null,
  }
}

/** Nobody oversees it: the level above reads it where it was counted. */
export async function listCounted(
  ctx: Context,
  source: CountedSource,
  { side, area, after, limit }: WorkPage,
): Promise<WorkRow[]> {
  if (side === 'overseen' || !ctx.authority.may(source.action)) return []
  const rows = await inOrder(ctx, source, area)
  const rest = after ? rows.filter((row) => isBehind(row, after)) : rows
  return rest.slice(0, limit)
}

const inOrder = async (ctx: Context, source: CountedSource, area: string | undefined): Promise<WorkRow[]> =>
  (await source.find(ctx, area))
    .map((thing: CountedThing) => ({ ...thing, key: thing.due ?? endless }))
    .sort((a, b) => (isBehind(a, [b.key, b.id]) ? 1 : -1))

/** As PostgreSQL writes the day behind all days: behind them as a text too. */
const endless = 'infinity'

const isBehind = ({ key, id }: WorkRow, [day, last]: readonly [string, string]): boolean =>
  key === day ? id > last : key > day
