// What incubation leaves waiting: applications, entries, stays that are too long, subsidies to be paid.
import { type Sql, sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'

/** At the place of the incubator: there it is decided. */
const waiting = (
  status: Sql,
): Sql => sql`(select i.id, i.due_on, i.applied_on, i.decided_on, i.entered_on, i.leave_by,
    o.name, o.status as organization_status, p.name as platform_name, p.area, p.province, p.city, p.county, p.township, p.community
  from incubation i join organization o on o.id = i.organization join support_platform p on p.id = i.support_platform
  where i.status = ${status}) w`

const decided = {
  action: 'incubation.decide',
  id: sql`w.id::text`,
  label: sql`w.name`,
  link: sql`'/incubation/' || w.id`,
} as const

export const supportWork: WorkSources = {
  'incubation.decide': {
    ...decided,
    title: '答复入驻孵化的申请',
    oversee: 'incubation.decide',
    from: waiting(sql`'applied'`),
    where: sql`w.organization_status <> 'ended'`,
    note: sql`'申请入驻' || w.platform_name`,
    since: sql`w.applied_on`,
    due: sql`w.due_on`,
  },
  'incubation.enter': {
    ...decided,
    title: '办理入驻孵化',
    from: waiting(sql`'accepted'`),
    where: sql`w.organization_status <> 'ended'`,
    note: sql`'已同意入驻' || w.platform_name`,
    since: sql`w.decided_on`,
    due: sql`null::date`,
  },
  'incubation.tooLong': {
    ...decided,
    title: '孵化到期：出孵化或延长',
    oversee: 'incubation.decide',
    from: waiting(sql`'entered'`),
    where: (today) => sql`(w.organization_status <> 'ended' and w.leave_by < ${today}::date + 30)`,
    note: sql`w.platform_name || ' · ' || w.entered_on || ' 入驻'`,
    since: sql`w.leave_by - 30`,
    due: sql`w.leave_by`,
  },
  'incubation.gone': {
    ...decided,
    title: '组织已退出名录：办理出孵化',
    from: waiting(sql`'entered'`),
    where: sql`w.organization_status = 'ended'`,
    note: sql`w.platform_name || ' · ' || w.entered_on || ' 入驻'`,
    since: sql`w.entered_on`,
    due: sql`null::date`,
  },
  'incubation.pay': {
    title: '拨付孵化补贴',
    action: 'incubation.pay',
    from: sql`(select y.id, y.amount, y.decided_on, o.name, p.name as platform_name,
        p.area, p.province, p.city, p.county, p.township, p.community
      from incubation_subsidy y join incubation i on i.id = y.incubation join organization o on o.id = i.organization
      join support_platform p on p.id = i.support_platform where y.paid_on is null and y.revoked_on is null) w`,
    where: sql`true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`to_char(w.amount / 100.0, 'FM999,999,990.00') || ' 元 · ' || w.platform_name`,
    link: sql`'/incubation/subsidies?ids=' || w.id`,
    since: sql`w.decided_on`,
    due: sql`null::date`,
    bulk: '/incubation/subsidies',
  },
}
