// The SQL of rosters and of files that were handed in.
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import type { Member } from '../filing.ts'

/** In the order in which they were written. */
export const membersOf = (db: Db, application: string): Promise<Member[]> =>
  db.rows(sql`
    select name, mark, leader, key_member as "keyMember", party from application_member
    where application = ${application} order by position`)

/** Puts a whole roster in the place of the one before. */
export async function writeRoster(db: Db, application: string, members: readonly Member[]): Promise<void> {
  const rows = members.map((member, position) => ({ ...member, position }))
  await db.run(sql`delete from application_member where application = ${application}`)
  await db.run(sql`
    insert into application_member (application, position, name, mark, leader, key_member, party)
    select ${application}, r.position, r.name, r.mark, r.leader, r."keyMember", r.party
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(position int, name text, mark text, leader boolean, "keyMember" boolean, party text)`)
}

export const linkFile = (
  ctx: Context,
  application: string,
  material: string,
  file: string,
): Promise<number> =>
  ctx.db.run(sql`
    insert into application_file (id, application, material, file, added_at, added_by)
    values (${ctx.newId()}, ${application}, ${material}, ${file}, ${ctx.now}, ${ctx.who.id})`)

/** How many were taken out. */
export const unlinkFile = (db: Db, application: string, file: string): Promise<number> =>
  db.run(sql`delete from application_file where application = ${application} and file = ${file}`)

export const hasFile = async (db: Db, application: string, file: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from application_file where application = ${application} and file = ${file}`)) !== null

/** Applications among these for which something was handed in as this material. */
export const withMaterial = async (
  db: Db,
  applications: readonly string[],
  material: string,
): Promise<Set<string>> =>
  new Set(
    (
      await db.rows<{ application: string }>(sql`
        select distinct application from application_file
        where application = any(${applications}::uuid[]) and material = ${material}`)
    ).map(({ application }) => application),
  )
