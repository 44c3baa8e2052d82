// What hubs have proposed and nobody has decided yet.
import { sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'

export const hubsWork: WorkSources = {
  'hubs.decide': {
    title: '确认枢纽型组织的联系服务',
    action: 'hub.tie',
    oversee: 'hub.tie',
    from: sql`(select t.id, t.due_on, t.proposed_at, s.id as served, s.name, h.name as hub_name,
        s.area, s.province, s.city, s.county, s.township, s.community
      from hub_tie t join organization s on s.id = t.served join organization h on h.id = t.hub
      where t.status = 'proposed') w`,
    where: sql`true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.hub_name || '提出为它服务'`,
    link: sql`'/organizations/' || w.served || '#hubs'`,
    since: sql`(w.proposed_at at time zone 'Asia/Shanghai')::date`,
    due: sql`w.due_on`,
  },
}
