// What trainings leave waiting: invitations to answer, attendance to record.
import { sql } from '../../../platform/db.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'

/** Waits for those who organized it, by its level; once it is late the levels above see it. */
const recording = (action: string, levels: readonly string[]): WorkSource => ({
  title: '登记培训签到',
  action,
  oversee: 'training.run',
  from: sql`(select t.*, (select coalesce(sum(e.people), 0) from training_enrolment e
      where e.training = t.id and e.status = 'enrolled') as enrolled
    from training t where t.status = 'announced') w`,
  where: (today) => sql`w.until < ${today}::date and w.level = any(${levels}::text[])`,
  id: sql`w.id::text`,
  label: sql`w.title`,
  note: sql`w.held_on || case when w.enrolled > 0 then ' · 报名 ' || w.enrolled || ' 人' else '' end`,
  link: sql`'/trainings/' || w.id || '#attendance'`,
  since: sql`w.until + 1`,
  due: sql`w.record_by`,
})

export const trainingWork: WorkSources = {
  'training.invited': {
    title: '答复培训邀请',
    action: 'training.enrol',
    from: sql`(select e.id, e.invited_at, o.name, t.title, t.held_on, t.until, t.id as training,
        o.area, o.province, o.city, o.county, o.township, o.community, o.keeper
      from training_enrolment e join organization o on o.id = e.organization join training t on t.id = e.training
      where e.status = 'invited' and t.status = 'announced') w`,
    // One that is over can no longer be answered.
    where: (today) => sql`w.until >= ${today}::date`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.held_on || ' ' || w.title`,
    link: sql`'/trainings/' || w.training`,
    since: sql`(w.invited_at at time zone 'Asia/Shanghai')::date`,
    due: sql`w.until`,
  },
  'training.recordCommunity': recording('training.recordCommunity', ['community']),
  'training.recordTownship': recording('training.recordTownship', ['township']),
  'training.recordCounty': recording('training.recordCounty', ['county']),
  'training.recordCity': recording('training.recordCity', ['city', 'province']),
}
