// The SQL of a census that is under way in the demo: some places have finished, some have begun, one waits for its worker.
import { addMonths, type Day, type Instant, yearOf } from '../kernel/time.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import { freezeBaseline } from '../modules/census/server/index.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/db.ts'

/** Where it is, and whose account answers; `waits` is the community of the demo's worker, who has not begun. */
type DemoCensus = { county: string; waits: string; officer: string }

/** After the accounts: it is the county officer's. */
export async function addCensuses(ctx: Context): Promise<void> {
  await addEarlierCensuses(ctx)
  const demo = await postedAt(ctx)
  if (!demo) return
  const id = ctx.newId()
  const due = addWorkingDays(ctx.today, 5)
  const opened = addWorkingDays(ctx.today, -15)
  await ctx.db.run(sql`
    insert into census (id, title, area, province, city, county, township, community, ordered_by, repeats, due_on, status,
      opened_on, demo, created_by, created_at)
    select ${id}, ${`${yearOf(ctx.today)} 年社区社会组织摸底排查`}, a.code, a.province, a.city, a.county, a.township,
      a.community, a.short_name || '民政局', 'yearly', ${due}, 'open', ${opened}, true, ${demo.officer}, ${ctx.now}
    from area a where a.code = ${demo.county}`)
  await addPlaces(ctx, id, demo.county)
  await addAnswers(ctx, id, demo)
  await finishPlaces(ctx, id, demo.officer)
}

/** Of five counties four closed one fourteen months ago; six townships of ten had finished it all, the others a part. */
async function addEarlierCensuses(ctx: Context): Promise<void> {
  const counties = await ctx.db.rows<{ area: string }>(sql`
    select s.area from (select a.code::text as area, row_number() over (order by a.code) as at from area a
      where a.level = 'county' and exists (select 1 from organization o where o.county = a.code)) s
    where s.at % 5 <> 0 order by s.at`)
  const closed = addMonths(ctx.today, -14)
  for (const { area } of counties) await addEarlierCensus(before(ctx, closed), area)
}

async function addEarlierCensus(ctx: Context, area: string): Promise<void> {
  const id = ctx.newId()
  const opened = addWorkingDays(ctx.today, -30)
  await ctx.db.run(sql`
    insert into census (id, title, area, province, city, county, township, community, ordered_by, repeats, due_on, status,
      opened_on, closed_on, demo, created_at)
    select ${id}, ${`${yearOf(ctx.today)} 年社区社会组织摸底排查`}, a.code, a.province, a.city, a.county, a.township,
      a.community, a.short_name || '民政局', 'yearly', ${ctx.today}, 'closed', ${opened}, ${ctx.today}, true, ${ctx.now}
    from area a where a.code = ${area}`)
  await addPlaces(ctx, id, area)
  await ctx.db.run(sql`
    update census_place set finished_at = ${ctx.now}, finished_by = (select min(id::text)::uuid from person)
    where census = ${id} and (abs(hashtext(township::text)) % 10 < 6 or abs(hashtext(area::text)) % 10 < 7)`)
  await freezeBaseline(ctx, { id, area, areaLevel: 'county' })
}

/** The same, on an earlier day. */
const before = (ctx: Context, today: Day): Context => ({
  ...ctx,
  today,
  now: `${today}T02:00:00.000Z` as Instant,
})

const postedAt = (ctx: Context): Promise<DemoCensus | null> =>
  ctx.db.maybe(sql`
    select o.area::text as county, w.area::text as waits, o.person as officer
    from posting o join person po on po.id = o.person and po.login_name = '县区民政'
    join posting w on true join person pw on pw.id = w.person and pw.login_name = '社区' limit 1`)

const addPlaces = (ctx: Context, id: string, county: string): Promise<number> =>
  ctx.db.run(sql`
    insert into census_place (census, area, province, city, county, township, community)
    select ${id}, a.code, a.province, a.city, a.county, a.township, a.community from area a
    where a.county = ${county} and ((a.level = 'community' and not a.virtual) or exists (
      select 1 from organization o where o.area = a.code and o.status <> 'ended'))`)

/** Of ten communities six have answered everything and two a part; what is answered follows from the ids alone. */
const addAnswers = (ctx: Context, id: string, { county, waits, officer }: DemoCensus): Promise<number> =>
  ctx.db.run(sql`
    insert into census_answer (census, organization, area, province, city, county, township, community, outcome, note, key,
      answered_by, answered_at)
    select ${id}, o.id, o.area, o.province, o.city, o.county, o.township, o.community,
      case when o.status = 'dormant' then 'dormant' when luck.o < 78 then 'confirmed' when luck.o < 94 then 'corrected'
        else 'unsure' end,
      case when o.status = 'dormant' then '半年没有开展活动' when luck.o >= 94 then '负责人暂时联系不上' end,
      gen_random_uuid(), ${officer}, ${ctx.now}
    from organization o
    cross join lateral (select abs(hashtext(o.id::text)) % 100 as o, abs(hashtext(o.area::text)) % 10 as place) luck
    where o.county = ${county} and o.status <> 'ended' and o.area <> ${waits}
      and (luck.place < 6 or (luck.place < 8 and luck.o % 2 = 0))`)

const finishPlaces = (ctx: Context, id: string, officer: string): Promise<number> =>
  ctx.db.run(sql`
    update census_place p set finished_at = ${ctx.now}, finished_by = ${officer}
    where p.census = ${id} and abs(hashtext(p.area::text)) % 10 < 6 and not exists (
      select 1 from organization o where o.area = p.area and o.status <> 'ended' and not exists (
        select 1 from census_answer n where n.census = p.census and n.organization = o.id))`)
