// The SQL about accounts of leaders.
import { type Db, sql } from '../../../platform/db.ts'

/** Whether somebody is posted as an organization's leader at an area, or above or below it in its line. */
export const isLeaderAt = async (db: Db, person: string, area: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from posting h join person p on p.id = h.person join area at on at.code = ${area}
    where h.person = ${person} and p.active and h.ends_on is null and h.role = 'organizationLeader'
      and h.area in (at.province, at.city, at.county, at.township, at.community)`)) !== null
