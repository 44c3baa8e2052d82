// Grows a world to the records of a big city's three years: a million attendances and three million hours.
import { type Database, sql } from '../src/platform/db.ts'

export const attendances = 1_000_000
export const hours = 3_000_000

/** What the demo has is taken again and again, on other days and by other names; the register stays as it is. */
export async function growRecords(database: Database): Promise<void> {
  await database.transaction(async (db) => {
    // References are right because they are copied; looking each of them up would take most of the time.
    await db.run(sql`set local session_replication_role = replica`)
    await db.run(sql`
      with known as (select n.*, row_number() over (order by n.id) as at, count(*) over () as many from training_attendance n)
      insert into training_attendance (id, training, organization, area, province, city, county, township, community,
        audience, level, name, bare, leader, attended_on, recorded_at, demo)
      select gen_random_uuid(), training, organization, area, province, city, county, township, community, audience, level,
        name || '·' || turn, bare || '·' || turn, leader, attended_on - (turn * 7)::int % 700, recorded_at, demo
      from known cross join lateral generate_series(1, ceil(${attendances}::numeric / many)::int) as turns (turn)
      where (turn - 1) * many + at <= ${attendances} - many`)
    await db.run(sql`
      with known as (
        select e.*, row_number() over (order by e.id) as at, count(*) over () as many, avg(e.minutes) over () as mean
        from service_entry e where e.status = 'confirmed')
      insert into service_entry (id, team_member, volunteer, organization, area, province, city, county, township, community,
        kind, content, served_on, minutes, status, due_on, recorded_by, recorded_at, demo)
      select gen_random_uuid(), team_member, volunteer, organization, area, province, city, county, township, community, kind,
        content || '·' || turn, served_on - (turn * 11)::int % 900, minutes, status, due_on, recorded_by, recorded_at, demo
      from known
      cross join lateral generate_series(1, ceil(${hours} * 60 / mean / many)::int) as turns (turn)
      where (turn - 1) * many + at <= ${hours} * 60 / mean`)
  })
}

export const sizes = (database: Database): Promise<{ attendances: number; hours: number }> =>
  database.one(sql`
    select (select count(*)::int from training_attendance) as attendances,
      (select (sum(minutes) / 60)::int from service_entry where status = 'confirmed') as hours`)
