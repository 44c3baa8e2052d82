// The SQL of pictures of meetings.
import type { Db } from '../../../platform/db.ts'
import { sql } from '../../../platform/db.ts'

/** The branch of a meeting, and how many pictures it has; null when it was taken back. */
export const lockActivity = (db: Db, id: string): Promise<{ branch: string; photos: number } | null> =>
  db.maybe(sql`
    select x.branch, (select count(*)::int from party_photo p where p.activity = x.id) as photos
    from party_activity x where x.id = ${id} and x.withdrawn_because is null for update of x`)

export const insertPhoto = (db: Db, activity: string, file: string): Promise<number> =>
  db.run(sql`insert into party_photo (activity, file) values (${activity}, ${file})`)

export const deletePhoto = (db: Db, activity: string, file: string): Promise<number> =>
  db.run(sql`delete from party_photo where activity = ${activity} and file = ${file}`)

export const hasPhoto = async (db: Db, activity: string, file: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from party_photo where activity = ${activity} and file = ${file}`)) !== null
