// The SQL of lists of activities: the calendar of an area, and those of an organization.
import { addDays, type Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import { minuteSql } from '../../../platform/minute-sql.ts'
import type { AreaLevel } from '../../areas/area.ts'
import { within } from '../../areas/server/index.ts'
import type { ActivityLine } from '../activity.ts'
import { activities } from './activity-store.ts'
import { covers } from './report-store.ts'

/** It must be reported, still may take place or did, and no report tells of it as it is. */
export const unreported: Sql = sql`(v.report_due is not null and v.status <> 'cancelled' and not exists (
  select 1 from major_event_report r where r.activity = v.id and ${covers}))`

const line = sql`json_build_object('id', v.id, 'title', v.title, 'seriesTitle', v.series_title, 'status', v.status,
  'from', ${minuteSql('v.starts_at')}, 'to', ${minuteSql('v.ends_at')}, 'place', v.place, 'areaName', h.short_name,
  'organizationName', v.organization_name, 'going', (select count(*)::int from activity_sign_up s
    where s.activity = v.id and s.status = 'going'),
  'places', v.places, 'attended', v.attended, 'unreported', ${unreported}) as line`

const dayStart = (day: Day): Sql => sql`(${day}::date::timestamp at time zone 'Asia/Shanghai')`

type Span = { area: string; level: AreaLevel; from: Day; to: Day }

/**
 * Those in an area that touch the days from `from` to `to`, both included. Cancelled ones are shown too: people ask for
 * them.
 */
export function onCalendar({ area, level, from, to, series }: Span & { series?: string | undefined }): Sql {
  const ofSeries = series === undefined ? sql`true` : sql`v.series = ${series}`
  return sql`${within(area, level, 'v')} and v.starts_at < ${dayStart(addDays(to, 1))}
    and v.ends_at > ${dayStart(from)} and ${ofSeries}`
}

/** Those in an area that began on one of the days. */
export const begun = ({ area, level, from, to }: Span): Sql =>
  sql`${within(area, level, 'v')} and v.starts_at >= ${dayStart(from)} and v.starts_at < ${dayStart(addDays(to, 1))}`

export async function linesWhere(
  ctx: Context,
  condition: Sql,
  { newestFirst = false, limit }: { newestFirst?: boolean; limit: number },
): Promise<ActivityLine[]> {
  const order = newestFirst ? sql`v.starts_at desc, v.id desc` : sql`v.starts_at, v.id`
  const rows = await ctx.db.rows<{ line: ActivityLine }>(sql`
    select ${line} from ${activities} join area h on h.code = v.area
    where ${ctx.authority.scope('activity.see', 'v')} and ${condition} order by ${order} limit ${limit}`)
  return rows.map((row) => row.line)
}

/** Held by it alone or with others. */
export const byOrganization = (organization: string): Sql =>
  sql`(v.organization = ${organization} or exists (
    select 1 from activity_partner p where p.activity = v.id and p.organization = ${organization}))`

export const heldInYears = (
  ctx: Context,
  organization: string,
): Promise<{ thisYear: number; lastYear: number }> =>
  ctx.db.one(sql`
    select count(*) filter (where y.back = 0)::int as "thisYear", count(*) filter (where y.back = 1)::int as "lastYear"
    from ${activities} cross join lateral (select (extract(year from ${ctx.today}::date)
      - extract(year from v.starts_at at time zone 'Asia/Shanghai'))::int as back) y
    where v.status in ('held', 'concluded') and ${byOrganization(organization)}
      and ${ctx.authority.scope('activity.see', 'v')}`)
