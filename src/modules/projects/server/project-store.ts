// The SQL of projects: reading them, and the few statements that write.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Project, ProjectLine, ProjectStatus } from '../project.ts'
import type { Doer } from '../project-rules.ts'

/** A project `p` with its organization `o`, on which depends who may do what. */
const relation = sql`project p join organization o on o.id = p.organization join area a on a.code = p.area`

export const projectSubject = (id: string): Subject => ({
  from: sql`project p join organization o on o.id = p.organization where p.id = ${id}`,
  alias: 'o',
  see: 'project.see',
  called: '项目',
})

const lineFields = sql`'id', p.id, 'title', p.title, 'status', p.status, 'year', p.year, 'startsOn', p.starts_on,
  'endsOn', p.ends_on, 'budget', p.budget, 'cost', p.cost, 'organization', o.id, 'organizationName', o.name,
  'reached', (select sum(b.reached) from project_beneficiary b where b.project = p.id),
  'areaName', a.short_name, 'demo', p.demo,
  'townshipName', (select t.short_name from area t where t.code = p.township and t.code <> p.area)`

export async function oneProject(ctx: Context, id: string): Promise<Project | null> {
  const row = await ctx.db.maybe<{ view: Project }>(sql`
    select json_build_object(${lineFields}, 'need', p.need, 'plan', p.plan, 'budgetSource', p.budget_source,
      'result', p.result, 'reason', p.reason, 'onBehalf', p.on_behalf, 'version', p.version,
      'beneficiaries', (select coalesce(json_agg(json_build_object('kind', b.kind, 'planned', b.planned,
        'reached', b.reached) order by b.kind), '[]') from project_beneficiary b where b.project = p.id),
      'follows', (select json_build_object('id', f.id, 'title', f.title, 'year', f.year) from project f where f.id = p.follows),
      'happenings', ${happenings}, 'may', ${ctx.authority.mayOn(['project.write'], 'o')}) as view
    from ${relation} where p.id = ${id} and ${ctx.authority.scope('project.see', 'o')}`)
  return row?.view ?? null
}

const happenings = sql`(
  select coalesce(json_agg(json_build_object('at', e.at, 'who', e.person_name, 'action', e.action,
    'effectiveOn', e.effective_on, 'reason', e.reason) order by e.at desc, e.id desc), '[]')
  from event e where e.subject_kind = 'project' and e.subject = p.id::text)`

export type Listing = {
  action: 'project.see' | 'project.export'
  condition: Sql
  /** First day and id of the last row seen. */
  after: readonly [string, string] | null
  limit: number
}

/** One page, those that begin last first. */
export async function listProjects(ctx: Context, listing: Listing): Promise<ProjectLine[]> {
  const { action, condition, after, limit } = listing
  const rows = await ctx.db.rows<{ view: ProjectLine }>(sql`
    select json_build_object(${lineFields}) as view from ${relation}
    where ${ctx.authority.scope(action, 'o')} and ${condition}
      ${after ? sql`and (p.starts_on, p.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by p.starts_on desc, p.id desc limit ${limit}`)
  return rows.map(({ view }) => view)
}

export async function countProjects(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from ${relation} where ${ctx.authority.scope('project.see', 'o')} and ${condition} limit ${cap + 1}) f`)
  return counted
}

export type ProjectRow = {
  id: string
  title: string
  status: ProjectStatus
  startsOn: Day
  version: number
  organization: string
  area: string
  doer: Doer
}

/** A project and its organization, both locked, the organization first. */
export async function lockProject(db: Db, id: string): Promise<ProjectRow | null> {
  await db.rows(sql`
    select 1 from organization o where o.id = (select p.organization from project p where p.id = ${id}) for update`)
  return db.maybe(sql`
    select p.id, p.title, p.status, p.starts_on as "startsOn", p.version, p.organization, p.area::text as area,
      json_build_object('name', o.name, 'status', o.status) as doer
    from project p join organization o on o.id = p.organization where p.id = ${id} for update of p`)
}

/** An organization that is to plan something, locked. */
export const lockDoer = (
  db: Db,
  id: string,
): Promise<(Doer & { area: string; keeper: string | null }) | null> =>
  db.maybe(sql`
    select name, status, area::text as area, keeper from organization where id = ${id} for update`)

/** The same without a lock, for saying beforehand what could be done. */
export const doerOf = (ctx: Context, id: string): Promise<(Doer & { mayPlan: boolean }) | null> =>
  ctx.db.maybe(sql`
    select o.name, o.status, ${ctx.authority.scope('project.write', 'o')} is true as "mayPlan"
    from organization o where o.id = ${id}`)

export const isOf = async (db: Db, project: string, organization: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from project where id = ${project} and organization = ${organization}`)) !==
  null
