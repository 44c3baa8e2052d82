// The SQL of steps: the one statement that changes where applications stand, and their thread.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'
import type { Tier } from '../../organizations/choices.ts'
import type { ProposalView } from '../../organizations/tiers-api.ts'
import type { ApplicationStatus, Desk, Office, Step } from '../filing.ts'
import type { Terms } from '../terms.ts'

/** A step to be taken: the status that it leaves is named, and whatever else the step decides. */
export type Move = {
  id: string
  from: ApplicationStatus
  to: ApplicationStatus
  desk: Desk
  dueOn: Day | null
  returnedFrom: ApplicationStatus | null
  clockLeft: number | null
  office: Office
  terms: Terms | null
  proposal: ProposalView | null
  organization: string | null
  decidedTier: Tier | null
}

/** The one statement that changes the status of applications. Returns how many stood where they were said to stand. */
export const moveApplications = (ctx: Context, moves: readonly Move[]): Promise<number> =>
  ctx.db.run(sql`
    update application a set status = r."to", desk = r.desk, since_on = ${ctx.today}, due_on = r."dueOn",
      returned_from = r."returnedFrom", clock_left = r."clockLeft", office = r.office, terms = r.terms,
      proposal = r.proposal, organization = r.organization, decided_tier = r."decidedTier",
      submitted_on = case when r."from" = 'draft' and r."to" <> 'withdrawn' then ${ctx.today}::date else a.submitted_on end,
      decided_on = case when r."to" in ('approved', 'refused') then ${ctx.today}::date end,
      decided_by = case when r."to" in ('approved', 'refused') then ${ctx.who.id}::uuid end,
      version = a.version + 1, updated_at = ${ctx.now}
    from json_to_recordset(${JSON.stringify(moves)}::json) as r(id uuid, "from" text, "to" text, desk text, "dueOn" date,
      "returnedFrom" text, "clockLeft" int, office text, terms jsonb, proposal jsonb, organization uuid, "decidedTier" text)
    where a.id = r.id and a.status = r."from"`)

/** One line of a thread: a step, or something said. */
export type StepRow = {
  application: string
  step: Step | 'say' | 'urge'
  supports: boolean | null
  words: string | null
}

export async function insertSteps(ctx: Context, rows: readonly StepRow[]): Promise<void> {
  const steps = rows.map((row) => ({ ...row, id: ctx.newId(), supports: yesNo(row.supports) }))
  await ctx.db.run(sql`
    insert into application_step (id, application, at, person, person_name, step, supports, words)
    select r.id, r.application, ${ctx.now}, ${ctx.who.id}, ${ctx.who.name}, r.step, r.supports, r.words
    from json_to_recordset(${JSON.stringify(steps)}::json) as r(id uuid, application uuid, step text, supports text, words text)`)
}

const yesNo = (given: boolean | null): string | null => (given === null ? null : given ? 'yes' : 'no')
