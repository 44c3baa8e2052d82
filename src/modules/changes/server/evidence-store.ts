// The SQL of papers that are handed in as evidence of winding up.
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'

export const linkEvidence = (ctx: Context, exit: string, step: string, file: string): Promise<number> =>
  ctx.db.run(sql`
    insert into exit_step_file (exit_case, step, file, added_at, added_by)
    values (${exit}, ${step}, ${file}, ${ctx.now}, ${ctx.who.id})`)

/** How many were taken out. */
export const unlinkEvidence = (db: Db, exit: string, file: string): Promise<number> =>
  db.run(sql`delete from exit_step_file where exit_case = ${exit} and file = ${file}`)

export const hasEvidence = async (db: Db, exit: string, file: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from exit_step_file where exit_case = ${exit} and file = ${file}`)) !== null
