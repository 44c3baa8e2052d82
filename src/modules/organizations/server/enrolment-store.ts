// The SQL of enrolling many: keepers, and names that are taken.
import { type Db, sql } from '../../../platform/db.ts'
import type { Leader } from '../../people/leaders-api.ts'

/** Makes accounts the keepers of organizations that have none. */
export const setKeepers = (
  db: Db,
  keepers: readonly { id: string; keeper: string | null }[],
): Promise<number> =>
  db.run(sql`
    update organization o set keeper = r.keeper
    from json_to_recordset(${JSON.stringify(keepers)}::json) as r(id uuid, keeper uuid)
    where o.id = r.id and r.keeper is not null and o.keeper is null`)

/** Of names that are to be borne in areas, those that another living organization bears there. */
export const namesakesAmong = (
  db: Db,
  wanted: readonly { id: string; area: string; name: string }[],
): Promise<{ id: string; areaName: string }[]> =>
  db.rows(sql`
    select r.id, a.short_name as "areaName"
    from json_to_recordset(${JSON.stringify(wanted)}::json) as r(id uuid, area bigint, name text)
    join organization o on o.area = r.area and o.name = r.name and o.status <> 'ended' and o.id <> r.id
    join area a on a.code = o.area`)

export const keeperOf = (db: Db, id: string): Promise<{ area: string; keeper: Leader | null }> =>
  db.one(sql`
    select o.area::text as area, (select json_build_object('id', p.id, 'displayName', p.display_name, 'loginName', p.login_name)
      from person p where p.id = o.keeper) as keeper
    from organization o where o.id = ${id}`)

export const writeKeeper = (db: Db, id: string, person: string | null): Promise<number> =>
  db.run(sql`update organization set keeper = ${person} where id = ${id}`)
