// The SQL that reads titles: who sees which, how each stands on a day, what may be done with it.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Honor, HonorLine } from '../honor.ts'

/** A title `h` with its keeper, its place `a` and its desk `d`. */
const relation = sql`(select h.*, o.keeper, o.name as organization_name
    from honor h left join organization o on o.id = h.organization) h
  join area a on a.code = h.area join area d on d.code = h.desk`

/** How `h` stands on a day: see `honorStates`. */
export const stateOn = (today: Day): Sql => sql`case
  when h.status = 'noticed' and h.notice_until < ${today}::date then 'noticeOver'
  when h.status = 'awarded' and h.valid_until < ${today}::date then 'expired'
  else h.status end`

/** 浮桥镇 牌楼社区. */
const areaName = sql`concat_ws(' ', (select up.short_name from area up where up.code = a.township and a.level = 'community'),
  a.short_name)`

const lineFields = (
  today: Day,
): Sql => sql`'id', h.id, 'kind', h.kind, 'subject', h.subject, 'level', h.level,
  'title', h.title, 'name', h.name, 'organization', case when h.organization is not null then
    json_build_object('id', h.organization, 'name', h.organization_name) end, 'project', h.project,
  'area', h.area::text, 'areaName', ${areaName}, 'deskName', d.short_name, 'theme', h.theme, 'year', h.year,
  'state', ${stateOn(today)}, 'nominatedOn', h.nominated_on, 'noticeUntil', h.notice_until,
  'awardedOn', h.awarded_on, 'validUntil', h.valid_until, 'demo', h.demo`

const objections = (outcome: Sql): Sql =>
  sql`(select count(*) from honor_objection j where j.honor = h.id and j.outcome ${outcome})`

/** What a reader may do follows from where it lies, and from its desk. */
const mayOf = ({ authority }: Context): Sql => sql`${authority.mayOn(['honor.nominate'], 'h')}
  || ${authority.mayOn(['honor.decide'], 'd')}`

const fullFields = (ctx: Context): Sql => sql`'status', h.status, 'reason', h.reason, 'dueOn', h.due_on,
  'noticeFrom', h.notice_from, 'awardDueOn', h.award_due_on, 'document', h.document, 'recorded', h.recorded,
  'withdrawnOn', h.withdrawn_on, 'may', ${mayOf(ctx)},
  'objections', json_build_object('open', ${objections(sql`is null`)}, 'upheld', ${objections(sql`= 'upheld'`)})`

/** Whoever may decide a title may see it, also where it is the city's for what the province gave. */
const visible = ({ authority }: Context): Sql => authority.scope('honor.see', 'h')

export async function oneHonor(ctx: Context, id: string): Promise<Honor | null> {
  const row = await ctx.db.maybe<{ view: Honor }>(sql`
    select (json_build_object(${lineFields(ctx.today)})::jsonb || json_build_object(${fullFields(ctx)})::jsonb) as view
    from ${relation} where h.id = ${id} and ${visible(ctx)}`)
  return row?.view ?? null
}

export type Listing = {
  action: 'honor.see' | 'honor.export'
  condition: Sql
  /** Day of nomination and id of the last row seen. */
  after: readonly [string, string] | null
  limit: number
}

/** One page, those nominated last first. */
export async function listHonors(ctx: Context, listing: Listing): Promise<HonorLine[]> {
  const { action, condition, after, limit } = listing
  const rows = await ctx.db.rows<{ view: HonorLine }>(sql`
    select json_build_object(${lineFields(ctx.today)}) as view from ${relation}
    where ${ctx.authority.scope(action, 'h')} and ${condition}
      ${after ? sql`and (h.nominated_on, h.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by h.nominated_on desc, h.id desc limit ${limit}`)
  return rows.map(({ view }) => view)
}

export async function countHonors(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from ${relation} where ${visible(ctx)} and ${condition} limit ${cap + 1}) f`)
  return counted
}

/** For an action on the title itself: see `Subject`. */
export const honorSubject = (id: string): Subject => ({
  from: sql`${relation} where h.id = ${id}`,
  alias: 'h',
  see: 'honor.see',
  called: '称号',
})

/** Whether a person decides at the desk of an area. */
export const mayDecideAt = async ({ db, authority }: Context, desk: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from area d where d.code = ${desk} and ${authority.scope('honor.decide', 'd')}`)) !== null

/** The titles of one organization and of its projects. */
export async function honorsOf(ctx: Context, organization: string): Promise<HonorLine[]> {
  const rows = await ctx.db.rows<{ view: HonorLine }>(sql`
    select json_build_object(${lineFields(ctx.today)}) as view from ${relation}
    where h.organization = ${organization} and h.status <> 'annulled' and ${visible(ctx)}
    order by h.nominated_on desc, h.id desc`)
  return rows.map(({ view }) => view)
}

/** Projects that have begun, the newest first. */
export const projectsOf = ({ db }: Context, organization: string): Promise<ProjectChoice[]> =>
  db.rows(sql`
    select p.id, p.title, p.year from project p
    where p.organization = ${organization} and p.status in ('running', 'finished')
    order by p.starts_on desc, p.id desc limit 50`)

export type ProjectChoice = { id: string; title: string; year: number }

export const mayNominate = async ({ db, authority }: Context, organization: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from organization o where o.id = ${organization} and o.status <> 'ended'
      and ${authority.scope('honor.nominate', 'o')}`)) !== null
