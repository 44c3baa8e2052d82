// The SQL of hours: reading entries, and the few statements that write.
import type { Minute } from '../../../kernel/minute.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, type Sql, sql } from '../../../platform/db.ts'
import { minuteSql } from '../../../platform/minute-sql.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Entry, ServiceKind, ServiceStatus } from '../service.ts'
import type { ServiceFilter } from '../service-api.ts'
import type { Told } from '../service-rules.ts'
import { anotherConfirms } from './confirmer-store.ts'

/** An entry `e` with its member `m`, team `t`, organization `o` and volunteer `v`. */
const relation = sql`service_entry e join team_member m on m.id = e.team_member
  join volunteer_team t on t.id = m.volunteer_team join organization o on o.id = e.organization
  join volunteer v on v.id = e.volunteer join area a on a.code = e.area`

export const entrySubject = (id: string): Subject => ({
  from: sql`service_entry e join organization o on o.id = e.organization where e.id = ${id}`,
  alias: 'o',
  see: 'service.see',
  called: '服务记录',
})

/** Recorded by the person who asks, and another is there to confirm it. */
const waitsForAnother = ({ who, today }: Context): Sql => sql`(e.status = 'waiting'
  and e.recorded_by is not distinct from ${who.id}::uuid and ${anotherConfirms('o', who.id, today)})`

const view = (ctx: Context): Sql => sql`json_build_object('id', e.id, 'member', e.team_member, 'name', v.name,
  'team', t.id, 'teamName', t.name, 'organizationName', o.name, 'areaName', a.short_name, 'kind', e.kind,
  'activity', e.content, 'servedOn', e.served_on, 'startsAt', ${minuteSql('e.starts_at')}, 'endsAt', ${minuteSql('e.ends_at')},
  'minutes', e.minutes, 'status', e.status, 'dueOn', e.due_on, 'reason', e.reason, 'objection', e.objection,
  'answer', e.answer, 'corrects', e.corrects, 'selfConfirmed', e.self_confirmed,
  'waitsForAnother', ${waitsForAnother(ctx)}, 'may', ${ctx.authority.mayOn(['service.record'], 'o')}) as view`

/** Conditions on `e` and `t`; what the reader may see is added by the list. */
export async function entryCondition(ctx: Context, filter: ServiceFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`true`]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'e'))
  if (filter.status?.length) conditions.push(sql`e.status = any(${filter.status}::text[])`)
  if (filter.team) conditions.push(sql`t.id = ${filter.team}`)
  if (filter.from) conditions.push(sql`e.served_on >= ${filter.from}`)
  if (filter.until) conditions.push(sql`e.served_on <= ${filter.until}`)
  return join(conditions, ' and ')
}

export const ofMember = (id: string): Sql => sql`e.team_member = ${id}`

export type Listing = {
  action: 'service.see' | 'service.export'
  condition: Sql
  /** Day of service and id of the last row seen. */
  after: readonly [string, string] | null
  limit: number
}

/** One page, the newest first. */
export const listEntries = (ctx: Context, { action, condition, ...page }: Listing): Promise<Entry[]> =>
  entriesWhere(ctx, sql`${ctx.authority.scope(action, 'o')} and ${condition}`, page)

/** The newest entries of the person whose account asks. */
export const ownEntries = (ctx: Context, limit: number): Promise<Entry[]> =>
  entriesWhere(ctx, sql`v.keeper = ${ctx.who.id}`, { after: null, limit })

async function entriesWhere(
  ctx: Context,
  condition: Sql,
  { after, limit }: Pick<Listing, 'after' | 'limit'>,
): Promise<Entry[]> {
  const rows = await ctx.db.rows<{ view: Entry }>(sql`
    select ${view(ctx)} from ${relation} where ${condition}
      ${after ? sql`and (e.served_on, e.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by e.served_on desc, e.id desc limit ${limit}`)
  return rows.map((row) => row.view)
}

export async function countEntries(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from ${relation} where ${ctx.authority.scope('service.see', 'o')} and ${condition} limit ${cap + 1}) f`)
  return counted
}

export async function oneEntry(ctx: Context, id: string): Promise<Entry | null> {
  const row = await ctx.db.maybe<{ view: Entry }>(sql`
    select ${view(ctx)} from ${relation} where e.id = ${id} and ${ctx.authority.scope('service.see', 'o')}`)
  return row?.view ?? null
}

export type EntryRow = {
  id: string
  member: string
  team: string
  volunteer: string
  name: string
  status: ServiceStatus
  area: string
  dueOn: Day
  objection: string | null
  answer: string | null
  keeper: string | null
  waitsForAnother: boolean
}

/** Entries, locked in order of id. */
export const lockEntries = (ctx: Context, ids: readonly string[]): Promise<EntryRow[]> =>
  ctx.db.rows(sql`
    select e.id, e.team_member as member, t.id as team, e.volunteer, v.name, e.status, e.area::text as area,
      e.due_on as "dueOn", e.objection, e.answer, v.keeper,
      ${waitsForAnother(ctx)} as "waitsForAnother"
    from ${relation} where e.id = any(${ids}::uuid[]) order by e.id for update of e`)

/** Those of the given ids on which the person may do an action. */
export const allowedEntries = async (
  ctx: Context,
  action: string,
  ids: readonly string[],
): Promise<string[]> =>
  (
    await ctx.db.rows<{ id: string }>(sql`
      select e.id from service_entry e join organization o on o.id = e.organization
      where e.id = any(${ids}::uuid[]) and ${ctx.authority.scope(action, 'o')}`)
  ).map(({ id }) => id)

/** The one statement that changes a status; it names the status that it leaves. Gives the ids that moved. */
export const moveEntries = async (
  { db, who }: Context,
  ids: readonly string[],
  { from, to }: { from: readonly ServiceStatus[]; to: ServiceStatus },
  reason: string | null = null,
): Promise<string[]> =>
  (
    await db.rows<{ id: string }>(sql`
      update service_entry set status = ${to}, reason = ${reason}, self_confirmed = self_confirmed
        or (${to}::text = 'confirmed' and recorded_by is not distinct from ${who.id}::uuid)
      where id = any(${ids}::uuid[]) and status = any(${from}::text[]) returning id`)
  ).map(({ id }) => id)

/** What people have been told to have done around some days: what waits and what counts. */
export const toldBetween = (
  ctx: Context,
  volunteers: readonly string[],
  from: Day,
  until: Day,
): Promise<(Told & { volunteer: string })[]> =>
  ctx.db.rows(sql`
    select e.volunteer, e.team_member as member, e.served_on as on, ${minuteSql('e.starts_at')} as "startsAt",
      ${minuteSql('e.ends_at')} as "endsAt", e.minutes, e.content as activity,
      case when ${ctx.authority.scope('service.see', 'o')} then o.name || t.name end as where
    from ${relation} where e.volunteer = any(${volunteers}::uuid[]) and e.status in ('waiting', 'confirmed')
      and e.served_on between ${from}::date - 1 and ${until}::date + 1`)

export type NewEntry = {
  id: string
  member: string
  kind: ServiceKind
  activity: string
  on: Day
  startsAt: Minute | null
  endsAt: Minute | null
  minutes: number
  status: 'waiting' | 'confirmed'
  /** Confirmed in the same step by whoever records it. */
  selfConfirmed: boolean
  dueOn: Day
  corrects: string | null
  import: string | null
}

/** Each where its organization stood on the day of service. */
export const insertEntries = (ctx: Context, rows: readonly NewEntry[]): Promise<number> =>
  ctx.db.run(sql`
    insert into service_entry (id, team_member, volunteer, organization, area, province, city, county, township, community,
      kind, content, served_on, starts_at, ends_at, minutes, status, due_on, recorded_by, recorded_at, corrects, import, self_confirmed)
    select r.id, m.id, m.volunteer, t.organization, p.area, p.province, p.city, p.county, p.township, p.community,
      r.kind, r.activity, r.on, r."startsAt" at time zone 'Asia/Shanghai', r."endsAt" at time zone 'Asia/Shanghai',
      r.minutes, r.status, r."dueOn", ${ctx.who.id}, ${ctx.now}, r.corrects, r.import,
      r."selfConfirmed"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, member uuid, kind text, activity text, "on" date,
      "startsAt" timestamp, "endsAt" timestamp, minutes int, status text, "dueOn" date, corrects uuid, import uuid, "selfConfirmed" boolean)
    join team_member m on m.id = r.member join volunteer_team t on t.id = m.volunteer_team
    join organization o on o.id = t.organization
    cross join lateral (
      select d.area, d.province, d.city, d.county, d.township, d.community, 1 as rank from organization_period d
      where d.organization = o.id and d.superseded_at is null and d.starts_on <= r.on and (d.ends_on is null or d.ends_on > r.on)
      union all select o.area, o.province, o.city, o.county, o.township, o.community, 2 order by rank limit 1) p`)

export const writeObjection = (ctx: Context, id: string, words: string): Promise<number> =>
  ctx.db.run(sql`
    update service_entry set objection = ${words}, objected_on = ${ctx.today}, answer = null
    where id = ${id} and status in ('waiting', 'confirmed')`)

export const writeAnswer = (db: Db, id: string, words: string): Promise<number> =>
  db.run(sql`
    update service_entry set answer = ${words}
    where id = ${id} and status in ('waiting', 'confirmed') and objection is not null and answer is null`)
