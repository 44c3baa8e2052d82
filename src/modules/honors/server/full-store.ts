// The SQL of what belongs to one title: its history, its objections, its evidence.
import type { FileView } from '../../../kernel/file-kind.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { HonorInFull, HonorStepKind, Objection, ObjectionOutcome } from '../honor.ts'

export const stepsOf = (db: Db, honor: string): Promise<HonorInFull['steps']> =>
  db.rows(sql`
    select s.kind, s.at, s.person_name as who, s.said from honor_step s where s.honor = ${honor} order by s.at, s.id`)

/** One line of its history. */
export const insertStep = (
  ctx: Context,
  honor: string,
  kind: HonorStepKind,
  said: string | null,
): Promise<number> =>
  ctx.db.run(sql`
    insert into honor_step (id, honor, kind, at, person, person_name, said)
    values (${ctx.newId()}, ${honor}, ${kind}, ${ctx.now}, ${ctx.who.id}, ${ctx.who.name}, ${said})`)

export const objectionsOf = (db: Db, honor: string): Promise<Objection[]> =>
  db.rows(sql`
    select j.id, j.received_on as "receivedOn", j.said, j.outcome, j.settled,
      (select p.display_name from person p where p.id = j.settled_by) as "settledBy"
    from honor_objection j where j.honor = ${honor} order by j.received_on, j.recorded_at`)

export const insertObjection = (
  ctx: Context,
  honor: string,
  { receivedOn, said }: Pick<Objection, 'receivedOn' | 'said'>,
): Promise<number> =>
  ctx.db.run(sql`
    insert into honor_objection (id, honor, received_on, said, recorded_at, recorded_by)
    values (${ctx.newId()}, ${honor}, ${receivedOn}, ${said}, ${ctx.now}, ${ctx.who.id})`)

/** Returns how many were open and are settled now. */
export const settleObjection = (
  ctx: Context,
  honor: string,
  { id, outcome, said }: { id: string; outcome: ObjectionOutcome; said: string },
): Promise<number> =>
  ctx.db.run(sql`
    update honor_objection set outcome = ${outcome}, settled = ${said}, settled_at = ${ctx.now}, settled_by = ${ctx.who.id}
    where id = ${id} and honor = ${honor} and outcome is null`)

export async function filesOf(db: Db, honor: string): Promise<FileView[]> {
  const rows = await db.rows<{ view: FileView }>(sql`
    select ${fileView('f')} as view from honor_file l join stored_file f on f.id = l.file
    where l.honor = ${honor} order by l.added_at, f.id`)
  return rows.map(({ view }) => view)
}

export const linkFile = (ctx: Context, honor: string, file: string): Promise<number> =>
  ctx.db.run(sql`insert into honor_file (honor, file, added_at) values (${honor}, ${file}, ${ctx.now})`)

export const unlinkFile = (db: Db, honor: string, file: string): Promise<number> =>
  db.run(sql`delete from honor_file where honor = ${honor} and file = ${file}`)

export const hasFile = async (db: Db, honor: string, file: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from honor_file where honor = ${honor} and file = ${file}`)) !== null
