// The SQL of the stages of a stay.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'

/** The stage that goes on ends on a day, with what came of it. */
export const endStage = (db: Db, incubation: string, on: Day, finding: string | null): Promise<number> =>
  db.run(sql`
    update incubation_stage set ends_on = ${on}, finding = coalesce(${finding}, finding)
    where incubation = ${incubation} and ends_on is null`)

export const insertStage = (
  ctx: Context,
  incubation: string,
  { stage, mentor, goal, from }: { stage: string; mentor: string | null; goal: string; from: Day },
): Promise<number> =>
  ctx.db.run(sql`
    insert into incubation_stage (id, incubation, stage, mentor, goal, starts_on)
    values (${ctx.newId()}, ${incubation}, ${stage}, ${mentor}, ${goal}, ${from})`)
