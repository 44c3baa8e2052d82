// The work of charters that waits: organizations that need one and have none, versions that wait for their day.
import { sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'

export const chartersWork: WorkSources = {
  'charters.missing': {
    title: '制定章程',
    action: 'charter.draft',
    from: sql`(select o.*, coalesce(o.filed_on, o.registered_on, (o.created_at at time zone 'Asia/Shanghai')::date) as waits_from,
        (select c.status from charter_version c where c.organization = o.id and c.status in ('draft', 'adopted')
          order by c.status limit 1) as begun,
        rule_values('charters', o.province, o.city, o.county, o.township) as decided
      from organization o
      where o.status = 'active' and o.charter is not true and o.tier <> 'guided') w`,
    where: sql`coalesce(w.decided -> 'charters.requiredOf', '["registered", "filed"]') ? w.tier`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`case w.begun when 'draft' then '草稿还没有表决' when 'adopted' then '已通过，还没有生效' else '名录里没有章程' end`,
    link: sql`'/organizations/' || w.id || '/charter'`,
    since: sql`w.waits_from`,
    due: sql`case when jsonb_typeof(w.decided -> 'charters.dueAfterFiling') = 'number'
      then w.waits_from + (w.decided -> 'charters.dueAfterFiling')::int end`,
  },
}
