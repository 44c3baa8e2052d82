// The SQL of 扫码签到: the codes of a training, what stands behind one, and who has signed in by it.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import type { Training } from '../training.ts'
import { type Locked, openTo } from './training-store.ts'

/** A training as its door needs to know it. */
export type Hall = Pick<
  Training,
  'title' | 'organizer' | 'place' | 'status' | 'kind' | 'heldOn' | 'endsAt' | 'area' | 'demo'
> & { training: string; areaLevel: Locked['areaLevel']; until: Day }

const hallFields = sql`t.id as training, t.title, t.organizer, t.place, t.status, t.kind, t.held_on as "heldOn", t.until,
  to_char(t.ends_at at time zone 'Asia/Shanghai', 'HH24:MI') as "endsAt", t.area::text as area,
  t.level as "areaLevel", t.demo`

export const hallOf = (db: Db, training: string): Promise<Hall> =>
  db.one(sql`select ${hallFields} from training t where t.id = ${training}`)

/** A code and the hall behind it. `arrivals`: all that were made by it, also those that were taken out again. */
export type CodeAt = Hall & {
  id: string
  code: string
  day: Day
  closed: boolean
  /** Another one of its day stands open in its place. */
  renewed: boolean
  arrivals: number
}

export const codeAt = (db: Db, code: string): Promise<CodeAt | null> =>
  db.maybe(sql`
    select c.id, c.code, c.day, c.closed_at is not null as closed,
      exists (select 1 from training_check_in other where other.training = c.training and other.id <> c.id
        and other.day = c.day and other.closed_at is null) as renewed,
      (select count(*)::int from training_attendance n where n.check_in = c.id) as arrivals, ${hallFields}
    from training_check_in c join training t on t.id = c.training where c.code = ${code}`)

/** The code of that day that stands open, or null. */
export const openCode = async (db: Db, training: string, day: Day): Promise<string | null> =>
  (
    await db.maybe<{ code: string }>(sql`
      select code from training_check_in where training = ${training} and day = ${day} and closed_at is null`)
  )?.code ?? null

/** Attendees who signed in by scanning. */
export const countScanned = async (db: Db, training: string): Promise<number> =>
  (
    await db.one<{ count: number }>(sql`
      select count(*)::int as count from training_attendance
      where training = ${training} and removed_at is null and check_in is not null`)
  ).count

/** Closes what stands open, also of a former day. Returns how many. */
export const closeCodes = (ctx: Context, training: string): Promise<number> =>
  ctx.db.run(sql`
    update training_check_in set closed_at = ${ctx.now} where training = ${training} and closed_at is null`)

export const insertCode = (ctx: Context, training: string, code: string): Promise<number> =>
  ctx.db.run(sql`
    insert into training_check_in (id, training, code, day, opened_by, opened_at)
    values (${ctx.newId()}, ${training}, ${code}, ${ctx.today}, ${ctx.who.id}, ${ctx.now})`)

export type Choice = { id: string; name: string; areaName: string; twice: boolean }

/** Organizations that are invited or enrolled and may still come. */
export const choicesAt = (db: Db, hall: Hall): Promise<Choice[]> =>
  db.rows(sql`
    select o.id, o.name, a.short_name as "areaName", count(*) over (partition by o.name) > 1 as twice
    from training_enrolment e join organization o on o.id = e.organization join area a on a.code = o.area
    where e.training = ${hall.training} and e.status in ('invited', 'enrolled') and ${openTo(hall)}
    order by o.name, o.id`)

/** Whom the answer of an organization names. */
export const namesAt = async (
  db: Db,
  training: string,
  organization: string,
): Promise<{ name: string; leader: boolean }[]> =>
  (
    await db.maybe<{ names: { name: string; leader: boolean }[] }>(sql`
      select names from training_enrolment where training = ${training} and organization = ${organization}`)
  )?.names ?? []

/**
 * What the list says of a name of an organization: there, taken off after a scan, or nothing. Whoever was put from none to
 * the organization that was meant is there.
 */
export async function standingOf(
  db: Db,
  training: string,
  organization: string | null,
  bare: string,
): Promise<'there' | 'takenOff' | null> {
  const rows = await db.rows<{ there: boolean; same: boolean }>(sql`
    select removed_at is null as there, organization is not distinct from ${organization}::uuid as same
    from training_attendance
    where training = ${training} and bare = ${bare} and (removed_at is null or check_in is not null)`)
  const same = rows.filter((row) => row.same)
  if (same.some(({ there }) => there)) return 'there'
  if (same.length === 0) return null
  return organization === null && rows.some(({ there }) => there) ? 'there' : 'takenOff'
}
