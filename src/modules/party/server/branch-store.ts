// The SQL of branches, their meetings and pairings.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { empty, raw, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { ActivityDraft, Branch, BranchListed, PairingDraft } from '../branches-api.ts'
import type { ActivityKind, BranchKind, BranchNature } from '../party.ts'
import { countsOf, fullOf } from './arrangement-store.ts'
import { refreshDues } from './owed-store.ts'

export const branchSubject = (id: string): Subject => ({
  from: sql`party_branch b where b.id = ${id}`,
  alias: 'b',
  see: 'party.survey',
  called: '党支部',
})

/** A meeting or a pairing, through its branch. */
export const ofBranchSubject = (
  table: 'party_activity' | 'party_pairing',
  id: string,
  called: string,
): Subject => ({
  from: sql`${raw(table)} x join party_branch b on b.id = x.branch where x.id = ${id}`,
  alias: 'b',
  see: 'party.survey',
  called,
})

export type NewBranch = {
  id: string
  name: string
  kind: BranchKind
  nature: BranchNature
  area: string
  foundedOn: Day
  secretary: string | null
  committee: number | null
}

export async function insertBranch(ctx: Context, given: NewBranch): Promise<void> {
  await ctx.db.run(sql`
    insert into party_branch (id, name, kind, nature, area, province, city, county, township, community, founded_on,
      secretary, committee, recorded_on)
    select ${given.id}, ${given.name}, ${given.kind}, ${given.nature}, a.code, a.province, a.city, a.county, a.township,
      a.community, ${given.foundedOn}, ${given.secretary}, ${given.committee}, ${ctx.today}
    from area a where a.code = ${given.area}`)
  await refreshDue(ctx, given.id)
}

const refreshDue = (ctx: Context, branch: string): Promise<number> =>
  refreshDues(ctx.db, sql`b.id = ${branch}`)

/** Branches among these in which no organization is left cease to be. */
export const dissolveEmptied = (
  ctx: Context,
  branches: readonly string[],
  on: Day,
  reason: string,
): Promise<number> =>
  ctx.db.run(sql`
    update party_branch b set dissolved_on = greatest(${on}::date, b.founded_on), dissolved_because = ${reason}
    where b.id = any(${branches}::uuid[]) and b.dissolved_on is null and not exists (
      select 1 from party_arrangement t where t.branch = b.id and t.ends_on is null)`)

/** Exactly one succeeds: it leaves the state "not dissolved". */
export const dissolveBranch = (ctx: Context, id: string, on: Day, reason: string): Promise<number> =>
  ctx.db.run(sql`
    update party_branch set dissolved_on = ${on}, dissolved_because = ${reason}
    where id = ${id} and dissolved_on is null`)

export async function updateBranch(
  ctx: Context,
  id: string,
  { name, secretary, committee }: Pick<NewBranch, 'name' | 'secretary' | 'committee'>,
): Promise<void> {
  await ctx.db.run(sql`
    update party_branch set name = ${name}, secretary = coalesce(${secretary}, secretary), committee = ${committee}
    where id = ${id} and dissolved_on is null`)
  await refreshDue(ctx, id)
}

export const secretaryOf = (ctx: Context, id: string) =>
  ctx.db.one<{ secretary: string | null }>(sql`select secretary from party_branch where id = ${id}`)

const size = (day: Day): Sql => sql`
  left join lateral (
    select count(o.id)::int as organizations, coalesce(sum(${fullOf('o')}), 0)::int as members
    from party_arrangement t join organization o on o.id = t.organization ${countsOf('o', day)}
    where t.branch = b.id and t.ends_on is null) s on true`

const lineFields = sql`'id', b.id, 'name', b.name, 'kind', b.kind, 'nature', b.nature, 'area', b.area::text,
  'areaName', a.short_name, 'foundedOn', b.founded_on, 'dissolvedOn', b.dissolved_on,
  'organizations', s.organizations, 'members', s.members`

export type BranchPage = {
  condition: Sql
  /** Only those in which a meeting is overdue. */
  overdue: boolean
  after: readonly [string, string] | null
  limit: number
}
export type BranchRow = { view: BranchListed; key: string }

/** Standing branches, those whose next meeting is due first before the others. */
export const listBranches = (ctx: Context, page: BranchPage): Promise<BranchRow[]> =>
  ctx.db.rows<BranchRow>(sql`
    select json_build_object(${lineFields}, 'due', nullif(b.due_on, 'infinity')) as view, b.due_on::text as key
    from (
      select b.* from party_branch b
      where b.dissolved_on is null and ${page.condition} and ${ctx.authority.scope('party.survey', 'b')}
        ${page.overdue ? sql`and b.due_on < ${ctx.today}::date` : empty}
        ${page.after ? sql`and (b.due_on, b.id) > (${page.after[0]}::date, ${page.after[1]}::uuid)` : empty}
      order by b.due_on, b.id limit ${page.limit}) b
    join area a on a.code = b.area ${size(ctx.today)}
    order by b.due_on, b.id`)

/** What is so of one branch, but for what the rules say of it. */
export type BranchFacts = Omit<Branch, 'owed' | 'leadershipFault'> & {
  recordedOn: Day
  lastHeld: Partial<Record<ActivityKind, Day>>
}

const mayOf = ['party.arrange', 'party.record', 'party.members'] as const

export const branchFacts = (ctx: Context, id: string): Promise<BranchFacts | null> =>
  ctx.db
    .maybe<{ row: BranchFacts }>(sql`
    select json_build_object(${lineFields}, 'dissolvedBecause', b.dissolved_because, 'recordedOn', b.recorded_on,
      'hasSecretary', b.secretary is not null, 'committee', b.committee,
      'united', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'areaName', oa.short_name,
          'from', t.starts_on, 'members', ${fullOf('o')}) order by o.name, o.id), '[]')
        from party_arrangement t join organization o on o.id = t.organization join area oa on oa.code = o.area
          ${countsOf('o', ctx.today)}
        where t.branch = b.id and t.ends_on is null),
      'activities', (select coalesce(json_agg(x.view), '[]') from (
        select json_build_object('id', x.id, 'kind', x.kind, 'on', x.held_on, 'subject', x.subject,
            'attended', x.attended, 'note', x.note,
            'photos', (select coalesce(json_agg(${fileView('f')} order by f.kept_at, f.id), '[]')
              from party_photo p join stored_file f on f.id = p.file where p.activity = x.id)) as view
        from party_activity x where x.branch = b.id and x.withdrawn_because is null
        order by x.held_on desc, x.id desc limit 60) x),
      'lastHeld', (select coalesce(json_object_agg(l.kind, l.last), '{}') from (
        select x.kind, max(x.held_on) as last from party_activity x
        where x.branch = b.id and x.withdrawn_because is null group by x.kind) l),
      'pairings', (select coalesce(json_agg(json_build_object('id', p.id, 'partner', p.partner, 'kind', p.kind,
          'about', p.about, 'from', p.starts_on, 'until', p.ends_on) order by p.starts_on desc, p.id desc), '[]')
        from party_pairing p where p.branch = b.id),
      'may', ${ctx.authority.mayOn(mayOf, 'b')}) as row
    from party_branch b join area a on a.code = b.area ${size(ctx.today)}
    where b.id = ${id} and ${ctx.authority.scope('party.survey', 'b')}`)
    .then((found) => found?.row ?? null)

/** Locks a branch and tells when it was founded and dissolved. */
export const lockStanding = (ctx: Context, id: string) =>
  ctx.db.one<{ area: string; foundedOn: Day; dissolvedOn: Day | null; secretary: string | null }>(sql`
    select b.area::text as area, b.founded_on as "foundedOn", b.dissolved_on as "dissolvedOn", b.secretary
    from party_branch b where b.id = ${id} for update`)

export async function insertActivity(ctx: Context, branch: string, draft: ActivityDraft): Promise<void> {
  await ctx.db.run(sql`
    insert into party_activity (id, branch, kind, held_on, subject, attended, note, recorded_at, recorded_by)
    values (${ctx.newId()}, ${branch}, ${draft.kind}, ${draft.on}, ${draft.subject}, ${draft.attended}, ${draft.note},
      ${ctx.now}, ${ctx.who.id})`)
  await refreshDue(ctx, branch)
}

/** The branch of a meeting that was in force until now; null when it was taken back before. */
export async function withdrawActivity(ctx: Context, id: string, reason: string) {
  const taken = await ctx.db.maybe<{ branch: string }>(sql`
    update party_activity set withdrawn_because = ${reason} where id = ${id} and withdrawn_because is null
    returning branch`)
  if (taken) await refreshDue(ctx, taken.branch)
  return taken
}

export const insertPairing = (ctx: Context, branch: string, draft: PairingDraft): Promise<number> =>
  ctx.db.run(sql`
    insert into party_pairing (id, branch, partner, kind, about, starts_on)
    values (${ctx.newId()}, ${branch}, ${draft.partner}, ${draft.kind}, ${draft.about}, ${draft.from})`)

export const lockPairing = (ctx: Context, id: string) =>
  ctx.db.one<{ branch: string; from: Day; until: Day | null }>(sql`
    select branch, starts_on as from, ends_on as until from party_pairing where id = ${id} for update`)

export const endPairing = (ctx: Context, id: string, on: Day, reason: string): Promise<number> =>
  ctx.db.run(sql`
    update party_pairing set ends_on = ${on}, ended_because = ${reason} where id = ${id} and ends_on is null`)
