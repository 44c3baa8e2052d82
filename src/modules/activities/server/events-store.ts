// The SQL of major events: what must be reported or was, in which state, and how late.
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import { minuteSql } from '../../../platform/minute-sql.ts'
import type { EventLine, EventState } from '../major-events-api.ts'
import { activities } from './activity-store.ts'
import { covers } from './report-store.ts'

/** The newest report that was not withdrawn, beside its activity. */
const withReport: Sql = sql`${activities} left join lateral (
  select r.*, ${covers} as covers from major_event_report r where r.activity = v.id and r.status <> 'withdrawn'
  order by r.reported_at desc, r.id desc limit 1) r on true`

/** A report that no longer tells of the plan is as good as none. */
const state = (ctx: Context): Sql => sql`case
  when r.status = 'objected' then 'objected'
  when r.id is null or not r.covers then 'missing'
  when r.status = 'reported' then 'waiting'
  when r.summary is not null then 'done'
  when v.ends_at <= ${ctx.now} then 'summary'
  else 'answered' end`

const listed = (ctx: Context, inside: Sql): Sql => sql`(
  select v.id, v.title, v.organization_name, v.area, v.starts_at, v.expected, ${state(ctx)} as state, v.report_due,
    r.answer_due, r.summary_due, r.reported_on, r.due_on as was_due
  from ${withReport} where ${inside} and ${ctx.authority.scope('activity.see', 'v')} and v.status <> 'cancelled'
    and (v.report_due is not null or r.id is not null)) e`

const dueOn: Sql = sql`case e.state when 'missing' then e.report_due when 'waiting' then e.answer_due
  when 'summary' then e.summary_due end`

/** Those that wait for somebody stand first, then the newest. */
export async function eventLines(
  ctx: Context,
  inside: Sql,
  only: EventState | undefined,
): Promise<EventLine[]> {
  return ctx.db.rows<EventLine>(sql`
    select e.id, e.title, e.organization_name as "organizationName", h.short_name as "areaName",
      ${minuteSql('e.starts_at')} as from, e.expected, e.state, ${dueOn} as "dueOn",
      greatest(0, coalesce(e.reported_on - e.was_due, ${ctx.today}::date - e.report_due, 0)) as late
    from ${listed(ctx, inside)} join area h on h.code = e.area
    where ${only === undefined ? sql`true` : sql`e.state = ${only}`}
    order by e.state in ('missing', 'waiting', 'objected', 'summary') desc, ${dueOn}, e.starts_at desc, e.id limit 200`)
}

export async function eventStatesCount(
  ctx: Context,
  inside: Sql,
): Promise<Partial<Record<EventState, number>>> {
  const rows = await ctx.db.rows<{ state: EventState; counted: number }>(sql`
    select e.state, count(*)::int as counted from ${listed(ctx, inside)} group by e.state`)
  return Object.fromEntries(rows.map(({ state, counted }) => [state, counted]))
}
