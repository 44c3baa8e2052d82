// The SQL of leaving: cancellations and removals with their steps, and the records that come before a removal.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { Subject } from '../../../platform/policy.ts'
import type {
  Admonition,
  AdmonitionDraft,
  Exit,
  ExitCause,
  ExitKind,
  ExitStatus,
  ExitStep,
  Vote,
} from '../exit.ts'
import { type ExitMove, exitMoves } from '../exit-rules.ts'
import { areaName } from './desk-store.ts'

/** An exit for those who see its organization; reached through the organization (`o`). */
export const exitSubject = (id: string): Subject => ({
  from: sql`exit_case e join organization o on o.id = e.organization where e.id = ${id}`,
  alias: 'o',
  see: 'change.see',
  called: '退出事项',
})

/** Whether the person's postings reach the desk of an exit. */
export const reachesDesk = async (ctx: Context, action: 'exit.decide', id: string): Promise<boolean> =>
  (await ctx.db.maybe(
    sql`select 1 from exit_case e where e.id = ${id} and ${ctx.authority.scope(action, 'e')}`,
  )) !== null

export type ExitRow = {
  id: string
  organization: string
  kind: ExitKind
  status: ExitStatus
  cause: ExitCause
  said: string
  answerDue: Day | null
  answered: boolean
  area: string
  tier: 'registered' | 'filed' | 'guided'
  steps: ExitStep[]
}

export const lockExit = (db: Db, id: string): Promise<ExitRow> =>
  db.one(sql`
    select e.id, e.organization, e.kind, e.status, e.cause, e.said, e.answer_due as "answerDue",
      e.answered_at is not null as answered, o.area::text as area, o.tier, ${stepsOf} as steps
    from exit_case e join organization o on o.id = e.organization where e.id = ${id} for update of e`)

const stepsOf = sql`(
  select coalesce(json_agg(json_build_object('name', s.name, 'title', s.title, 'dueOn', s.due_on, 'doneOn', s.done_on,
    'evidence', s.evidence, 'who', s.done_by_name, 'files', (
      select coalesce(json_agg(${fileView('f')} order by l.added_at, l.file), '[]')
      from exit_step_file l join stored_file f on f.id = l.file where l.exit_case = s.exit_case and l.step = s.name)) order by s.position), '[]')
  from exit_step s where s.exit_case = e.id)`

export type NewExit = {
  organization: string
  kind: ExitKind
  desk: string
  cause: string
  said: string
  vote: Vote | null
  onBehalf: boolean
  noticedOn: Day | null
  answerDue: Day | null
}

export const insertExit = (ctx: Context, id: string, exit: NewExit): Promise<number> =>
  ctx.db.run(sql`
    insert into exit_case (id, organization, kind, status, area, province, city, county, township, community, cause, said,
      vote, on_behalf, opened_by, opened_by_name, opened_at, noticed_on, answer_due)
    select ${id}, ${exit.organization}, ${exit.kind}, ${exit.kind === 'removal' ? 'noticed' : 'requested'},
      a.code, a.province, a.city, a.county, a.township, a.community, ${exit.cause}, ${exit.said},
      ${exit.vote && JSON.stringify(exit.vote)}::jsonb, ${exit.onBehalf}, ${ctx.who.id}, ${ctx.who.name}, ${ctx.now},
      ${exit.noticedOn}, ${exit.answerDue}
    from area a where a.code = ${exit.desk}::bigint`)

/** The one statement that changes the status of an exit; gives how many were in a status that the move leaves. */
export const moveExit = (
  ctx: Context,
  id: string,
  move: ExitMove,
  { said, endedOn }: { said: string | null; endedOn: Day | null },
): Promise<number> =>
  ctx.db.run(sql`
    with moved as (
      update exit_case set status = ${exitMoves[move].to}, ended_on = ${endedOn}, decided_at = ${ctx.now}
      where id = ${id} and status = any(${[...exitMoves[move].from]}::text[]) returning id)
    insert into exit_decision (id, exit_case, kind, said, decided_by, decided_by_name, decided_at)
    select ${ctx.newId()}, m.id, ${move}, ${said}, ${ctx.who.id}, ${ctx.who.name}, ${ctx.now} from moved m`)

export type PlannedStep = { name: string; title: string; dueOn: Day | null }

export const insertSteps = (db: Db, exit: string, steps: readonly PlannedStep[]): Promise<number> =>
  db.run(sql`
    insert into exit_step (exit_case, name, position, title, due_on)
    select ${exit}, r.name, r.position, r.title, r."dueOn"
    from json_to_recordset(${JSON.stringify(steps.map((step, position) => ({ ...step, position })))}::json)
      as r(name text, position int, title text, "dueOn" date)`)

/** Ticks a step once; gives how many were open. */
export const tickStep = (
  ctx: Context,
  exit: string,
  name: string,
  { on, evidence }: { on: Day; evidence: string },
): Promise<number> =>
  ctx.db.run(sql`
    update exit_step set done_on = ${on}, evidence = ${evidence}, done_by = ${ctx.who.id}, done_by_name = ${ctx.who.name}
    where exit_case = ${exit} and name = ${name} and done_on is null`)

/** Writes the answer once; gives how many had none. */
export const insertAnswer = (ctx: Context, id: string, said: string): Promise<number> =>
  ctx.db.run(sql`
    update exit_case set answer = ${said}, answered_by_name = ${ctx.who.name}, answered_at = ${ctx.now}
    where id = ${id} and status = 'noticed' and answered_at is null`)

/** Exits of an organization, or one, newest first. */
export async function readExits(
  ctx: Context,
  of: { organization: string } | { exit: string },
): Promise<Exit[]> {
  const condition = 'exit' in of ? sql`e.id = ${of.exit}` : sql`e.organization = ${of.organization}`
  const rows = await ctx.db.rows<{ view: Exit }>(sql`
    select json_build_object('id', e.id, 'kind', e.kind, 'status', e.status, 'cause', e.cause, 'said', e.said,
      'vote', e.vote, 'onBehalf', e.on_behalf, 'who', e.opened_by_name, 'at', e.opened_at,
      'deskName', ${areaName('e.area')}, 'noticedOn', e.noticed_on, 'answerDue', e.answer_due,
      'answer', case when e.answered_at is not null then json_build_object('said', e.answer, 'who', e.answered_by_name,
        'at', e.answered_at) end,
      'decisions', (select coalesce(json_agg(json_build_object('kind', d.kind, 'said', d.said, 'who', d.decided_by_name,
        'at', d.decided_at) order by d.decided_at, d.id), '[]') from exit_decision d where d.exit_case = e.id),
      'endedOn', e.ended_on, 'steps', ${stepsOf},
      'may', array_remove(array[
        case when ${ctx.authority.scope('exit.request', 'o')} then 'exit.request' end,
        case when ${ctx.authority.scope('exit.decide', 'e')} then 'exit.decide' end,
        case when ${ctx.authority.scope('exit.remove', 'o')} then 'exit.remove' end], null)) as view
    from exit_case e join organization o on o.id = e.organization
    where ${condition} and ${ctx.authority.scope('change.see', 'o')} order by e.opened_at desc, e.id desc`)
  return rows.map(({ view }) => view)
}

export const admonitionSubject = (id: string): Subject => ({
  from: sql`admonition s join organization o on o.id = s.organization where s.id = ${id}`,
  alias: 'o',
  see: 'change.see',
  called: '监督记录',
})

export const insertAdmonition = (
  ctx: Context,
  id: string,
  organization: string,
  draft: AdmonitionDraft,
): Promise<number> =>
  ctx.db.run(sql`
    insert into admonition (id, organization, kind, happened_on, said, due_on, recorded_by, recorded_by_name, recorded_at)
    values (${id}, ${organization}, ${draft.kind}, ${draft.on}, ${draft.said}, ${draft.dueOn}, ${ctx.who.id},
      ${ctx.who.name}, ${ctx.now})`)

/** Settles once; gives how many were open. */
export const settleAdmonition = (
  ctx: Context,
  id: string,
  { on, said }: { on: Day; said: string },
): Promise<number> =>
  ctx.db.run(sql`
    update admonition set settled_on = ${on}, settled = ${said}, settled_by = ${ctx.who.id}, settled_by_name = ${ctx.who.name}
    where id = ${id} and settled_on is null and happened_on <= ${on}`)

export const organizationAdmonished = async (db: Db, id: string): Promise<string> =>
  (await db.one<{ organization: string }>(sql`select organization from admonition where id = ${id}`))
    .organization

/** Of an organization, or one, newest first. */
export const readAdmonitions = (
  db: Db,
  of: { organization: string } | { admonition: string },
): Promise<Admonition[]> =>
  db.rows(sql`
    select s.id, s.kind, s.happened_on as on, s.said, s.due_on as "dueOn", s.settled_on as "settledOn", s.settled,
      s.recorded_by_name as who
    from admonition s
    where ${'admonition' in of ? sql`s.id = ${of.admonition}` : sql`s.organization = ${of.organization}`}
    order by s.happened_on desc, s.id desc`)
