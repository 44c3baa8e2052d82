// What waits about volunteers: hours to be confirmed, and objections to be answered.
import { sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'
import { anotherConfirms } from './confirmer-store.ts'

const entries = sql`(select e.id, e.content, e.served_on, e.due_on, e.status, e.objection, e.objected_on, e.answer,
    e.recorded_at, e.recorded_by, e.minutes, e.team_member, v.name, t.name as team, o.area, o.province, o.city, o.county, o.township,
    o.community, o.keeper
  from service_entry e join volunteer v on v.id = e.volunteer join team_member m on m.id = e.team_member
  join volunteer_team t on t.id = m.volunteer_team join organization o on o.id = e.organization
  where e.status = 'waiting' or (e.status = 'confirmed' and e.objection is not null)) w`

const common = {
  action: 'service.lead',
  from: entries,
  id: sql`w.id::text`,
  label: sql`w.name || '：' || w.content`,
}

export const volunteerWork: WorkSources = {
  'volunteers.confirm': {
    ...common,
    title: '确认志愿服务时长',
    oversee: 'service.record',
    where: (today, who = null) => sql`w.status = 'waiting'
      and not (w.recorded_by is not distinct from ${who}::uuid and ${anotherConfirms('w', who, today)})`,
    note: sql`w.team || ' · ' || w.served_on || ' · ' || round(w.minutes / 60.0, 1) || ' 小时'`,
    link: sql`'/service?status=waiting'`,
    since: sql`w.served_on`,
    due: sql`w.due_on`,
    bulk: '/service',
  },
  'volunteers.answer': {
    ...common,
    title: '答复志愿者的异议',
    where: sql`w.objection is not null and w.answer is null and w.status in ('waiting', 'confirmed')`,
    note: sql`w.objection`,
    link: sql`'/team-members/' || w.team_member`,
    since: sql`w.objected_on`,
    due: sql`null::date`,
  },
}
