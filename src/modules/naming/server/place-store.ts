// The SQL of where an organization is, by the names that people use.
import { type Db, sql } from '../../../platform/db.ts'
import type { Place } from '../places.ts'

/** An area and those above it by their short names, from the province down; empty when it is not loaded. */
export const placesOf = (db: Db, area: string): Promise<Place[]> =>
  db.rows<Place>(sql`
    select up.level, up.short_name as name from area a
    join area up on up.code in (a.province, a.city, a.county, a.township, a.community)
    where a.code = ${area}
    order by array_position(array['province', 'city', 'county', 'township', 'community'], up.level)`)
