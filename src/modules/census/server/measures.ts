// Publishes what closed censuses found as the measure `censusOrganizations`: frozen rows that no correction moves.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { organizationSources } from '../../organizations/server/index.ts'

/** A later baseline over the same place ends the one before. */
const entries = sql`(
  select e.*, b.as_of as starts_on, b.frozen_at, (
    select min(later.as_of) from census_baseline later
    where later.withdrawn_at is null and (later.as_of, later.frozen_at, later.id) > (b.as_of, b.frozen_at, b.id)
      and later.area in (e.province, e.city, e.county, e.township, e.community)) as ends_on
  from census_baseline b join baseline_entry e on e.baseline = b.id where b.withdrawn_at is null) m`

const {
  attributes = {},
  labelFrom = empty,
  note = sql`''`,
  link = sql`null`,
} = organizationSources.organizations ?? {}

export const censusSources: MeasureSources = {
  censusOrganizations: {
    from: entries,
    id: sql`m.organization::text`,
    where: sql`true`,
    // The first baseline of each place in the time asked for.
    began: (from, to) => sql`(m.starts_on <= ${to} ${from === null ? empty : sql`and m.starts_on >= ${from}`}
      and not exists (
        select 1 from census_baseline earlier
        where earlier.withdrawn_at is null and (earlier.as_of, earlier.frozen_at, earlier.id) < (m.starts_on, m.frozen_at, m.baseline)
          ${from === null ? empty : sql`and earlier.as_of >= ${from}`}
          and earlier.area in (m.province, m.city, m.county, m.township, m.community)))`,
    quantity: sql`1`,
    attributes,
    labelFrom,
    label: sql`m.name`,
    note,
    link,
  },
}
