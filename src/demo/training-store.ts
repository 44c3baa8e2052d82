// The SQL of made-up trainings: plans, three years of trainings with who was there, and some that are still to come.
import { addDays } from '../kernel/time.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

/** After the accounts and the organizations that they keep. */
export async function addTrainings(ctx: Context): Promise<void> {
  await addPlans(ctx)
  await addHeld(ctx)
  await addAttendance(ctx)
  await addOfficers(ctx)
  await addComing(ctx)
}

/** The same every time for the same names: 0–99. */
const luck = (of: Sql, salt: string): Sql => sql`(abs(hashtext(${of} || ${salt})) % 100)`

/** What an area of a level holds in a year, how surely out of a hundred, and in which month. */
const occasions = sql`(values
  ('township', 'keyMembers', 'onSite', '负责人和骨干培训', 62, 4),
  ('county', 'keyMembers', 'onSite', '社区社会组织负责人能力培训', 92, 3),
  ('county', 'keyMembers', 'onSite', '社区社会组织骨干培训班', 70, 7),
  ('county', 'socialWork', 'onSite', '社会工作实务培训', 85, 5),
  ('county', 'socialWork', 'online', '社会工作者考前网上课堂', 60, 3),
  ('county', 'officers', 'onSite', '社区社会组织培育工作培训', 80, 2),
  ('city', 'keyMembers', 'onSite', '社区社会组织示范培训班', 100, 6),
  ('city', 'socialWork', 'onSite', '社区社会工作人才研修班', 100, 6)
) as k (level, audience, kind, title, rate, month)`

/** Where there are several counties, one in four began only this year, and one in five has not held any this year. */
const counties = sql`(
  select code, row_number() over place as turn, count(*) over (partition by coalesce(city, province)) > 2 as several
  from area where level = 'county' window place as (partition by coalesce(city, province) order by code))`

const lineage = (alias: 'a' | 't'): Sql =>
  alias === 'a'
    ? sql`a.code, a.province, a.city, a.county, a.township, a.community`
    : sql`t.area, t.province, t.city, t.county, t.township, t.community`

const addHeld = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into training (id, title, area, province, city, county, township, community, level, organizer, audience, kind, status,
      held_on, until, starts_at, ends_at, place, link, record_by, demo, created_at)
    select gen_random_uuid(), a.short_name || k.title, ${lineage('a')}, a.level,
      a.short_name || case a.level when 'township' then '社会事务办' else '民政局' end, k.audience, k.kind, 'held', d.held_on,
      d.held_on + case k.kind when 'online' then 60 else 0 end,
      case k.kind when 'onSite' then (d.held_on + time '09:00') at time zone 'Asia/Shanghai' end,
      case k.kind when 'onSite' then (d.held_on + time '11:30') at time zone 'Asia/Shanghai' end,
      case k.kind when 'onSite' then a.short_name || '社会组织服务中心' end,
      case k.kind when 'online' then 'https://example.org/course' end, d.held_on + 75, true, ${ctx.now}
    from area a join ${occasions} on k.level = a.level
    cross join generate_series(extract(year from ${ctx.today}::date)::int - 3, extract(year from ${ctx.today}::date)::int) as y (year)
    cross join lateral (select make_date(y.year, k.month, 1 + ${luck(sql`a.code::text || k.title`, 'day')} % 27) as held_on) d
    left join ${counties} c on c.code = a.county
    where a.kind <> 'zone' and d.held_on < ${ctx.today} and ${luck(sql`a.code::text || k.title || y.year`, 'held')} < k.rate
      and (c.several is not true or c.turn % 4 <> 3 or y.year = extract(year from ${ctx.today}::date))
      and (c.several is not true or c.turn % 5 <> 2 or y.year < extract(year from ${ctx.today}::date))
      and exists (select 1 from organization o where ${withinTraining} limit 1)`)

/** An organization `o` of the area of `a`, which is a township or above. */
const withinTraining = sql`case a.level when 'township' then o.township = a.code when 'county' then o.county = a.code
  else o.city = a.code end`

/** One or two of an organization, one of them mostly its leader; nobody bears a name that could be somebody's. */
const addAttendance = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into training_attendance (id, training, organization, area, province, city, county, township, community, audience,
      level, name, bare, leader, attended_on, recorded_at, demo)
    select gen_random_uuid(), t.id, o.id, o.area, o.province, o.city, o.county, o.township, o.community, t.audience, t.level,
      who.name, who.name, who.leader, t.held_on, ${ctx.now}, true
    from training t
    join organization o on (t.level = 'township' and o.township = t.area or t.level = 'county' and o.county = t.area
        or t.level = 'city' and o.city = t.area)
      and o.demo and o.status = 'active' and o.founded_on <= t.held_on
    cross join lateral (select abs(hashtext(o.id::text || t.id)) as dice) chance
    cross join lateral (values ('演示负责人', true), ('演示学员' || 1 + dice % 9, false)) as who (name, leader)
    where t.demo and t.audience <> 'officers'
      and dice % 1000 < case t.level when 'township' then 480 when 'county' then 70 else 12 end
      and case when who.leader then dice % 10 < 7 else dice % 10 >= 4 end`)

/** Officers and workers come for no organization: they count where the training was. */
const addOfficers = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into training_attendance (id, training, area, province, city, county, township, community, audience, level, name, bare,
      leader, attended_on, recorded_at, demo)
    select gen_random_uuid(), t.id, ${lineage('t')}, t.audience, t.level, '演示学员' || n, '演示学员' || n, false, t.held_on,
      ${ctx.now}, true
    from training t cross join generate_series(1, 60) n
    where t.demo and t.audience <> 'keyMembers' and n <= 15 + abs(hashtext(t.id::text)) % 45`)

/** What counties mean to do, this year and the last. */
const addPlans = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into training_plan (id, area, province, city, county, township, community, year, audience, trainings, attendances, demo)
    select gen_random_uuid(), ${lineage('a')}, y.year, p.audience, p.trainings, p.attendances, true
    from area a
    cross join generate_series(extract(year from ${ctx.today}::date)::int - 1, extract(year from ${ctx.today}::date)::int) as y (year)
    cross join (values ('county', 'keyMembers', 3, 200), ('county', 'socialWork', 2, 120), ('county', 'officers', 1, 40),
      ('township', 'keyMembers', 1, 40)) as p (level, audience, trainings, attendances)
    where a.level = p.level and a.kind <> 'zone' and ${luck(sql`a.code::text || p.audience`, 'plan')} < 85
      and exists (select 1 from organization o where ${withinTraining} limit 1)`)

/** One to come in each county, with invitations and answers; one of the demo's township that waits for its list. */
async function addComing(ctx: Context): Promise<void> {
  const past = addDays(ctx.today, -4)
  const coming = addDays(ctx.today, 16)
  await announce(ctx, {
    where: sql`a.level = 'county' and exists (select 1 from organization o where ${withinTraining} limit 1)`,
    ...{ title: '秋季社区社会组织骨干培训', on: coming, seats: 200 },
  })
  await announce(ctx, {
    where: sql`a.level in ('township', 'community') and exists (select 1 from posting p join person w on w.id = p.person
      where p.area = a.code and w.login_name in ('街镇', '社区'))`,
    ...{ title: '社区社会组织小班培训', on: past, seats: 120 },
  })
  await ctx.db.run(sql`
    insert into training_enrolment (id, training, organization, status, people, names, invited_at, answered_at, demo)
    select gen_random_uuid(), t.id, o.id, k.status, case k.status when 'enrolled' then 2 else 0 end,
      case k.status when 'enrolled' then jsonb_build_array(
        jsonb_build_object('name', '演示负责人', 'leader', true),
        jsonb_build_object('name', '演示学员' || 1 + dice % 9, 'leader', false)) else '[]' end,
      case when k.status <> 'enrolled' or dice % 2 = 0 then ${ctx.now}::timestamptz end,
      case when k.status <> 'invited' then ${ctx.now}::timestamptz end, true
    from training t join organization o on o.demo and o.status = 'active'
      and t.area in (o.county, o.township, o.community)
    cross join lateral (select abs(hashtext(o.id::text || t.title)) as dice) chance
    cross join lateral (select case when o.keeper is not null and t.held_on > ${ctx.today} then 'invited'
      when t.held_on < ${ctx.today} or dice % 10 < 5 then 'enrolled' when dice % 10 < 9 then 'invited' else 'declined' end as status) k
    where t.demo and t.status = 'announced' and (o.keeper is not null or dice % 100 < case t.level when 'county' then 4 else 30 end)`)
}

type Announced = { where: Sql; title: string; on: ReturnType<typeof addDays>; seats: number }

const announce = (ctx: Context, { where, title, on, seats }: Announced): Promise<number> =>
  ctx.db.run(sql`
    insert into training (id, title, area, province, city, county, township, community, level, organizer, audience, kind, status,
      held_on, until, starts_at, ends_at, place, seats, record_by, demo, created_at)
    select gen_random_uuid(), a.short_name || ${title}, ${lineage('a')}, a.level, a.short_name || '社会组织服务中心', 'keyMembers',
      'onSite', 'announced', ${on}, ${on}, (${on}::date + time '09:00') at time zone 'Asia/Shanghai',
      (${on}::date + time '11:30') at time zone 'Asia/Shanghai', a.short_name || '社会组织服务中心', ${seats},
      ${addWorkingDays(on, 10)}, true, ${ctx.now}
    from area a where ${where}`)
