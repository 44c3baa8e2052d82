// The SQL of how the party is present in organizations.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, raw, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Category, OrganizationStatus, PartyPresence } from '../../organizations/choices.ts'
import type { Arrangement, MemberCounts, PartyOfOrganization } from '../arrangement-api.ts'
import type { Instructor, Neighbour, Standing } from '../arrangement-rules.ts'
import type { ArrangementKind, BranchKind, BranchNature } from '../party.ts'

export const organizationSubject = (id: string): Subject => ({
  from: sql`organization o where o.id = ${id}`,
  alias: 'o',
  see: 'party.see',
  called: '组织',
})

/** The numbers of members of `alias` on a day: from its list where that is kept, else as the register has it. */
export const countsOf = (alias: string, day: Day): Sql => sql`
  left join party_roster r on r.organization = ${raw(alias)}.id and r.kept_from <= ${day}::date
  left join lateral (
    select count(*) filter (where m.full_since <= ${day}::date)::int as full,
      count(*) filter (where m.full_since is null or m.full_since > ${day}::date)::int as probationary,
      count(*) filter (where m.full_since <= ${day}::date and m.relation <> 'here')::int as elsewhere,
      count(*) filter (where m.key_member)::int as key_members
    from party_member m where m.organization = ${raw(alias)}.id and m.starts_on <= ${day}::date
      and (m.ends_on is null or m.ends_on > ${day}::date)) c on r.organization is not null`

/** Full members of `alias` beside `countsOf`; null: nobody knows. */
export const fullOf = (alias: string): Sql => sql`coalesce(c.full, ${raw(alias)}.party_members)`

const arrangementView = sql`json_build_object('id', t.id, 'kind', t.kind, 'from', t.starts_on, 'until', t.ends_on,
  'endedBecause', t.ended_because,
  'branch', (select json_build_object('id', b.id, 'name', b.name) from party_branch b where b.id = t.branch),
  'instructor', (select json_build_object('id', i.id, 'name', i.name) from party_instructor i where i.id = t.instructor))`

/** What is so of one organization, but for what rules say of it. */
export type PartyRow = Omit<PartyOfOrganization, 'reason' | 'revisit' | 'arrangement'> & { area: string }

const mayOf = ['party.arrange', 'party.record', 'party.members'] as const

export const partyRow = (ctx: Context, id: string): Promise<PartyRow | null> =>
  ctx.db
    .maybe<{ row: PartyRow }>(sql`
    select json_build_object('organization', json_build_object('id', o.id, 'name', o.name), 'area', o.area::text,
      'presence', o.party_presence,
      'history', (select coalesce(json_agg(${arrangementView} order by t.starts_on desc), '[]')
        from party_arrangement t where t.organization = o.id),
      'members', json_build_object('kept', r.organization is not null, 'full', ${fullOf('o')},
        'probationary', c.probationary, 'elsewhere', coalesce(c.elsewhere, 0), 'keyMembers', c.key_members),
      'contacts', (select coalesce(json_agg(json_build_object('id', k.id, 'kind', k.kind, 'on', k.held_on,
          'matter', k.matter, 'outcome', k.result) order by k.held_on desc, k.id desc), '[]')
        from party_contact k where k.organization = o.id),
      'keyPeople', (select coalesce(json_agg(json_build_object('id', k.id, 'kind', k.kind, 'body', k.body,
          'from', k.starts_on, 'until', k.ends_on) order by k.starts_on desc, k.id desc), '[]')
        from party_key_person k where k.organization = o.id),
      'may', ${ctx.authority.mayOn(mayOf, 'o')}) as row
    from organization o ${countsOf('o', ctx.today)}
    where o.id = ${id} and ${ctx.authority.scope('party.see', 'o')}`)
    .then((found) => found?.row ?? null)

/** The arrangement in force on a day, of those of one organization. */
export const inForce = (history: readonly Arrangement[], day: Day): Arrangement | null =>
  history.find(({ from, until }) => from <= day && (until === null || until > day)) ?? null

/** An organization about to be arranged, locked until the end of the transaction. */
export type Locked = {
  id: string
  name: string
  status: OrganizationStatus
  presence: PartyPresence | null
  category: Category
  area: string
  lineage: (string | null)[]
  full: number | null
  elsewhere: number
  /** The arrangement that has not ended. */
  open: { kind: ArrangementKind; branch: string | null; from: Day } | null
}

/** In the order of their ids; only those on which the person may do the action. */
export const lockForArranging = (
  ctx: Context,
  action: 'party.arrange' | 'party.members',
  ids: readonly string[],
): Promise<Locked[]> =>
  ctx.db.rows<Locked>(sql`
    with o as (select o.* from organization o
      where o.id = any(${ids}::uuid[]) and ${ctx.authority.scope(action, 'o')} order by o.id for update)
    select o.id, o.name, o.status, o.party_presence as presence, o.category, o.area::text as area,
      array[o.community::text, o.township::text, o.county::text, o.city::text, o.province::text] as lineage,
      ${fullOf('o')} as full, coalesce(c.elsewhere, 0) as elsewhere,
      (select json_build_object('kind', t.kind, 'branch', t.branch, 'from', t.starts_on)
        from party_arrangement t where t.organization = o.id and t.ends_on is null) as open
    from o ${countsOf('o', ctx.today)} order by o.id`)

/** Ends what is open of organizations on a day; what began on that very day never was. Gives the branches left. */
export async function closeArrangements(
  ctx: Context,
  organizations: readonly string[],
  day: Day,
  reason: string,
): Promise<string[]> {
  const left = await ctx.db.rows<{ branch: string | null }>(sql`
    with never as (delete from party_arrangement t
        where t.organization = any(${organizations}::uuid[]) and t.ends_on is null and t.starts_on >= ${day}::date
        returning t.branch),
      ended as (update party_arrangement t set ends_on = ${day}, ended_because = ${reason}
        where t.organization = any(${organizations}::uuid[]) and t.ends_on is null and t.starts_on < ${day}::date
        returning t.branch)
    select distinct branch from (select * from never union all select * from ended) f`)
  return left.flatMap(({ branch }) => branch ?? [])
}

export type NewArrangement = {
  organizations: readonly string[]
  kind: ArrangementKind
  branch: string | null
  instructor: string | null
  from: Day
}

export const insertArrangements = (ctx: Context, given: NewArrangement): Promise<number> =>
  ctx.db.run(sql`
    insert into party_arrangement (id, organization, kind, branch, instructor, starts_on, recorded_at, recorded_by)
    select gen_random_uuid(), o, ${given.kind}, ${given.branch}, ${given.instructor}, ${given.from}, ${ctx.now}, ${ctx.who.id}
    from unnest(${given.organizations}::uuid[]) as o`)

/** Organizations of a branch or of an instructor today. */
export const arrangedWith = (
  db: Db,
  whose: { branch: string } | { instructor: string },
): Promise<{ organization: string; from: Day }[]> =>
  db.rows(sql`
    select t.organization, t.starts_on as from from party_arrangement t
    where t.ends_on is null and ${'branch' in whose ? sql`t.branch = ${whose.branch}` : sql`t.instructor = ${whose.instructor}`}
    order by t.organization`)

/** Organizations without a branch near one, with members, that the person may arrange. */
export const neighboursOf = (ctx: Context, id: string): Promise<(Neighbour & { areaName: string })[]> =>
  ctx.db.rows(sql`
    select o.id, o.name, o.category, o.community::text as community, o.township::text as township, a.short_name as "areaName",
      ${fullOf('o')} as full, coalesce(c.elsewhere, 0) as elsewhere
    from organization me
    join organization o on o.township = me.township and (o.community = me.community or o.category = me.category)
    join area a on a.code = o.area ${countsOf('o', ctx.today)}
    where me.id = ${id} and o.id <> me.id and o.status = 'active' and ${ctx.authority.scope('party.arrange', 'o')}
      and (o.party_presence is null or o.party_presence in ('none', 'instructor')) and ${fullOf('o')} > 0
    order by o.name, o.id`)

/** Joint branches of the township that the person may arrange, with their size today. */
export const branchesNear = (ctx: Context, id: string): Promise<Standing[]> =>
  ctx.db.rows(sql`
    select b.id, b.name, b.nature, b.community::text as community, b.township::text as township,
      count(o.id)::int as organizations, coalesce(sum(${fullOf('o')}), 0)::int as members
    from organization me join party_branch b on b.township = me.township
    left join party_arrangement t on t.branch = b.id and t.ends_on is null
    left join organization o on o.id = t.organization ${countsOf('o', ctx.today)}
    where me.id = ${id} and b.kind = 'joint' and b.dissolved_on is null and ${ctx.authority.scope('party.arrange', 'b')}
      and not exists (select 1 from party_arrangement mine
        where mine.branch = b.id and mine.organization = me.id and mine.ends_on is null)
    group by b.id order by b.name, b.id`)

/** Instructors of the organization's community and of the areas above it. */
export const instructorsNear = (ctx: Context, id: string): Promise<(Instructor & { unit: string })[]> =>
  ctx.db.rows(sql`
    select i.id, i.name, i.unit, i.community::text as community, i.township::text as township,
      (select count(*)::int from party_arrangement t where t.instructor = i.id and t.ends_on is null) as organizations
    from organization me join party_instructor i on i.area in (me.community, me.township, me.county, me.city, me.province)
    where me.id = ${id} and i.starts_on <= ${ctx.today} and i.ends_on is null
    order by i.name, i.id`)

/** The organization of a proposal. */
export const proposalSubject = (ctx: Context, id: string) =>
  ctx.db.one<{
    id: string
    area: string
    community: string | null
    township: string | null
    category: Category
    full: MemberCounts['full']
    elsewhere: number
  }>(sql`
    select o.id, o.area::text as area, o.community::text as community, o.township::text as township, o.category,
      ${fullOf('o')} as full, coalesce(c.elsewhere, 0) as elsewhere
    from organization o ${countsOf('o', ctx.today)} where o.id = ${id}`)

/** A branch or instructor that an organization may be given to, locked; null where it is not near. */
export const lockBranch = (ctx: Context, id: string) =>
  ctx.db.maybe<{
    id: string
    kind: BranchKind
    nature: BranchNature
    foundedOn: Day
    dissolvedOn: Day | null
  }>(sql`
    select b.id, b.kind, b.nature, b.founded_on as "foundedOn", b.dissolved_on as "dissolvedOn" from party_branch b
    where b.id = ${id} and ${ctx.authority.scope('party.arrange', 'b')} for update`)

export const lockInstructor = (ctx: Context, id: string, lineage: readonly (string | null)[]) =>
  ctx.db.maybe<{ id: string; name: string; from: Day; until: Day | null; organizations: number }>(sql`
    select i.id, i.name, i.starts_on as from, i.ends_on as until,
      (select count(*)::int from party_arrangement t where t.instructor = i.id and t.ends_on is null) as organizations
    from party_instructor i where i.id = ${id} and i.area = any(${lineage.filter((code) => code !== null)}::bigint[])
    for update of i`)

/** Organizations and members that a branch unites. */
export const sizeOf = (ctx: Context, branch: string) =>
  ctx.db.one<{ organizations: number; members: number }>(sql`
    select count(o.id)::int as organizations, coalesce(sum(${fullOf('o')}), 0)::int as members
    from party_arrangement t join organization o on o.id = t.organization ${countsOf('o', ctx.today)}
    where t.branch = ${branch} and t.ends_on is null`)
