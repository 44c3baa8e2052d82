// Publishes teams as the measure `volunteerTeams`, and confirmed hours as `serviceHours`.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { serviceKinds } from '../service.ts'

/** A team counts while it goes on and its organization is on the register, where that stood on the day. */
const teams = sql`(
  select t.id, t.name, t.organization, t.starts_on as founded_on,
    p.area, p.province, p.city, p.county, p.township, p.community,
    greatest(t.starts_on, p.starts_on) as starts_on, least(t.ends_on, p.ends_on) as ends_on
  from volunteer_team t join organization_period p on p.organization = t.organization and p.superseded_at is null
    and daterange(t.starts_on, t.ends_on) && daterange(p.starts_on, p.ends_on)) m`

/** Written as the indexes have it, so that figures are read from them alone. */
const entries = sql`(
  select e.id, e.organization, e.area, e.province, e.city, e.county, e.township, e.community, e.served_on as starts_on,
    null::date as ends_on, e.minutes, e.kind, e.content
  from service_entry e where e.status = 'confirmed') m`

export const volunteerSources: MeasureSources = {
  volunteerTeams: {
    from: teams,
    id: sql`m.id::text`,
    where: sql`true`,
    // Each once, as its organization stood when it was founded.
    began: (from, to) => sql`(m.founded_on <= ${to}
      ${from === null ? empty : sql`and m.founded_on >= ${from}`} and not exists (
        select 1 from organization_period earlier where earlier.organization = m.organization
          and earlier.superseded_at is null and earlier.starts_on < m.starts_on
          and (earlier.ends_on is null or earlier.ends_on > m.founded_on)))`,
    quantity: sql`1`,
    attributes: {},
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`m.name`,
    note: sql`o.name`,
    link: sql`'/volunteer-teams/' || m.id`,
  },
  serviceHours: {
    from: entries,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`(m.minutes / 60.0::float8)`,
    attributes: { kind: sql`m.kind` },
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`m.content`,
    // Whose hours they are is nobody's business here.
    note: sql`o.name || ' · ' || (${JSON.stringify(serviceKinds)}::jsonb ->> m.kind)`,
    link: sql`'/organizations/' || m.organization || '#volunteers'`,
  },
}
