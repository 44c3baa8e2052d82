// Publishes populations as the measures `residents` and `households`: each number holds until a later day has its own.
import { empty, type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'

const sourceOf = (column: 'residents' | 'households', quantity: Sql): MeasureSource => ({
  from: sql`(
    select p.area, a.province, a.city, a.county, a.township, a.community, a.short_name, null::uuid as organization,
      p.residents, p.households, p.source, p.on_day as starts_on,
      lead(p.on_day) over (partition by p.area order by p.on_day) as ends_on
    from area_population p join area a on a.code = p.area
    where ${column === 'residents' ? sql`p.residents` : sql`p.households`} is not null) m`,
  id: sql`m.area || '.' || m.starts_on`,
  of: null,
  where: sql`true`,
  quantity,
  attributes: {},
  labelFrom: empty,
  label: sql`m.short_name`,
  note: sql`m.source`,
  link: sql`'/areas?at=' || m.township`,
})

export const areaSources: MeasureSources = {
  residents: sourceOf('residents', sql`m.residents`),
  households: sourceOf('households', sql`m.households`),
}
