// Publishes what was held, who came, and reports of major events: each on its day, at the place where it was.
import { type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'
import { daySql } from '../../../platform/minute-sql.ts'
import { servedKinds } from '../../people/served-kinds.ts'

const place = sql`v.area, v.province, v.city, v.county, v.township, v.community, v.organization`

/** Flows end where they began. */
const held = sql`v.id, v.title, v.series, v.series_title, v.attended, v.result, ${place}, ${daySql('v.starts_at')} as starts_on,
  ${daySql('v.starts_at')} as ends_on`

const wasHeld = sql`v.status in ('held', 'concluded')`

type Words = Pick<MeasureSource, 'label' | 'labelFrom' | 'note' | 'link'>

/** An organization that holds one is named beside it. */
const words = (activity: Sql, note: Sql): Words => ({
  labelFrom: sql`left join organization o on o.id = m.organization`,
  label: sql`m.title`,
  note: sql`concat_ws(' · ', o.name, ${note})`,
  link: sql`'/activities/' || ${activity}`,
})

export const activitySources: MeasureSources = {
  activities: {
    from: sql`(select ${held} from activity v where ${wasHeld}) m`,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`1`,
    attributes: { series: sql`m.series`, participants: sql`m.attended` },
    detail: sql`m.result`,
    ...words(sql`m.id`, sql`m.series_title, m.attended || ' 人参加'`),
  },
  activityAttendance: {
    from: sql`(select ${held} from activity v where ${wasHeld}) m`,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`m.attended`,
    attributes: { series: sql`m.series` },
    ...words(sql`m.id`, sql`m.series_title`),
  },
  activityServed: {
    from: sql`(select ${held}, s.kind, s.people from activity v join activity_served s on s.activity = v.id
      where ${wasHeld}) m`,
    id: sql`m.id || ' ' || m.kind`,
    where: sql`true`,
    quantity: sql`m.people`,
    attributes: { series: sql`m.series`, kind: sql`m.kind` },
    ...words(sql`m.id`, sql`(${JSON.stringify(servedKinds)}::jsonb ->> m.kind) || ' ' || m.people || ' 人'`),
  },
  majorEventReports: {
    from: sql`(
      select r.id, r.activity, v.title, r.reported_on <= r.due_on as in_time, r.reported_on - r.due_on as late, ${place},
        r.reported_on as starts_on, r.reported_on as ends_on
      from major_event_report r join activity v on v.id = r.activity where r.status <> 'withdrawn') m`,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`1`,
    attributes: { inTime: sql`m.in_time` },
    ...words(sql`m.activity`, sql`case when m.in_time then '按时报告' else '迟报 ' || m.late || ' 天' end`),
  },
}
