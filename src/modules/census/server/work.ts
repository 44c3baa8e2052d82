// The work that censuses leave waiting: lists to walk through, campaigns to close.
import { sql } from '../../../platform/db.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'

/** A list waits for those whose level its place has; afterwards the levels above see it. */
const walk = (action: string, levels: readonly string[]): WorkSource => ({
  title: '摸底排查：核对组织名单',
  action,
  oversee: 'census.follow',
  from: sql`(select p.*, c.title, c.due_on, c.opened_on, a.level
      from census c join census_place p on p.census = c.id join area a on a.code = p.area
      where c.status = 'open' and p.finished_at is null) w`,
  where: sql`w.level = any(${levels}::text[])`,
  id: sql`w.census || ' ' || w.area`,
  label: sql`w.title`,
  note: sql`(select case when count(*) = 0 then '每个组织都核对过了，还没有点“走完了”'
      else '还有 ' || count(*) || ' 个组织没有核对' end
    from organization o where o.area = w.area and o.status <> 'ended' and not exists (
      select 1 from census_answer n where n.census = w.census and n.organization = o.id))`,
  link: sql`'/censuses/' || w.census || '/walk?area=' || w.area`,
  since: sql`w.opened_on`,
  due: sql`w.due_on`,
})

export const censusWork: WorkSources = {
  'census.walk': walk('census.walk', ['community']),
  'census.walkTownship': walk('census.walkTownship', ['township']),
  'census.walkCounty': walk('census.walkCounty', ['county', 'city', 'province']),
  'census.close': {
    title: '摸底排查：结束并封存',
    action: 'census.run',
    from: sql`(select c.*, (select count(*) from census_place p where p.census = c.id) as places,
        (select count(p.finished_at) from census_place p where p.census = c.id) as finished
      from census c where c.status = 'open') w`,
    where: (today) => sql`(w.due_on < ${today}::date or w.finished = w.places)`,
    id: sql`w.id::text`,
    label: sql`w.title`,
    note: sql`w.finished || ' / ' || w.places || ' 个社区（村）已走完'`,
    link: sql`'/censuses/' || w.id`,
    since: sql`w.opened_on`,
    due: sql`null::date`,
  },
}
