// Publishes projects as the measure `serviceProjects`, one fact each on the day it began, and what they cost as
// `projectMoney`.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { projectStatuses } from '../project.ts'

/** While it runs a project is an unfinished one, from its last day on a finished one; one that was stopped is none any more. */
const spells = sql`(
  select p.id, p.title, p.organization, p.area, p.province, p.city, p.county, p.township, p.community, p.status,
    p.need, p.result, p.starts_on as began_on, s.starts_on, s.ends_on, s.finished
  from project p
  cross join lateral (values (p.starts_on, case when p.status <> 'running' then p.ends_on end, false),
    (case when p.status = 'finished' then p.ends_on end, null::date, true)) s (starts_on, ends_on, finished)
  where p.status <> 'planned' and s.starts_on is not null) m`

export const projectSources: MeasureSources = {
  serviceProjects: {
    from: spells,
    id: sql`m.id::text`,
    where: sql`true`,
    began: (from, to) => sql`(m.began_on <= ${to} ${from === null ? empty : sql`and m.began_on >= ${from}`}
      and m.starts_on <= ${to} and (m.ends_on is null or m.ends_on > ${to}))`,
    quantity: sql`1`,
    attributes: { finished: sql`m.finished` },
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`m.title`,
    note: sql`o.name || ' · ' || (${JSON.stringify(projectStatuses)}::jsonb ->> m.status)`,
    detail: sql`concat_ws('；', '需求：' || m.need, '结果：' || m.result)`,
    link: sql`'/projects/' || m.id`,
  },
  projectMoney: {
    from: sql`(select p.id, p.title, p.organization, p.area, p.province, p.city, p.county, p.township, p.community, p.cost,
        p.budget_source, p.ends_on as starts_on, p.ends_on + 1 as ends_on
      from project p where p.status = 'finished' and p.cost is not null) m`,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`(m.cost / 100.0)`,
    attributes: { source: sql`m.budget_source` },
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`m.title`,
    note: sql`o.name`,
    link: sql`'/projects/' || m.id`,
  },
}
