// The SQL of volunteer teams.
import { type Day, firstDayOf, yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { TeamFilter } from '../teams-api.ts'
import type { TeamDraft, TeamLine } from '../volunteer.ts'
import { anotherConfirms } from './confirmer-store.ts'

/** A team `t` with its organization `o`, on which depends who may do what. */
const relation = sql`volunteer_team t join organization o on o.id = t.organization join area a on a.code = o.area`

export const teamSubject = (id: string): Subject => ({
  from: sql`volunteer_team t join organization o on o.id = t.organization where t.id = ${id}`,
  alias: 'o',
  see: 'volunteer.see',
  called: '志愿服务队',
})

const lineFields = (
  ctx: Context,
): Sql => sql`'id', t.id, 'name', t.name, 'organization', o.id, 'organizationName', o.name,
  'areaName', a.short_name, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'demo', t.demo,
  'townshipName', (select p.short_name from area p where p.code = o.township and p.code <> o.area),
  'members', (select count(*) from team_member m where m.volunteer_team = t.id
    and (m.ends_on is null or m.ends_on > ${ctx.today})),
  'minutes', (select coalesce(sum(e.minutes), 0) from service_entry e join team_member m on m.id = e.team_member
    where m.volunteer_team = t.id and e.status = 'confirmed' and e.served_on >= ${firstDayOf(yearOf(ctx.today))})`

/** Conditions on `t` and `o`. */
export async function teamCondition(ctx: Context, { area, q, ended }: TeamFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`(t.ends_on is null or t.ends_on > ${ctx.today}) = ${ended !== true}`]
  if (area) conditions.push(await withinArea(ctx.db, area, 'o'))
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(t.name like ${like} or o.name like ${like})`)
  }
  return join(conditions, ' and ')
}

export const ofOrganization = (id: string): Sql => sql`t.organization = ${id}`

type Listing = { condition: Sql; after: readonly [string, string] | null; limit: number }

/** One page, the newest first. */
export async function listTeams(ctx: Context, { condition, after, limit }: Listing): Promise<TeamLine[]> {
  const rows = await ctx.db.rows<{ view: TeamLine }>(sql`
    select json_build_object(${lineFields(ctx)}) as view from ${relation}
    where ${ctx.authority.scope('volunteer.see', 'o')} and ${condition}
      ${after ? sql`and (t.starts_on, t.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by t.starts_on desc, t.id desc limit ${limit}`)
  return rows.map(({ view }) => view)
}

export async function countTeams(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from ${relation} where ${ctx.authority.scope('volunteer.see', 'o')} and ${condition} limit ${cap + 1}) f`)
  return counted
}

type TeamFacts = TeamLine & { reason: string | null; area: string; confirmsAlone: boolean; may: string[] }

export async function oneTeam(ctx: Context, id: string): Promise<TeamFacts | null> {
  const row = await ctx.db.maybe<{ view: TeamFacts }>(sql`
    select json_build_object(${lineFields(ctx)}, 'reason', t.reason, 'area', o.area::text,
      'confirmsAlone', not ${anotherConfirms('o', ctx.who.id, ctx.today)},
     'may', ${ctx.authority.mayOn(teamActions, 'o')}) as view
    from ${relation} where t.id = ${id} and ${ctx.authority.scope('volunteer.see', 'o')}`)
  return row?.view ?? null
}

const teamActions = ['volunteer.write', 'service.record', 'service.certify', 'volunteer.setAccount']

export type TeamRow = { id: string; name: string; startsOn: Day; endsOn: Day | null; area: string }

/** A team, locked. */
export const lockTeam = (db: Db, id: string): Promise<TeamRow | null> =>
  db.maybe(sql`
    select t.id, t.name, t.starts_on as "startsOn", t.ends_on as "endsOn", o.area::text as area
    from volunteer_team t join organization o on o.id = t.organization where t.id = ${id} for update of t`)

/** An organization as far as its teams depend on it. */
export const founderOf = (
  ctx: Context,
  id: string,
): Promise<{ name: string; status: string; area: string; mayFound: boolean; waiting: number } | null> =>
  ctx.db.maybe(sql`
    select o.name, o.status, o.area::text as area, ${ctx.authority.scope('volunteer.write', 'o')} is true as "mayFound",
      (select count(*)::int from service_entry e where e.organization = o.id and e.status = 'waiting') as waiting
    from organization o where o.id = ${id}`)

export const insertTeam = (
  ctx: Context,
  id: string,
  organization: string,
  draft: TeamDraft,
): Promise<number> =>
  ctx.db.run(sql`
    insert into volunteer_team (id, organization, name, starts_on, recorded_by, recorded_at, demo)
    select ${id}, o.id, ${draft.name}, ${draft.startsOn}, ${ctx.who.id}, ${ctx.now}, o.demo
    from organization o where o.id = ${organization}`)

/** How many were ended: 0 when somebody was quicker. */
export async function endTeam(
  db: Db,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<number> {
  const ended = await db.run(sql`
    update volunteer_team set ends_on = ${on}, reason = ${reason} where id = ${id} and ends_on is null`)
  if (ended === 1)
    await db.run(sql`
      update team_member set ends_on = greatest(starts_on, ${on}::date)
      where volunteer_team = ${id} and (ends_on is null or ends_on > ${on})`)
  return ended
}
