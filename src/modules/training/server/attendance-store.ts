// The SQL of who was at a training.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Enrolled } from '../attendance-list.ts'
import type { ListedAttendee } from '../training.ts'
import { type Locked, openTo, organizationRef } from './training-store.ts'

/** At most so many names on one list. */
const listCap = 5_000

/**
 * Somebody of the same name, in the same county, at another training on site in the same hours, whom nobody has said to be
 * somebody else: a hint only, since two people may share a name. `n` and `t` are an attendance and its training.
 */
const elsewhere = sql`(
  select json_build_object('id', n2.id, 'title', t2.title, 'heldOn', t2.held_on, 'organizationName', o2.name)
  from training t2 join training_attendance n2 on n2.training = t2.id and n2.bare = n.bare and n2.removed_at is null
    and n2.county is not distinct from n.county
  left join organization o2 on o2.id = n2.organization
  where t2.status = 'held' and t2.id <> t.id and t2.starts_at < t.ends_at and t2.ends_at > t.starts_at
    and not exists (select 1 from training_namesake s
      where s.attendance = least(n.id, n2.id) and s.other = greatest(n.id, n2.id))
  order by t2.starts_at, n2.id limit 1)`

export async function attendedAt(db: Db, training: string): Promise<ListedAttendee[]> {
  const rows = await db.rows<{ view: ListedAttendee }>(sql`
    select json_build_object('id', n.id, 'name', n.name, 'leader', n.leader, 'attendedOn', n.attended_on,
      'organization', case when o.id is not null then ${organizationRef} end, 'elsewhere', ${elsewhere},
      'scan', case when n.check_in is not null then json_build_object('said', n.said) end) as view
    from training_attendance n join training t on t.id = n.training left join organization o on o.id = n.organization
    where n.training = ${training} and n.removed_at is null order by o.name nulls last, n.name, n.id limit ${listCap}`)
  return rows.map(({ view }) => view)
}

export type ListRow = {
  name: string
  organization: string | null
  leader: boolean
  township: string | null
  community: string | null
}

/** Who was there, with the places by which organizations of one name are told apart below the training's own area. */
export const listRows = (db: Db, training: string): Promise<ListRow[]> =>
  db.rows(sql`
    select n.name, o.name as organization, n.leader,
      case when t.level in ('province', 'city', 'county') then s.short_name end as township,
      case when t.level <> 'community' then c.short_name end as community
    from training_attendance n join training t on t.id = n.training left join organization o on o.id = n.organization
    left join area s on s.code = o.township left join area c on c.code = o.community
    where n.training = ${training} and n.removed_at is null order by o.name nulls last, n.name, n.id`)

export async function enrolledFor(db: Db, training: string): Promise<Enrolled[]> {
  const rows = await db.rows<{ view: Enrolled }>(sql`
    select json_build_object('organization', ${organizationRef}, 'people', e.people, 'names', e.names) as view
    from training_enrolment e join organization o on o.id = e.organization
    where e.training = ${training} and e.status = 'enrolled' order by o.name, o.id limit ${listCap}`)
  return rows.map(({ view }) => view)
}

/** Of some organizations: those to which the training is open. */
export async function openAmong(db: Db, training: Locked, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.rows<{ id: string }>(sql`
    select o.id from organization o where o.id = any(${ids}::uuid[]) and ${openTo(training)}`)
  return new Set(rows.map(({ id }) => id))
}

export type NewAttendance = {
  id: string
  organization: string | null
  name: string
  bare: string
  leader: boolean
  /** By the person's own scan of this code. */
  checkIn?: string
  said?: string | null
}

/** Those who are on the list already stay as they are. Returns how many were added. */
export const insertAttendance = (
  ctx: Context,
  training: string,
  on: Day,
  rows: readonly NewAttendance[],
): Promise<number> =>
  ctx.db.run(sql`
    insert into training_attendance (id, training, organization, area, province, city, county, township, community,
      audience, level, name, bare, leader, attended_on, recorded_at, check_in, said)
    select r.id, t.id, o.id, p.area, p.province, p.city, p.county, p.township, p.community, t.audience, t.level, r.name,
      r.bare, r.leader, ${on}, ${ctx.now}, r."checkIn", r.said
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, organization uuid, name text,
      bare text, leader boolean, "checkIn" uuid, said text)
    join training t on t.id = ${training} left join organization o on o.id = r.organization
    cross join lateral (${placeOf}) p
    on conflict on constraint training_attendance_once do nothing`)

/** The organization's place on that day is the one it has now: attendance is recorded within days. */
const placeOf: Sql = sql`
  select o.area, o.province, o.city, o.county, o.township, o.community where o.id is not null
  union all select t.area, t.province, t.city, t.county, t.township, t.community where o.id is null`

/** Taken out again; the rows stay. `ids` null: all of the training. Returns how many. */
export const removeAttendance = (
  ctx: Context,
  training: string,
  ids: readonly string[] | null,
): Promise<number> =>
  ctx.db.run(sql`
    update training_attendance set removed_at = ${ctx.now}
    where training = ${training} and removed_at is null and (${ids === null} or id = any(${ids ?? []}::uuid[]))`)

/** Whether two attendances are of a training and of another one, under one name. */
export const areNamesakes = async (db: Db, training: string, one: string, other: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from training_attendance n join training_attendance n2 on n2.bare = n.bare and n2.training <> n.training
    where n.training = ${training} and n.id = ${one} and n2.id = ${other}
      and n2.county is not distinct from n.county`)) !== null

export const sayNamesakes = (ctx: Context, one: string, other: string): Promise<number> =>
  ctx.db.run(sql`
    insert into training_namesake (attendance, other, said_by, said_at)
    values (least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${ctx.who.id}, ${ctx.now})
    on conflict do nothing`)

/** The training to which attendances belong; null when they are gone. */
export const trainingOfAttendance = async (db: Db, ids: readonly string[]): Promise<string | null> =>
  (
    await db.maybe<{ training: string }>(
      sql`select training from training_attendance where id = any(${ids}::uuid[]) limit 1`,
    )
  )?.training ?? null
