// Lists of activities as readers ask for them: the calendar, counts, those of an organization, major events.
import { Problem } from '../../../kernel/problem.ts'
import { type Day, daysBetween } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { authorize } from '../../../platform/policy.ts'
import { childOf, levelOf, within } from '../../areas/server/index.ts'
import { allowedAmong, organizationSubject } from '../../organizations/server/index.ts'
import { mostDays, mostLines } from '../activities-api.ts'
import type { ActivityLine } from '../activity.ts'
import type { Counts } from '../counts.ts'
import type { EventLine, EventState } from '../major-events-api.ts'
import { begun, byOrganization, heldInYears, linesWhere, onCalendar } from './calendar-store.ts'
import { countAll, countAreas, countReturning, countSeries, countServed } from './counts-store.ts'
import { eventLines, eventStatesCount } from './events-store.ts'

type Span = { area: string; from: Day; to: Day }

export async function calendarOf(
  ctx: Context,
  { area, from, to, series }: Span & { series?: string | undefined },
): Promise<{ items: ActivityLine[]; more: boolean }> {
  if (to < from || daysBetween(from, to) > mostDays) throw tooLong
  const level = await levelOf(ctx.db, area)
  if (!level) return { items: [], more: false }
  const condition = onCalendar({ area, level, from, to, series })
  const items = await linesWhere(ctx, condition, { limit: mostLines + 1 })
  return { items: items.slice(0, mostLines), more: items.length > mostLines }
}

const tooLong = new Problem(422, {
  code: 'activity.tooManyDays',
  message: `日历一次最多看 ${mostDays} 天。`,
  mend: '请把日期选近一些。',
})

/** Those that began between the days; an area that is not known has none. */
export async function countsOf(ctx: Context, { area, from, to }: Span): Promise<Counts> {
  const level = await levelOf(ctx.db, area)
  if (!level) return nothing
  const condition = begun({ area, level, from, to })
  const [sum, bySeries, byArea, served, returning] = await Promise.all([
    countAll(ctx, condition),
    countSeries(ctx, condition),
    countAreas(ctx, condition, childOf(level, 'v'), level),
    countServed(ctx, condition),
    countReturning(ctx, condition),
  ])
  return { sum, bySeries, byArea, served, returning }
}

const nothing: Counts = {
  sum: { activities: 0, attended: 0 },
  bySeries: [],
  byArea: [],
  served: {},
  returning: { people: 0, again: 0 },
}

const newest = 30

export async function activitiesOfOrganization(ctx: Context, id: string) {
  await authorize(ctx, 'activity.see', organizationSubject(id))
  const [items, held, may] = await Promise.all([
    linesWhere(ctx, byOrganization(id), { newestFirst: true, limit: newest }),
    heldInYears(ctx, id),
    allowedAmong(ctx, 'activity.edit', [id]),
  ])
  return { items, held, mayPlan: may.length > 0 }
}

export async function majorEventsOf(
  ctx: Context,
  { area, state }: { area: string; state?: EventState | undefined },
): Promise<{ items: EventLine[]; states: Partial<Record<EventState, number>> }> {
  const level = await levelOf(ctx.db, area)
  if (!level) return { items: [], states: {} }
  const inside = within(area, level, 'v')
  const [items, states] = await Promise.all([eventLines(ctx, inside, state), eventStatesCount(ctx, inside)])
  return { items, states }
}
