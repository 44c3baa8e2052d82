// Publishes where censuses are done as `censuses`, and what closed ones found as `censusOrganizations`: frozen rows that no
// correction moves.
import { empty, sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { organizationSources } from '../../organizations/server/index.ts'

/** Areas below that of the campaign whose every list is finished, and the campaign's own once it is closed. */
const done = sql`(
  select d.census || '.' || d.area as id, d.title, d.census, d.area, a.level, a.province, a.city, a.county, a.township,
    a.community, null::uuid as organization, d.starts_on, null::date as ends_on
  from (
    select c.id as census, c.title, c.area, c.closed_on as starts_on from census c where c.status = 'closed'
    union all
    select c.id, c.title, part.area, max((p.finished_at at time zone 'Asia/Shanghai')::date)
    from census c join census_place p on p.census = c.id
    cross join lateral (values (p.city), (p.county), (p.township), (p.community)) part (area)
    where c.status in ('open', 'closed')
      and part.area <> all (array_remove(array[c.province, c.city, c.county, c.township, c.community], null))
    group by c.id, c.title, part.area having count(p.finished_at) = count(*)) d
  join area a on a.code = d.area) m`

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
  censuses: {
    from: done,
    id: sql`m.id`,
    of: null,
    where: sql`true`,
    quantity: sql`1`,
    attributes: { level: sql`m.level` },
    labelFrom: sql`join area l on l.code = m.area`,
    label: sql`l.name`,
    note: sql`m.title`,
    link: sql`'/censuses/' || m.census`,
  },
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
