// The work of charters that waits: organizations that need one and have none, adopted versions that wait for their day.
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
    where: sql`coalesce(w.decided -> 'charters.requiredOf', '["registered", "filed"]') ? w.tier
      and w.begun is distinct from 'adopted'`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`case w.begun when 'draft' then '草稿还没有表决' else '名录里没有章程' end`,
    link: sql`'/organizations/' || w.id || '/charter'`,
    since: sql`w.waits_from`,
    due: sql`case when jsonb_typeof(w.decided -> 'charters.dueAfterFiling') = 'number'
      then w.waits_from + (w.decided -> 'charters.dueAfterFiling')::int end`,
  },
  'charters.entry': {
    title: '办理章程生效',
    action: 'charter.adopt',
    from: sql`(select o.*, c.id as charter_id, c.version as number,
        coalesce((select v.held_on from charter_vote v where v.charter_version = c.id), c.drafted_on) as adopted_on
      from charter_version c join organization o on o.id = c.organization
      where c.status = 'adopted' and o.status <> 'ended') w`,
    where: sql`true`,
    id: sql`w.charter_id::text`,
    label: sql`w.name`,
    note: sql`'第 ' || w.number || ' 版已经表决通过，还没有定生效日期'`,
    link: sql`'/charters/' || w.charter_id`,
    since: sql`w.adopted_on`,
    due: sql`null::date`,
  },
}
