// Publishes certificates as the measure `certificates`: each holds from its issue to its end, while its organization is a
// filed one, at the place where the organization was.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'

export const certificateSources: MeasureSources = {
  certificates: {
    from: sql`(
      select c.id, c.number, c.name, c.body, c.organization, c.issued_on,
        p.area, p.province, p.city, p.county, p.township, p.community,
        greatest(c.issued_on, p.starts_on) as starts_on, least(c.ended_on, c.valid_until + 1, p.ends_on) as ends_on
      from certificate c join organization_period p on p.organization = c.organization
      where p.superseded_at is null and p.tier = 'filed'
        and greatest(c.issued_on, p.starts_on) < least(c.ended_on, c.valid_until + 1, p.ends_on, 'infinity')) m`,
    id: sql`m.id::text`,
    where: sql`true`,
    began: (from, to) =>
      sql`(m.issued_on >= m.starts_on and m.starts_on <= ${to} ${from === null ? empty : sql`and m.starts_on >= ${from}`})`,
    quantity: sql`1`,
    attributes: {},
    labelFrom: empty,
    label: sql`m.name`,
    note: sql`m.number || ' · ' || m.body`,
    link: sql`'/organizations/' || m.organization || '#certificate'`,
  },
}
