// Publishes charters as the measure `charterVersions`: each version while it is in force, where its organization was.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { charterKinds } from '../charter.ts'

const versions = sql`(
  select c.id, c.version, c.kind, c.organization, c.in_force_on,
    p.area, p.province, p.city, p.county, p.township, p.community,
    greatest(c.in_force_on, p.starts_on) as starts_on, least(c.ended_on, p.ends_on) as ends_on
  from charter_version c join organization_period p on p.organization = c.organization and p.superseded_at is null
    and daterange(c.in_force_on, c.ended_on) && daterange(p.starts_on, p.ends_on)
  where c.status in ('inForce', 'superseded')) m`

export const charterSources: MeasureSources = {
  charterVersions: {
    from: versions,
    id: sql`m.id::text`,
    where: sql`true`,
    // Each version once, where its organization was when it entered into force.
    began: (from, to) =>
      sql`(m.in_force_on >= m.starts_on and m.starts_on <= ${to} ${from === null ? empty : sql`and m.starts_on >= ${from}`})`,
    quantity: sql`1`,
    attributes: {},
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`'第 ' || m.version || ' 版章程'`,
    note: sql`o.name || ' · ' || (${JSON.stringify(charterKinds)}::jsonb ->> m.kind)`,
    link: sql`'/charters/' || m.id`,
  },
}
