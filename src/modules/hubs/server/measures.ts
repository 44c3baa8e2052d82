// Publishes ties of hubs, and the services in them, as measures: at the hub's place, by the hub.
import { type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'

/** The first day on which the served organization exists no more; null while it does. */
const servedUntil = sql`(select case when bool_and(e.ends_on is not null) then max(e.ends_on) end
  from organization_period e where e.organization = f.served and e.superseded_at is null)`

/**
 * A tie counts while the hub stood in the register as the period says, so that its place on a past day is right too, and
 * while the served organization exists.
 */
const tiesOver = (facts: Sql): Sql => sql`(
    select f.id, f.attribute, f.hub as organization, f.served, f.starts_on as began_on,
      p.area, p.province, p.city, p.county, p.township, p.community,
      greatest(f.starts_on, p.starts_on) as starts_on, least(f.ends_on, p.ends_on, ${servedUntil}) as ends_on
    from ${facts} f join organization_period p on p.organization = f.hub and p.superseded_at is null
      and daterange(f.starts_on, f.ends_on) && daterange(p.starts_on, p.ends_on)) m`

const held = sql`t.status in ('active', 'ended')`

const ties = sql`(select t.id, t.hub, t.served, t.starts_on, t.ends_on, null::text as attribute
  from hub_tie t where ${held})`

/** A tie that was ended as of a day before a service began leaves of that service an empty time. */
const services = sql`(select v.id, t.hub, t.served, v.starts_on, v.service as attribute,
    case when t.ends_on < v.starts_on then v.starts_on else least(v.ends_on, t.ends_on) end as ends_on
  from hub_service v join hub_tie t on t.id = v.hub_tie where ${held})`

const sourceOver = (facts: Sql, attributes: MeasureSource['attributes']): MeasureSource => ({
  from: tiesOver(facts),
  id: sql`m.id::text`,
  where: sql`true`,
  // Each tie once, as the hub stood when it began.
  began: (from, to) =>
    sql`(m.starts_on = m.began_on and m.began_on <= ${to} and m.began_on >= coalesce(${from}::date, '-infinity'))`,
  quantity: sql`1`,
  attributes,
  labelFrom: sql`join organization h on h.id = m.organization join organization s on s.id = m.served`,
  label: sql`s.name`,
  note: sql`'由' || h.name || '服务'`,
  link: sql`'/organizations/' || m.served`,
})

export const hubSources: MeasureSources = {
  hubTies: sourceOver(ties, {}),
  hubServices: sourceOver(services, { kind: sql`m.attribute` }),
}
