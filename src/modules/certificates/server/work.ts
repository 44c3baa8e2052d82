// What waits about certificates: filed organizations without one, those to be renewed, those that no longer hold.
import { sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'

const columns = sql`o.area, o.province, o.city, o.county, o.township, o.community, o.keeper`

/** Certificates that were neither replaced nor cancelled, with their organizations. */
const held = sql`(select c.id, c.organization, c.number, c.name, c.valid_until, c.renew_from, c.asked_on, c.touched,
    o.tier, o.status, o.updated_at, ${columns}
  from certificate c join organization o on o.id = c.organization where c.status = 'valid') w`

const stillFiled = sql`w.tier = 'filed' and w.status <> 'ended'`

export const certificateWork: WorkSources = {
  'certificates.issue': {
    title: '核发备案证书',
    action: 'certificate.issue',
    from: sql`(select o.id, o.name, o.filed_on, o.created_at, ${columns} from organization o
      where o.tier = 'filed' and o.status <> 'ended'
        and not exists (select 1 from certificate c where c.organization = o.id and c.status = 'valid')) w`,
    where: sql`true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`case when w.filed_on is null then '已备案，尚无证书' else w.filed_on || ' 备案，尚无证书' end`,
    link: sql`'/organizations/' || w.id || '#certificate'`,
    since: sql`coalesce(w.filed_on, (w.created_at at time zone 'Asia/Shanghai')::date)`,
    due: sql`null::date`,
    bulk: '/certificates/waiting',
  },
  'certificates.renew': {
    title: '换发到期的备案证书',
    action: 'certificate.issue',
    from: held,
    where: (today) => sql`${stillFiled} and w.renew_from <= ${today}::date`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.number || case when w.asked_on is null then '' else ' · ' || w.asked_on || ' 申请换发' end`,
    link: sql`'/organizations/' || w.organization || '#certificate'`,
    since: sql`coalesce(w.asked_on, w.renew_from)`,
    due: sql`w.valid_until`,
  },
  'certificates.ask': {
    title: '申请换发备案证书',
    action: 'certificate.ask',
    from: held,
    where: (today) => sql`${stillFiled} and w.renew_from <= ${today}::date and w.asked_on is null`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.number || ' · 有效期到 ' || w.valid_until`,
    link: sql`'/organizations/' || w.organization || '#certificate'`,
    since: sql`w.renew_from`,
    due: sql`w.valid_until`,
  },
  'certificates.cancel': {
    title: '注销已失效的备案证书',
    action: 'certificate.cancel',
    from: held,
    where: sql`w.touched and (${stillFiled}) is not true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.number || case when w.status = 'ended' then ' · 组织已退出名录' else ' · 组织不再是备案组织' end`,
    link: sql`'/organizations/' || w.organization || '#certificate'`,
    since: sql`(w.updated_at at time zone 'Asia/Shanghai')::date`,
    due: sql`null::date`,
  },
}
