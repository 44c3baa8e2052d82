// The SQL of the packs that are in force at an area.
import type { Day } from '../../../kernel/time.ts'
import { type Db, sql } from '../../../platform/db.ts'

/** Of programmes whose area holds this one: the lowest first. `key` changes with the text. */
export const packsAt = (db: Db, area: string, on: Day): Promise<{ key: string; text: string }[]> =>
  db.rows(sql`
    select k.id || ' ' || k.version || ' ' || k.loaded_at as key, k.text
    from area a join programme g on g.area in (a.province, a.city, a.county, a.township, a.community)
    join pack k on k.id = g.pack and k.version = g.pack_version join area p on p.code = g.area
    where a.code = ${area} and g.starts_on <= ${on} and g.ends_on >= ${on}
    order by array_position(array['community', 'township', 'county', 'city', 'province'], p.level), k.id`)
