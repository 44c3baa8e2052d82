// The SQL of an activity's pictures.
import { type Db, sql } from '../../../platform/db.ts'

export const linkPhoto = (db: Db, activity: string, file: string): Promise<number> =>
  db.run(sql`insert into activity_photo (activity, file) values (${activity}, ${file})`)

export const unlinkPhoto = (db: Db, activity: string, file: string): Promise<number> =>
  db.run(sql`delete from activity_photo where activity = ${activity} and file = ${file}`)
