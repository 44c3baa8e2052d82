// The SQL of charters: versions, votes, and who they belong to.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, raw, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { Subject } from '../../../platform/policy.ts'
import {
  type Chapter,
  type CharterKind,
  type CharterStatus,
  type CharterStep,
  type CharterSummary,
  charterSteps,
  type Vote,
} from '../charter.ts'
import type { CharterForm } from '../charter-form.ts'

export const charterSubject = (id: string): Subject => ({
  from: sql`charter_version c join organization o on o.id = c.organization where c.id = ${id}`,
  alias: 'o',
  see: 'charter.see',
  called: '章程',
})

export const ownerSubject = (organization: string): Subject => ({
  from: sql`organization o where o.id = ${organization}`,
  alias: 'o',
  see: 'charter.see',
  called: '组织',
})

const voteView = sql`(select json_build_object('heldOn', v.held_on, 'place', v.place, 'entitled', v.entitled,
    'present', v.present, 'inFavour', v.in_favour, 'against', v.against, 'abstaining', v.abstaining,
    'recorder', v.recorder, 'result', v.result, 'because', v.because, 'onBehalf', v.on_behalf)
  from charter_vote v where v.charter_version = c.id)`

const summaryFields = sql`'id', c.id, 'kind', c.kind, 'status', c.status, 'version', c.version,
  'inForceOn', c.in_force_on, 'endedOn', c.ended_on, 'draftedOn', c.drafted_on, 'onBehalf', c.on_behalf,
  'vote', ${voteView}, 'file', (select ${fileView('f')} from stored_file f where f.id = c.stored_file)`

/** Newest first: the draft, then by the day on which it was drafted. */
export async function versionsOf(db: Db, organization: string): Promise<CharterSummary[]> {
  const found = await db.rows<{ view: CharterSummary }>(sql`
    select json_build_object(${summaryFields}) as view from charter_version c where c.organization = ${organization}
    order by c.status = 'draft' desc, c.version desc nulls last, c.drafted_on desc, c.id desc`)
  return found.map(({ view }) => view)
}

/** A version as the program works with it. */
export type CharterRow = CharterSummary & {
  organization: string
  form: CharterForm | null
  chapters: Chapter[] | null
  withoutVote: string | null
  revision: number
}

const rowFields = sql`${summaryFields}, 'organization', c.organization, 'form', c.form, 'chapters', c.chapters,
  'withoutVote', c.without_vote, 'revision', c.revision`

const oneRow = async (db: Db, where: Sql): Promise<CharterRow | null> => {
  const found = await db.maybe<{ row: CharterRow }>(
    sql`select json_build_object(${rowFields}) as row from charter_version c where ${where}`,
  )
  return found?.row ?? null
}

export const charterById = (db: Db, id: string) => oneRow(db, sql`c.id = ${id}`)

export const currentOf = (db: Db, organization: string) =>
  oneRow(db, sql`c.organization = ${organization} and c.status = 'inForce'`)

/** The version that held when this one was voted on, or null. */
export const predecessorOf = (db: Db, charter: CharterRow, heldOn: Day) =>
  oneRow(
    db,
    sql`c.organization = ${charter.organization} and c.id <> ${charter.id} and c.in_force_on < ${heldOn}
      order by c.in_force_on desc limit 1`,
  )

/** What the register knows of the organization, as far as charters need it. */
export type Owner = {
  id: string
  name: string
  area: string
  status: 'active' | 'dormant' | 'ended'
  demo: boolean
  keeper: string | null
  category: string
  members: number | null
  place: string | null
  scope: string | null
  partyPresence: string | null
  community: string | null
  township: string | null
  may: string[]
}

/** `lock`: whoever changes charters of the organization at the same time waits. */
export const ownerOf = (ctx: Context, organization: string, lock = false): Promise<Owner> =>
  ctx.db.one<Owner>(sql`
    select o.id, o.name, o.area::text as area, o.status, o.demo, o.keeper, o.category, o.members, o.place, o.scope,
      o.party_presence as "partyPresence",
      (select a.short_name from area a where a.code = o.community) as community,
      (select a.short_name from area a where a.code = o.township) as township,
      ${ctx.authority.mayOn(['charter.draft', 'charter.adopt'], 'o')} as may
    from organization o where o.id = ${organization} ${raw(lock ? 'for update' : '')}`)

export type NewCharter = {
  id: string
  organization: string
  kind: CharterKind
  form: CharterForm | null
  file: string | null
  onBehalf: boolean
}

export const insertDraft = (ctx: Context, draft: NewCharter): Promise<number> =>
  ctx.db.run(sql`
    insert into charter_version (id, organization, kind, status, form, stored_file, drafted_on, drafted_by, on_behalf, updated_at)
    values (${draft.id}, ${draft.organization}, ${draft.kind}, 'draft', ${draft.form && JSON.stringify(draft.form)},
      ${draft.file}, ${ctx.today}, ${ctx.who.id}, ${draft.onBehalf}, ${ctx.now})`)

/** Keeps the answers of a draft that nobody else has touched since `revision`. Returns how many were written. */
export const updateForm = (ctx: Context, id: string, revision: number, form: CharterForm): Promise<number> =>
  ctx.db.run(sql`
    update charter_version set form = ${JSON.stringify(form)}, revision = revision + 1, updated_at = ${ctx.now}
    where id = ${id} and status = any(${charterSteps.edit.from}::text[]) and revision = ${revision}`)

export type Move = {
  step: Exclude<CharterStep, 'edit'>
  version?: number
  chapters?: Chapter[] | null
  inForceOn?: Day
  endedOn?: Day
  withoutVote?: string
}

/** The one statement that changes a status; it names those that it leaves. Returns how many were moved. */
export const moveCharter = (ctx: Context, id: string, move: Move): Promise<number> =>
  ctx.db.run(sql`
    update charter_version set status = ${charterSteps[move.step].to},
      version = coalesce(${move.version ?? null}, version),
      chapters = coalesce(${move.chapters ? JSON.stringify(move.chapters) : null}::jsonb, chapters),
      in_force_on = coalesce(${move.inForceOn ?? null}::date, in_force_on),
      ended_on = coalesce(${move.endedOn ?? null}::date, ended_on),
      without_vote = coalesce(${move.withoutVote ?? null}, without_vote), updated_at = ${ctx.now}
    where id = ${id} and status = any(${charterSteps[move.step].from}::text[])`)

export async function nextVersion(db: Db, organization: string): Promise<number> {
  const { next } = await db.one<{ next: number }>(
    sql`select coalesce(max(version), 0) + 1 as next from charter_version where organization = ${organization}`,
  )
  return next
}

export const insertVote = (ctx: Context, charter: string, vote: Vote): Promise<number> =>
  ctx.db.run(voteInsert(ctx, charter, vote))

/** Over what was recorded before, if anything was. */
export const putVote = (ctx: Context, charter: string, vote: Vote): Promise<number> =>
  ctx.db.run(sql`${voteInsert(ctx, charter, vote)}
    on conflict (charter_version) do update set held_on = excluded.held_on, place = excluded.place,
      entitled = excluded.entitled, present = excluded.present, in_favour = excluded.in_favour,
      against = excluded.against, abstaining = excluded.abstaining, recorder = excluded.recorder,
      because = excluded.because, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`)

const voteInsert = (ctx: Context, charter: string, vote: Vote): Sql => sql`
    insert into charter_vote (charter_version, held_on, place, entitled, present, in_favour, against, abstaining, recorder,
      result, because, on_behalf, recorded_by, recorded_at)
    values (${charter}, ${vote.heldOn}, ${vote.place}, ${vote.entitled}, ${vote.present}, ${vote.inFavour},
      ${vote.against}, ${vote.abstaining}, ${vote.recorder}, ${vote.result}, ${vote.because}, ${vote.onBehalf},
      ${ctx.who.id}, ${ctx.now})`

/** The id of the paper of a version, or null. */
export async function paperOf(db: Db, id: string): Promise<string | null> {
  const found = await db.maybe<{ file: string | null }>(
    sql`select stored_file as file from charter_version where id = ${id}`,
  )
  return found?.file ?? null
}

export type CharterInForce = {
  id: string
  version: number
  kind: CharterKind
  inForceOn: Day
  /** Null where no vote is on record. */
  adoptedOn: Day | null
  status: CharterStatus
}

/** The version of an organization's charter that held on a day, or null. */
export const charterInForce = (db: Db, organization: string, on: Day): Promise<CharterInForce | null> =>
  db.maybe(sql`
    select c.id, c.version, c.kind, c.in_force_on as "inForceOn", c.status,
      (select v.held_on from charter_vote v where v.charter_version = c.id) as "adoptedOn"
    from charter_version c where c.organization = ${organization} and c.in_force_on <= ${on}
      and (c.ended_on is null or c.ended_on > ${on})`)
