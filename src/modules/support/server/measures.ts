// Publishes support platforms and incubations as measures.
import { sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { platformKinds } from '../platform.ts'
import { levelOfPlatform } from './platform-store.ts'

/** The first day on which the organization exists no more; null while it does. */
const existedUntil = sql`(select case when bool_and(e.ends_on is not null) then max(e.ends_on) end
  from organization_period e where e.organization = i.organization and e.superseded_at is null)`

/**
 * A stay has a row from each day on which something about its subsidies changes: `next_on` is the day of the row after
 * it. It ends with the exit, and with the organization.
 */
const stays = sql`(
  select i.id, i.organization, i.area, i.province, i.city, i.county, i.township, i.community,
    i.entered_on, b.day as starts_on, p.name as platform_name,
    coalesce(lead(b.day) over (partition by i.organization, i.id order by b.day), u.until) as ends_on,
    lead(b.day) over (partition by i.organization, i.id order by b.day) as next_on,
    coalesce(g.granted_on <= b.day, false) as subsidized, coalesce(g.paid_on <= b.day, false) as paid
  from incubation i join support_platform p on p.id = i.support_platform
  cross join lateral (select least(i.exited_on, ${existedUntil}) as until) u
  cross join lateral (select min(y.decided_on) as granted_on, min(y.paid_on) as paid_on from incubation_subsidy y
    where y.incubation = i.id and y.revoked_on is null) g
  cross join lateral (select distinct d.day from unnest(array[i.entered_on, g.granted_on, g.paid_on]) as d(day)
    where d.day >= i.entered_on and (d.day = i.entered_on or u.until is null or d.day < u.until)) b
  where i.entered_on is not null) m`

export const supportSources: MeasureSources = {
  supportPlatforms: {
    from: sql`(select p.id, p.name, p.kind, ${levelOfPlatform} as level, p.operator as organization, p.opened_on as starts_on,
        p.closed_on as ends_on, p.area, p.province, p.city, p.county, p.township, p.community
      from support_platform p) m`,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`1`,
    attributes: { kind: sql`m.kind`, level: sql`m.level` },
    labelFrom: sql``,
    label: sql`m.name`,
    note: sql`(${JSON.stringify(platformKinds)}::jsonb ->> m.kind) || ' · ' || m.starts_on || ' 启用'`,
    link: sql`'/support/' || m.id`,
  },
  incubations: {
    from: stays,
    id: sql`m.id::text`,
    where: sql`true`,
    // Each stay once, as it last was up to the later day.
    began: (from, to) => sql`(m.entered_on <= ${to} and m.entered_on >= coalesce(${from}::date, '-infinity')
      and m.starts_on <= ${to} and (m.next_on is null or m.next_on > ${to}))`,
    quantity: sql`1`,
    attributes: { subsidized: sql`m.subsidized`, paid: sql`m.paid` },
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`o.name`,
    note: sql`m.platform_name || ' · ' || m.entered_on || ' 入驻'`,
    link: sql`'/incubation/' || m.id`,
  },
  incubationMoney: {
    from: sql`(select y.id, y.amount, y.basis, i.id as incubation, i.organization, i.area, i.province, i.city, i.county,
        i.township, i.community, y.paid_on as starts_on, y.paid_on + 1 as ends_on
      from incubation_subsidy y join incubation i on i.id = y.incubation where y.paid_on is not null) m`,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`(m.amount / 100.0)`,
    attributes: {},
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`o.name`,
    note: sql`m.basis`,
    link: sql`'/incubation/' || m.incubation`,
  },
}
