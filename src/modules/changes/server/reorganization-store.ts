// The SQL of mergers and splits.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Tier } from '../../organizations/choices.ts'
import type { Reorganization, ReorganizationKind } from '../reorganization.ts'
import type { Part, Totals } from '../reorganization-rules.ts'

export type PartRow = Part & { id: string; area: string; keeper: string | null; tier: Tier }

/**
 * Organizations as they are merged or split on a day, locked in order of id. One that goes on (`goesOn`) must have lived
 * on the day, the others on the day before as well, so that something of their history stays.
 */
export const lockParts = (
  db: Db,
  ids: readonly string[],
  on: Day,
  goesOn: string | null,
): Promise<PartRow[]> =>
  db.rows(sql`
    select o.id, o.name, o.status, o.tier, o.members, o.party_members as "partyMembers", o.area::text as area, o.keeper,
      ${livedOn(sql`${on}::date`)} and (o.id is not distinct from ${goesOn}::uuid or ${livedOn(sql`${on}::date - 1`)}) as "livedThen",
      exists (select 1 from change_request r where r.organization = o.id and r.status in ('submitted', 'returned'))
        or exists (select 1 from exit_case e where e.organization = o.id
          and e.status in ('requested', 'liquidating', 'noticed')) as pending
    from organization o where o.id = any(${ids}::uuid[]) order by o.id for update`)

/** Whatever may have changed on the day itself. */
const livedOn = (day: Sql): Sql => sql`exists (
  select 1 from organization_period p where p.organization = o.id and p.superseded_at is null
    and p.starts_on <= ${day} and (p.ends_on is null or p.ends_on > ${day}))`

/** Of some organizations those on which the person may do an action. */
export async function reachedAmong(ctx: Context, action: string, ids: readonly string[]): Promise<string[]> {
  const found = await ctx.db.rows<{ id: string }>(sql`
    select o.id from organization o where o.id = any(${ids}::uuid[]) and ${ctx.authority.scope(action, 'o')}`)
  return found.map(({ id }) => id)
}

type Act = {
  kind: ReorganizationKind
  on: Day
  reason: string
  summed: Totals
  declared: Totals
  difference: string | null
  /** By id of organization. */
  before: Readonly<Record<string, Before>>
}
export type Before = Totals & { status: string }

export const insertReorganization = (ctx: Context, id: string, act: Act): Promise<number> =>
  ctx.db.run(sql`
    insert into reorganization (id, kind, happened_on, reason, members_summed, members, party_members_summed, party_members,
      difference, before, decided_by, decided_by_name, decided_at)
    values (${id}, ${act.kind}, ${act.on}, ${act.reason}, ${act.summed.members}, ${act.declared.members},
      ${act.summed.partyMembers}, ${act.declared.partyMembers}, ${act.difference}, ${JSON.stringify(act.before)}::jsonb,
      ${ctx.who.id}, ${ctx.who.name}, ${ctx.now})`)

export const insertSuccessions = (
  db: Db,
  reorganization: string,
  pairs: readonly { predecessor: string; successor: string }[],
): Promise<number> =>
  db.run(sql`
    insert into succession (reorganization, predecessor, successor)
    select ${reorganization}, r.predecessor, r.successor
    from json_to_recordset(${JSON.stringify(pairs)}::json) as r(predecessor uuid, successor uuid)`)

export type ReorganizationRow = {
  id: string
  kind: ReorganizationKind
  on: Day
  annulled: boolean
  before: Readonly<Record<string, Before>>
  members: number | null
  partyMembers: number | null
  predecessors: string[]
  successors: string[]
}

export const lockReorganization = (db: Db, id: string): Promise<ReorganizationRow | null> =>
  db.maybe(sql`
    select r.id, r.kind, r.happened_on as on, r.annulled_at is not null as annulled, r.before, r.members,
      r.party_members as "partyMembers",
      (select array_agg(distinct s.predecessor) from succession s where s.reorganization = r.id) as predecessors,
      (select array_agg(distinct s.successor) from succession s where s.reorganization = r.id) as successors
    from reorganization r where r.id = ${id} for update`)

/** The one statement that annuls; gives how many were in force. */
export const annulReorganization = (ctx: Context, id: string, reason: string): Promise<number> =>
  ctx.db.run(sql`
    update reorganization set annulled_at = ${ctx.now}, annulled_by = ${ctx.who.id}, annulled_by_name = ${ctx.who.name},
      annulled_reason = ${reason}
    where id = ${id} and annulled_at is null`)

/** Names of those among some organizations that took part in an act after this one; ids grow with time. */
export const laterActs = (db: Db, act: string, ids: readonly string[]): Promise<{ name: string }[]> =>
  db.rows(sql`
    select distinct o.name from succession s join reorganization r on r.id = s.reorganization
    join organization o on o.id in (s.predecessor, s.successor) and o.id = any(${ids}::uuid[])
    where r.annulled_at is null and r.id > ${act}`)

/** How organizations stand now, by id, locked. */
export const standingOf = (
  db: Db,
  ids: readonly string[],
): Promise<(Before & { id: string; name: string })[]> =>
  db.rows(sql`
    select o.id, o.name, o.status, o.members, o.party_members as "partyMembers" from organization o
    where o.id = any(${ids}::uuid[]) order by o.id for update`)

/** Acts in which an organization took part, or one act, newest first. */
export async function readReorganizations(
  ctx: Context,
  of: { organization: string } | { reorganization: string },
): Promise<Reorganization[]> {
  const condition =
    'reorganization' in of
      ? sql`r.id = ${of.reorganization}`
      : sql`exists (select 1 from succession s where s.reorganization = r.id
          and ${of.organization} in (s.predecessor, s.successor))`
  const rows = await ctx.db.rows<{ view: Reorganization }>(sql`
    select json_build_object('id', r.id, 'kind', r.kind, 'on', r.happened_on, 'reason', r.reason,
      'predecessors', ${relatives(ctx, sql`s.predecessor`)}, 'successors', ${relatives(ctx, sql`s.successor`)},
      'membersSummed', r.members_summed, 'members', r.members, 'partyMembersSummed', r.party_members_summed,
      'partyMembers', r.party_members, 'difference', r.difference, 'who', r.decided_by_name, 'at', r.decided_at,
      'annulled', case when r.annulled_at is not null then json_build_object('at', r.annulled_at,
        'who', r.annulled_by_name, 'reason', r.annulled_reason) end,
      'may', array_remove(array[case when not exists (select 1 from succession s
          join organization o on o.id in (s.predecessor, s.successor)
          where s.reorganization = r.id and (${ctx.authority.scope('change.reorganize', 'o')}) is not true)
        then 'change.reorganize' end], null)) as view
    from reorganization r where ${condition} order by r.happened_on desc, r.id desc`)
  return rows.map(({ view }) => view)
}

/** Those of elsewhere stay without name and link. */
const relatives = (ctx: Context, column: Sql): Sql => sql`(
  select json_agg(json_build_object('id', case when d.seen then d.id end, 'name', case when d.seen then d.name end)
    order by d.name) from (
    select distinct o.id, o.name, (${ctx.authority.scope('organization.see', 'o')}) is true as seen
    from succession s join organization o on o.id = ${column} where s.reorganization = r.id) d)`
