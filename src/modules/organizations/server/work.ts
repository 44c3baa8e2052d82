// The register's work that waits: imports that nobody has confirmed yet.
import { sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'
import { tierWork } from './tier-store.ts'

export const organizationWork: WorkSources = {
  ...tierWork,
  'organizations.import': {
    title: '确认导入的表格',
    action: 'organization.import',
    from: sql`(select i.id, i.file_name, i.person, i.uploaded_at,
        a.code as area, a.short_name, a.province, a.city, a.county, a.township, a.community
      from import i join area a on a.code = i.area where i.status = 'draft') w`,
    where: sql`true`,
    person: sql`w.person`,
    id: sql`w.id::text`,
    label: sql`w.file_name`,
    note: sql`'上传后尚未写入 · 导入到' || w.short_name`,
    link: sql`'/imports/' || w.id`,
    since: sql`(w.uploaded_at at time zone 'Asia/Shanghai')::date`,
    due: sql`null::date`,
  },
}
