// The SQL of plans and sums: what was planned for a year, and what was done.
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { AreaLevel } from '../../areas/area.ts'
import { childOf, within, withinArea } from '../../areas/server/index.ts'
import { type Audience, audiences, type Plan, type PlanLine, type TrainingSum } from '../training.ts'

/** An area with the actions on its plan; null when the reader sees neither it nor anything below it. */
export const planArea = (
  ctx: Context,
  code: string,
): Promise<{ code: string; name: string; level: AreaLevel; may: string[] } | null> =>
  ctx.db.maybe(sql`
    select a.code::text as code, a.short_name as name, a.level, ${ctx.authority.mayOn(['training.plan'], 'a')} as may
    from area a where a.code = ${code} and (${ctx.authority.scope('training.see', 'a')} or exists (
      select 1 from area own where own.code = any(${ctx.who.postings.map(({ area }) => area)}::bigint[])
        and ${ctx.authority.scope('training.see', 'own')}
        and a.code in (own.province, own.city, own.county, own.township, own.community)))`)

const audienceNames = Object.keys(audiences)
const inYear = (column: Sql, year: number): Sql =>
  sql`${column} between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`

/** What an area itself planned and held. */
export const linesOf = (db: Db, area: string, year: number): Promise<Plan['lines']> =>
  db.rows(sql`
    select l.audience, coalesce(p.trainings, 0) as trainings, coalesce(p.attendances, 0) as attendances,
      (select count(*)::int from training t where t.area = ${area} and t.audience = l.audience and t.status = 'held'
        and ${inYear(sql`t.held_on`, year)}) as held,
      (select count(*)::int from training t join training_attendance n on n.training = t.id and n.removed_at is null
        where t.area = ${area} and t.audience = l.audience and t.status = 'held' and ${inYear(sql`t.held_on`, year)}) as attended
    from unnest(${audienceNames}::text[]) with ordinality as l(audience, place)
    left join training_plan p on p.area = ${area} and p.year = ${year} and p.audience = l.audience order by l.place`)

/** Areas directly below: all that lies in each, planned and held. */
export const plansBelow = (
  ctx: Context,
  { code, level }: { code: string; level: AreaLevel },
  year: number,
): Promise<Plan['below']> =>
  ctx.db.rows(sql`
    select a.code::text as code, a.short_name as name, a.level, coalesce(p.trainings, 0)::int as trainings,
      coalesce(p.attendances, 0)::int as attendances, coalesce(d.held, 0)::int as held,
      coalesce(d.attended, 0)::int as attended
    from area a
    left join (select ${childOf(level, 'p')} as child, sum(p.trainings) as trainings, sum(p.attendances) as attendances
      from training_plan p where ${within(code, level, 'p')} and p.year = ${year} group by 1) p on p.child = a.code
    left join (select ${childOf(level, 't')} as child, count(*) as held, sum(${attendedThere}) as attended
      from training t where ${within(code, level, 't')} and t.status = 'held' and ${inYear(sql`t.held_on`, year)}
      group by 1) d on d.child = a.code
    where a.parent = ${code} and a.level <> 'community' and ${ctx.authority.scope('training.see', 'a')}
    order by a.code limit 200`)

const attendedThere = sql`(
  select count(*) from training_attendance n where n.training = t.id and n.removed_at is null)`

/** Puts an area's lines of a year in the place of those before. */
export async function writePlan(
  ctx: Context,
  { area, year }: { area: string; year: number },
  lines: readonly PlanLine[],
): Promise<void> {
  await ctx.db.run(sql`
    insert into training_plan as p (id, area, province, city, county, township, community, year, audience, trainings, attendances)
    select gen_random_uuid(), a.code, a.province, a.city, a.county, a.township, a.community, ${year}, l.audience,
      l.trainings, l.attendances
    from json_to_recordset(${JSON.stringify(lines)}::json) as l(audience text, trainings int, attendances int)
    join area a on a.code = ${area}
    on conflict (area, year, audience) do update set trainings = excluded.trainings, attendances = excluded.attendances`)
}

/** What was held and who was there, in the reader's areas: of the year, and ever since. */
export async function sumsOf(
  ctx: Context,
  { area, year }: { area?: string | undefined; year: number },
): Promise<TrainingSum[]> {
  const [held, attended] = await Promise.all([
    sumBy(ctx, { from: sql`training m where m.status = 'held'`, day: sql`m.held_on`, area, year }),
    sumBy(ctx, {
      from: sql`training_attendance m where m.removed_at is null`,
      day: sql`m.attended_on`,
      area,
      year,
    }),
  ])
  return (Object.keys(audiences) as Audience[]).map((audience) => ({
    audience,
    trainings: held.get(audience)?.year ?? 0,
    allTrainings: held.get(audience)?.all ?? 0,
    attendances: attended.get(audience)?.year ?? 0,
    allAttendances: attended.get(audience)?.all ?? 0,
  }))
}

type Scan = { from: Sql; day: Sql; area: string | undefined; year: number }
type Counted = { audience: Audience; year: number; all: number }

async function sumBy(ctx: Context, { from, day, area, year }: Scan): Promise<Map<Audience, Counted>> {
  const inside = area ? await withinArea(ctx.db, area, 'm') : sql`true`
  const rows = await ctx.db.rows<Counted>(sql`
    select m.audience, count(*)::int as all, (count(*) filter (where ${inYear(day, year)}))::int as year
    from ${from} and ${ctx.authority.scope('training.see', 'm')} and ${inside} group by m.audience`)
  return new Map(rows.map((row) => [row.audience, row]))
}
