// The SQL that writes projects.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { People, ProjectDraft, ProjectResult } from '../project.ts'

export type NewProject = {
  id: string
  organization: string
  follows: string | null
  onBehalf: boolean
  draft: ProjectDraft
}

export async function insertProject(ctx: Context, { id, organization, ...given }: NewProject): Promise<void> {
  const { title, need, plan, budget, budgetSource, startsOn, endsOn, beneficiaries } = given.draft
  await ctx.db.run(sql`
    insert into project (id, organization, area, province, city, county, township, community, title, need, plan, budget,
      budget_source, starts_on, ends_on, status, follows, on_behalf, recorded_by, recorded_at, demo)
    select ${id}, o.id, o.area, o.province, o.city, o.county, o.township, o.community, ${title}, ${need}, ${plan}, ${budget},
      ${budgetSource}, ${startsOn}, ${endsOn}, 'planned', ${given.follows}, ${given.onBehalf}, ${ctx.who.id}, ${ctx.now}, o.demo
    from organization o where o.id = ${organization}`)
  await writePlanned(ctx.db, id, beneficiaries)
}

/** How many were written: 0 when somebody was quicker. */
export async function updatePlan(db: Db, id: string, version: number, draft: ProjectDraft): Promise<number> {
  const { title, need, plan, budget, budgetSource, startsOn, endsOn, beneficiaries } = draft
  const written = await db.run(sql`
    update project set title = ${title}, need = ${need}, plan = ${plan}, budget = ${budget},
      budget_source = ${budgetSource}, starts_on = ${startsOn}, ends_on = ${endsOn}, version = version + 1
    where id = ${id} and version = ${version} and status in ('planned', 'running')`)
  if (written === 1) await writePlanned(db, id, beneficiaries)
  return written
}

/** From the day on which it begins it counts where the organization stood on that day. */
export const beginProject = (db: Db, id: string, on: Day): Promise<number> =>
  db.run(sql`
    update project p set status = 'running', starts_on = ${on}, version = p.version + 1,
      ends_on = case when p.ends_on >= ${on}::date then p.ends_on end,
      area = s.area, province = s.province, city = s.city, county = s.county, township = s.township, community = s.community
    from organization o cross join lateral (
      select d.area, d.province, d.city, d.county, d.township, d.community, 1 as rank from organization_period d
      where d.organization = o.id and d.superseded_at is null and d.starts_on <= ${on} and (d.ends_on is null or d.ends_on > ${on})
      union all select o.area, o.province, o.city, o.county, o.township, o.community, 2 order by rank limit 1) s
    where p.id = ${id} and p.status = 'planned' and o.id = p.organization`)

export const finishProject = (db: Db, id: string, given: ProjectResult): Promise<number> =>
  writeResult(db, id, given, sql`status = 'running'`)

export const correctResult = (db: Db, id: string, given: ProjectResult): Promise<number> =>
  writeResult(db, id, given, sql`status = 'finished'`)

async function writeResult(db: Db, id: string, given: ProjectResult, leaves: Sql): Promise<number> {
  const { on, result, cost, reached } = given
  const written = await db.run(sql`
    update project set status = 'finished', ends_on = ${on}, result = ${result}, cost = ${cost}, version = version + 1
    where id = ${id} and ${leaves}`)
  if (written === 1) await writeReached(db, id, reached)
  return written
}

export const stopProject = (
  db: Db,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<number> =>
  db.run(sql`
    update project set status = 'stopped', ends_on = ${on}, reason = ${reason}, version = version + 1
    where id = ${id} and status in ('planned', 'running')`)

async function writePlanned(db: Db, id: string, people: People): Promise<void> {
  await db.run(sql`delete from project_beneficiary where project = ${id}`)
  await db.run(sql`
    insert into project_beneficiary (project, kind, planned)
    select ${id}, r.kind, r.planned from json_to_recordset(${rowsOf(people)}::json) as r(kind text, planned int)`)
}

async function writeReached(db: Db, id: string, people: People): Promise<void> {
  await db.run(sql`
    update project_beneficiary set reached = null where project = ${id}`)
  await db.run(sql`
    insert into project_beneficiary (project, kind, reached)
    select ${id}, r.kind, r.planned from json_to_recordset(${rowsOf(people)}::json) as r(kind text, planned int)
    on conflict (project, kind) do update set reached = excluded.reached`)
}

const rowsOf = (people: People): string =>
  JSON.stringify(Object.entries(people).map(([kind, planned]) => ({ kind, planned })))
