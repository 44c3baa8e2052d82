// The SQL of organizations that have no project in a year.
import { yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { WithoutProject } from '../project.ts'
import type { WithoutFilter } from '../projects-api.ts'

/** Active organizations `o` of the reader that have none; planned ones are enough to be left in peace. */
export async function withoutCondition(
  ctx: Context,
  action: 'project.see' | 'project.remind',
  { area, year }: WithoutFilter,
): Promise<Sql> {
  const inside = area ? await withinArea(ctx.db, area, 'o') : sql`true`
  return sql`${ctx.authority.scope(action, 'o')} and ${inside} and o.status = 'active' and ${lacks(ctx, year)}`
}

const lacks = (ctx: Context, year = thisYear(ctx)): Sql => sql`not exists (
  select 1 from project p where p.organization = o.id and p.year = ${year} and p.status <> 'stopped')`

const thisYear = (ctx: Context): number => yearOf(ctx.today)

export const listWithout = (
  ctx: Context,
  condition: Sql,
  { year = thisYear(ctx), after, limit }: { year: number | undefined; after: string | null; limit: number },
): Promise<WithoutProject[]> =>
  ctx.db.rows(sql`
    select o.id, o.name, a.short_name as "areaName",
      (select t.short_name from area t where t.code = o.township and t.code <> o.area) as "townshipName",
      (select json_build_object('title', p.title, 'year', p.year) from project p
        where p.organization = o.id and p.year < ${year} and p.status <> 'stopped'
        order by p.starts_on desc, p.id desc limit 1) as last,
      (select max(r.reminded_on) from project_reminder r where r.organization = o.id and r.year = ${year}) as "remindedOn"
    from organization o join area a on a.code = o.area
    where ${condition} ${after ? sql`and o.id > ${after}::uuid` : empty} order by o.id limit ${limit}`)

export async function countWithout(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (select 1 from organization o where ${condition} limit ${cap + 1}) f`)
  return counted
}

/** Of those given that have none this year, each once a day; gives their ids. */
export async function remindAll(ctx: Context, ids: readonly string[], condition: Sql): Promise<string[]> {
  const rows = await ctx.db.rows<{ organization: string }>(sql`
    insert into project_reminder (organization, year, reminded_on, reminded_by)
    select o.id, ${thisYear(ctx)}, ${ctx.today}, ${ctx.who.id} from organization o
    where o.id = any(${ids}::uuid[]) and ${condition} order by o.id on conflict do nothing returning organization`)
  return rows.map(({ organization }) => organization)
}
