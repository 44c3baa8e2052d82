// The SQL of what organizations are asked and what they answer.
import { yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Enrolment, EnrolmentDraft, EnrolmentStatus, TrainingView } from '../training.ts'
import { type Asked, type EnrolmentStep, enrolmentSteps } from '../training-rules.ts'
import { lacks } from './lacking-store.ts'
import { type Locked, openTo, organizationRef } from './training-store.ts'

/** An answer on which the people of its organization act. */
export const enrolmentSubject = (id: string): Subject => ({
  from: sql`training_enrolment e join organization o on o.id = e.organization where e.id = ${id}`,
  alias: 'o',
  see: 'training.ofOrganization',
  called: '报名',
})

/** Names are told to those who handed them in and to the organizer. `t` is the training with a `keeper`. */
const namesTold = (ctx: Context): Sql =>
  sql`(${ctx.authority.scope('training.enrol', 'o')} or ${ctx.authority.scope('training.names', 't')})`

/** What taking an invitation back depends on. */
const asked = sql`'status', e.status, 'invited', e.invited_at is not null, 'hasKeeper', o.keeper is not null,
  'came', (select count(*) from training_attendance n
    where n.training = e.training and n.organization = e.organization and n.removed_at is null)`

/** `asked`: null for readers who do not invite it. */
export type EnrolmentLine = Omit<Enrolment, 'recall'> & { asked: Asked | null }

/** Of the organizations that the reader may know, those that wait first. */
export async function enrolmentsOf(ctx: Context, training: string): Promise<EnrolmentLine[]> {
  const rows = await ctx.db.rows<{ view: EnrolmentLine }>(sql`
    select json_build_object('id', e.id, 'organization', ${organizationRef}, 'status', e.status, 'people', e.people,
      'names', case when ${namesTold(ctx)} then e.names end, 'reason', e.reason,
      'asked', case when ${ctx.authority.scope('training.invite', 'o')} then json_build_object(${asked}) end,
      'may', ${ctx.authority.mayOn(['training.enrol'], 'o')}) as view
    from training_enrolment e join organization o on o.id = e.organization
    join (select *, null::uuid as keeper from training) t on t.id = e.training
    where e.training = ${training} and (${ctx.authority.scope('training.ofOrganization', 'o')}
      or ${ctx.authority.scope('training.run', 't')})
    order by array_position(array['enrolled', 'invited', 'declined', 'withdrawn', 'recalled'], e.status),
      coalesce(e.answered_at, e.invited_at) desc, e.id limit 500`)
  return rows.map(({ view }) => view)
}

/** Organizations that the reader keeps, to which the training is open and that have no answer yet. */
export async function ownWithoutAnswer(
  ctx: Context,
  training: Pick<Locked, 'id' | 'area' | 'areaLevel'>,
): Promise<TrainingView['own']> {
  const rows = await ctx.db.rows<{ view: TrainingView['own'][number] }>(sql`
    select ${organizationRef} as view from organization o
    where o.keeper = ${ctx.who.id}::uuid and ${openTo(training)} and ${ctx.authority.scope('training.enrol', 'o')}
      and not exists (select 1 from training_enrolment e where e.training = ${training.id} and e.organization = o.id)
    order by o.name limit 50`)
  return rows.map(({ view }) => view)
}

export type EnrolmentRow = { id: string; training: string; organization: string; status: EnrolmentStatus }

export const trainingAsked = async (db: Db, id: string): Promise<string | null> =>
  (await db.maybe<{ training: string }>(sql`select training from training_enrolment where id = ${id}`))
    ?.training ?? null

export const lockEnrolment = (db: Db, id: string): Promise<EnrolmentRow | null> =>
  db.maybe(sql`select id, training, organization, status from training_enrolment where id = ${id} for update`)

/** The same with what taking it back depends on; the training must be held already. */
export const askedOf = async (db: Db, id: string): Promise<Asked> =>
  (
    await db.one<{ asked: Asked }>(sql`
      select json_build_object(${asked}) as asked from training_enrolment e join organization o on o.id = e.organization
      where e.id = ${id}`)
  ).asked

export const enrolmentOf = (db: Db, training: string, organization: string): Promise<EnrolmentRow | null> =>
  db.maybe(sql`
    select id, training, organization, status from training_enrolment
    where training = ${training} and organization = ${organization} for update`)

/** Whether the training is open to an organization. */
export const isOpenTo = async (db: Db, training: Locked, organization: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from organization o where o.id = ${organization} and ${openTo(training)}`)) !==
  null

/** People whom all other organizations have enrolled. */
export const takenBeside = async (db: Db, training: string, organization: string): Promise<number> =>
  (
    await db.one<{ taken: number }>(sql`
      select coalesce(sum(people), 0)::int as taken from training_enrolment
      where training = ${training} and status = 'enrolled' and organization <> ${organization}`)
  ).taken

/** New or again; it names the states that it leaves. Returns how many were written. */
export const writeEnrolment = (
  ctx: Context,
  training: string,
  { organization, people, names }: EnrolmentDraft,
): Promise<number> =>
  ctx.db.run(sql`
    insert into training_enrolment as e (id, training, organization, status, people, names, answered_at)
    values (${ctx.newId()}, ${training}, ${organization}, 'enrolled', ${people}, ${JSON.stringify(names)}, ${ctx.now})
    on conflict (training, organization) do update
      set status = 'enrolled', people = ${people}, names = ${JSON.stringify(names)}, answered_at = ${ctx.now}, reason = null
      where e.status = any(${[...enrolmentSteps.enrol.from]}::text[])`)

/** Away from being enrolled or asked; it names the states that it leaves. */
export const moveEnrolment = (
  ctx: Context,
  id: string,
  step: Exclude<EnrolmentStep, 'enrol' | 'invite'>,
  reason: string | null,
): Promise<number> =>
  ctx.db.run(sql`
    update training_enrolment set status = ${enrolmentSteps[step].to}, people = 0, names = '[]',
      answered_at = ${ctx.now}, reason = ${reason}
    where id = ${id} and status = any(${[...enrolmentSteps[step].from]}::text[])`)

/** As if it had never been asked: for those who know nothing of it. Returns how many. */
export const dropInvitation = (db: Db, id: string): Promise<number> =>
  db.run(sql`delete from training_enrolment where id = ${id} and status = 'invited'`)

/** Of some organizations: how many the reader may see, and how many of these invite. */
export const reachOf = (ctx: Context, ids: readonly string[]): Promise<{ seen: number; allowed: number }> =>
  ctx.db.one(sql`
    select count(*)::int as seen, (count(*) filter (where ${ctx.authority.scope('training.invite', 'o')}))::int as allowed
    from organization o where o.id = any(${ids}::uuid[]) and ${ctx.authority.scope('organization.see', 'o')}`)

/** Those chosen, or all of an area that lack the year's training. */
export type Whom = { organizations: string[] } | { lackingIn: string }

/** Asks those who have not been asked, or whose invitation was taken back; answers with their ids. */
export async function inviteThose(ctx: Context, training: Locked, whom: Whom): Promise<string[]> {
  const condition =
    'organizations' in whom
      ? sql`o.id = any(${whom.organizations}::uuid[])`
      : sql`${await withinArea(ctx.db, whom.lackingIn, 'o')} and ${lacks(yearOf(training.heldOn))}`
  const rows = await ctx.db.rows<{ organization: string }>(sql`
    insert into training_enrolment as e (id, training, organization, status, invited_at)
    select gen_random_uuid(), ${training.id}, o.id, 'invited', ${ctx.now} from organization o
    where ${openTo(training)} and o.status = 'active' and ${ctx.authority.scope('training.invite', 'o')} and ${condition}
    on conflict (training, organization) do update
      set status = 'invited', invited_at = ${ctx.now}, answered_at = null, reason = null
      where e.status = any(${[...enrolmentSteps.invite.from]}::text[])
    returning organization`)
  return rows.map(({ organization }) => organization)
}
