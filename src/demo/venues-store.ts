// The SQL of made-up venues: one in a community of each township, two rooms, some weeks of bookings; marked as demo.
import { addDays, type Day } from '../kernel/time.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import { weekdayNumber } from '../modules/venues/opening-rules.ts'
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

/** Weeks before and after the demo's own that hold bookings. */
const weeks = { before: 8, after: 3 }

const hours = JSON.stringify([
  { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '21:00' },
  { days: [6, 7], from: '09:00', to: '17:00' },
])

/** The same every time for the same text: 0–99. */
const chance = (text: Sql): Sql => sql`(abs(hashtext(${text})) % 100)`

/** After the organizations: theirs are the bookings. */
export async function addVenues(ctx: Context, { community }: { community: string }): Promise<void> {
  await addPlatforms(ctx, community)
  await ctx.db.run(sql`
    insert into venue (id, open_to, terms, terms_note, for_whom, hours, closed_on_holidays, demo)
    select p.id, p.township, k.terms, case k.terms when 'discounted' then '每小时 20 元，含空调' end,
      '用后打扫干净，关好门窗', ${hours}::jsonb, true, true
    from support_platform p
    cross join lateral (select case when ${chance(sql`p.name || 'terms'`)} < 80 then 'free' else 'discounted' end as terms) k
    where p.kind = 'venue' and p.demo and p.community is not null and p.closed_on is null
      and not exists (select 1 from venue v where v.id = p.id)`)
  await ctx.db.run(sql`
    insert into venue_room (id, venue, name, capacity, equipment, demo)
    select gen_random_uuid(), v.id, r.name, r.capacity, r.equipment, true
    from venue v cross join (values ('多功能厅', 60, '音响、投影、折叠椅 60 把'), ('排练室', 20, '镜子、把杆'))
      as r(name, capacity, equipment) where v.demo`)
  await addBookings(ctx, community)
}

/** In the demo's own community and in the first of each other township, since one of the last three years. */
const addPlatforms = (ctx: Context, community: string): Promise<number> =>
  ctx.db.run(sql`
    insert into support_platform (id, name, kind, area, province, city, county, township, community, place, opened_on, demo)
    select gen_random_uuid(), a.short_name || '活动中心', 'venue', a.code, a.province, a.city, a.county, a.township, a.community,
      '居委会（村委会）旁 2 楼', ${ctx.today}::date - 60 - ${chance(sql`a.code::text`)} * 10, true
    from (select distinct on (township) * from area
      where level = 'community' and not virtual order by township, code = ${community}::bigint desc, code) a
    on conflict do nothing`)

/**
 * Once a week in each room, by one of the township's organizations: used, still to be recorded, accepted, or waiting;
 * something always waits for the demo's own worker.
 */
async function addBookings(ctx: Context, community: string): Promise<void> {
  const monday = addDays(ctx.today, 1 - weekdayNumber(ctx.today))
  const due = addWorkingDays(ctx.today, 1)
  await ctx.db.run(sql`
    with asker as materialized (
      select id, township, row_number() over w - 1 as place, count(*) over (partition by township) as among
      from organization where demo and status = 'active' and township is not null and not hub
        and founded_on < ${addDays(ctx.today, -200)}
      window w as (partition by township order by id)),
    turn as (
      select r.id as room, p.township, ${monday}::date + 7 * n + 1 + ${chance(sql`r.id::text || n`)} % 4 as day,
        ${chance(sql`p.name || r.name || n`)} as luck, p.community = ${community}::bigint and n = 1 as shown
      from venue_room r join support_platform p on p.id = r.venue
      cross join generate_series(${-weeks.before}::int, ${weeks.after}::int) n where r.demo)
    insert into venue_booking (id, venue_room, organization, starts_at, ends_at, purpose, people, status, asked_at, due_on,
      answered_at, demo)
    select gen_random_uuid(), t.room, a.id, (t.day + ${'14:00'}::time) at time zone 'Asia/Shanghai',
      (t.day + ${'16:00'}::time) at time zone 'Asia/Shanghai',
      (array['排练', '例会', '手工课', '健康讲座', '读书会', '志愿者培训'])[1 + t.luck % 6], 8 + t.luck % 12, s.status,
      (case s.status when 'asked' then ${ctx.now}::timestamptz - interval '20 hours' else (t.day - 6)::timestamptz end),
      case s.status when 'asked' then ${due}::date else t.day - 4 end,
      case when s.status <> 'asked' then (t.day - 5)::timestamptz end, true
    from turn t join asker a on a.township = t.township and a.place = t.luck % a.among
    cross join lateral (select ${statusOf(ctx.today)} as status) s`)
}

const statusOf = (today: Day): Sql => sql`case
  when t.day < ${addDays(today, -4)} then case when t.luck < 90 then 'used' else 'unused' end
  when t.day < ${today} then 'accepted'
  when (t.luck < 30 or t.shown) and t.day > ${today} then 'asked'
  else 'accepted' end`
