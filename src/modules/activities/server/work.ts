// What waits about activities: recording what was held, reports of major events, their answers, summaries and permits.
import { sql } from '../../../platform/db.ts'
import { daySql } from '../../../platform/minute-sql.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'
import { unreported } from './calendar-store.ts'
import { covers } from './report-store.ts'

const activity = sql`v.id, v.title, v.area, v.province, v.city, v.county, v.township, v.community, o.keeper,
  o.name as organization_name, v.status, v.starts_at, v.ends_at`

type Part = Pick<WorkSource, 'title' | 'action' | 'from' | 'where' | 'since' | 'due'> & Partial<WorkSource>

const waiting = (source: Part): WorkSource => ({
  id: sql`w.id::text`,
  label: sql`w.title`,
  note: sql`concat_ws(' · ', w.organization_name, to_char(w.starts_at at time zone 'Asia/Shanghai', 'FMMM"月"FMDD"日"'))`,
  link: sql`'/activities/' || w.id`,
  ...source,
})

const plans = sql`(select ${activity}, v.record_due, v.report_due, v.permit_due, v.permit_number, v.decided_on,
    ${unreported} as unreported
  from activity v left join organization o on o.id = v.organization where v.status <> 'cancelled') w`

/** Reports that hold, with their activities. */
const reports = sql`(select ${activity}, r.id as report, r.status as answer, r.recipient, r.reported_on, r.answer_due,
    r.summary_due, r.summary, ${covers} as covers
  from major_event_report r join activity v on v.id = r.activity left join organization o on o.id = v.organization
  where r.status in ('reported', 'approved', 'conditional') and v.status <> 'cancelled') w`

const answering = { from: reports, since: sql`w.reported_on`, due: sql`w.answer_due` }

export const activitiesWork: WorkSources = {
  'activities.hold': waiting({
    title: '记录活动举办情况',
    action: 'activity.edit',
    from: plans,
    where: (today) =>
      sql`w.status in ('planned', 'published') and w.ends_at < (${today}::date + 1)::timestamp at time zone 'Asia/Shanghai'`,
    since: daySql('w.ends_at'),
    due: sql`w.record_due`,
  }),
  'activities.report': waiting({
    title: '报告重大活动',
    action: 'majorEvent.report',
    oversee: 'majorEvent.oversee',
    from: plans,
    where: sql`w.unreported`,
    since: sql`w.decided_on`,
    due: sql`w.report_due`,
  }),
  'activities.answer': waiting({
    ...answering,
    title: '答复重大活动报告',
    action: 'majorEvent.answer',
    oversee: 'majorEvent.oversee',
    where: sql`w.answer = 'reported' and w.recipient = 'township'`,
  }),
  'activities.answerInCounty': waiting({
    ...answering,
    title: '答复重大活动报告',
    action: 'majorEvent.answerInCounty',
    oversee: 'majorEvent.oversee',
    where: sql`w.answer = 'reported' and w.recipient = 'county'`,
  }),
  'activities.summary': waiting({
    title: '报送重大活动总结',
    action: 'majorEvent.report',
    oversee: 'majorEvent.oversee',
    from: reports,
    where: (today) =>
      sql`w.summary is null and w.ends_at < ${today}::date::timestamp at time zone 'Asia/Shanghai'`,
    since: daySql('w.ends_at'),
    due: sql`w.summary_due`,
  }),
  'activities.permit': waiting({
    title: '记下公安机关的安全许可',
    action: 'majorEvent.report',
    oversee: 'majorEvent.oversee',
    from: plans,
    where: sql`w.permit_due is not null and w.permit_number is null and w.status in ('planned', 'published')`,
    since: sql`w.decided_on`,
    due: sql`w.permit_due`,
  }),
}
