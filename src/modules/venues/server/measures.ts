// Publishes the use of rooms as the measure `venueUses`: on its day, at the place of the room.
import { sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { daySql } from '../../../platform/minute-sql.ts'

/** What was accepted counts once its day is there, unless somebody recorded that the room stood empty. */
const uses = sql`(
  select b.id, b.organization, b.purpose, p.name as venue_name, r.name as room_name, r.venue, ${daySql('b.starts_at')} as starts_on,
    ${daySql('b.starts_at')} as ends_on, p.area, p.province, p.city, p.county, p.township, p.community
  from venue_booking b join venue_room r on r.id = b.venue_room join support_platform p on p.id = r.venue
  where b.status in ('accepted', 'used')) m`

export const venueSources: MeasureSources = {
  venueUses: {
    from: uses,
    id: sql`m.id::text`,
    where: sql`true`,
    quantity: sql`1`,
    attributes: {},
    labelFrom: sql`join organization o on o.id = m.organization`,
    label: sql`m.venue_name || ' ' || m.room_name`,
    note: sql`o.name || ' · ' || m.purpose`,
    link: sql`'/venues/' || m.venue`,
  },
}
