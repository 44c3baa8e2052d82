// Records what happened beside the write that did it.
import type { Day } from '../kernel/time.ts'
import type { Context } from './context.ts'
import { sql } from './db.ts'

export type FieldChange = { field: string; from: unknown; to: unknown }

export type Happening = {
  /** `organization.edit` and the like. */
  action: string
  subjectKind: string
  subject: string
  area?: string | null
  effectiveOn?: Day | null
  reason?: string | null
  changes?: FieldChange[]
}

export const record = (ctx: Context, happening: Happening): Promise<void> => recordAll(ctx, [happening])

/** Many at once, in one statement. */
export async function recordAll(ctx: Context, happenings: Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const rows = happenings.map((happening) => ({
    ...happening,
    id: ctx.newId(),
    changes: happening.changes ?? [],
  }))
  await ctx.db.run(sql`
    insert into event (id, at, person, person_name, action, subject_kind, subject, area, effective_on, reason, changes, request)
    select r.id, ${ctx.now}, ${ctx.who.id}, ${ctx.who.name}, r.action, r."subjectKind", r.subject, r.area,
           r."effectiveOn", r.reason, r.changes, ${ctx.request}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, action text, "subjectKind" text, subject text,
      area bigint, "effectiveOn" date, reason text, changes jsonb)`)
}
