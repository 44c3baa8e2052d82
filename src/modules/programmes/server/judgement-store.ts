// The SQL of judgements: what people found where no count decides, and the papers behind it.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'

export type JudgementRow = {
  id: string
  target: string
  area: string
  result: 'met' | 'onCourse' | 'behind'
  on: Day
  by: string
  evidence: string
  /** Name of the paper behind it. */
  file: string | null
}

/** Of each target and area inside one area, the newest judgement on or before a day. */
export const judgementsOn = (db: Db, programme: string, scope: Sql, asOf: Day): Promise<JudgementRow[]> =>
  db.rows(sql`
    select distinct on (j.target, j.area) j.id, j.target, j.area::text as area, j.result, j.judged_on as "on",
      p.display_name as by, j.evidence, f.file_name as file
    from judgement j join person p on p.id = j.person join area a on a.code = j.area
      left join stored_file f on f.id = j.file
    where j.programme = ${programme} and j.judged_on <= ${asOf} and ${scope}
    order by j.target, j.area, j.judged_on desc, j.at desc`)

type New = { programme: string; target: string; area: string; result: string; on: Day; evidence: string }

export const insertJudgement = (ctx: Context, { programme, ...judgement }: New): Promise<{ id: string }> =>
  ctx.db.one(sql`
    insert into judgement (id, programme, target, area, result, judged_on, evidence, person, at)
    values (${ctx.newId()}, ${programme}, ${judgement.target}, ${judgement.area}, ${judgement.result},
            ${judgement.on}, ${judgement.evidence}, ${ctx.who.id}, ${ctx.now}) returning id`)

export const judgementSubject = (id: string): Subject => ({
  from: sql`judgement j join area a on a.code = j.area where j.id = ${id}`,
  alias: 'a',
  see: 'programme.see',
  called: '评定',
})

/** The paper of a judgement, or null. */
export const paperOf = async (db: Db, id: string): Promise<string | null> =>
  (await db.maybe<{ file: string | null }>(sql`select file from judgement where id = ${id}`))?.file ?? null

/** 0 when it has one already. */
export const setPaper = (db: Db, id: string, file: string): Promise<number> =>
  db.run(sql`update judgement set file = ${file} where id = ${id} and file is null`)
