// What waits about projects: organizations without one this year, plans whose day has come, projects to be finished.
import { yearOf } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'

const columns = sql`o.area, o.province, o.city, o.county, o.township, o.community, o.keeper`

const own = sql`(select p.id, p.title, p.status, p.starts_on, p.ends_on, o.name, o.status as doer, ${columns}
  from project p join organization o on o.id = p.organization where p.status in ('planned', 'running')) w`

const ofProject = {
  action: 'project.lead',
  from: own,
  id: sql`w.id::text`,
  label: sql`w.title`,
  note: sql`w.name`,
  link: sql`'/projects/' || w.id`,
}

export const projectWork: WorkSources = {
  'projects.plan': {
    title: '安排今年的社区服务项目',
    action: 'project.lead',
    from: sql`(select o.id, o.name, y.year, ${columns}
      from organization o cross join generate_series(2000, 2100) y (year) where o.status = 'active') w`,
    where: (today) => sql`w.year = ${yearOf(today)} and not exists (
      select 1 from project p where p.organization = w.id and p.status <> 'stopped' and p.year = ${yearOf(today)})`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`coalesce((select r.reminded_on || ' 提醒过' from project_reminder r
      where r.organization = w.id and r.year = w.year order by r.reminded_on desc limit 1), '每年至少一个')`,
    link: sql`'/organizations/' || w.id || '#projects'`,
    since: sql`make_date(w.year, 1, 1)`,
    due: sql`make_date(w.year, 12, 31)`,
  },
  'projects.begin': {
    ...ofProject,
    title: '记上项目已开始',
    where: (today) => sql`w.status = 'planned' and w.doer <> 'ended' and w.starts_on <= ${today}::date`,
    since: sql`w.starts_on`,
    due: sql`null::date`,
  },
  'projects.finish': {
    ...ofProject,
    title: '填项目结果',
    oversee: 'project.write',
    where: (today) => sql`w.status = 'running' and w.ends_on <= ${today}::date`,
    since: sql`w.ends_on`,
    due: sql`(w.ends_on + interval '1 month')::date`,
  },
}
