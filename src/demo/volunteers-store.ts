// The SQL of made-up volunteer service: one team in most communities, a few people in each, hours of the last year.
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

/** The same every time for the same text: 0–99. */
const chance = (text: Sql, salt: string): Sql => sql`(abs(hashtext(${text}::text || ${salt})) % 100)`

/** After the accounts: the demo's resident serves in a team of the own community. */
export async function addVolunteers(ctx: Context): Promise<void> {
  await addTeams(ctx)
  await addPeople(ctx)
  await addHours(ctx)
  await tieResident(ctx)
}

/** Three of four communities have one, of their first organization that serves somebody; a third of them since last year. */
const addTeams = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into volunteer_team (id, organization, name, starts_on, recorded_at, demo)
    select gen_random_uuid(), f.id, f.place || '志愿服务队',
      greatest(f.founded_on, ${ctx.today}::date - 60 - ${chance(sql`f.id`, 'since')} * 9), ${ctx.now}, true
    from (
      select distinct on (o.community) o.id, o.founded_on, a.short_name as place, a.code from organization o
      join area a on a.code = o.community
      where o.demo and o.status = 'active' and not o.hub and o.founded_on < ${ctx.today}::date - 90
      order by o.community, o.category in ('charity', 'service', 'mutualHelp', 'safety', 'environment') desc, o.id) f
    where ${chance(sql`f.code`, 'team')} < 76 or f.code in (select area from posting)`)

const addPeople = async (ctx: Context): Promise<void> => {
  await ctx.db.run(sql`
    with planned as materialized (
      select t.id as team, t.starts_on, gen_random_uuid() as volunteer, row_number() over (order by t.id, n) as number
      from volunteer_team t cross join generate_series(1, 5) n
      where t.demo and n <= 3 + ${chance(sql`t.id`, 'people')} % 3),
    people as (
      insert into volunteer (id, name, phone, recorded_at, demo)
      select volunteer, '演示志愿者' || number, '100' || lpad(number::text, 8, '0'), ${ctx.now}, true from planned)
    insert into team_member (id, volunteer_team, volunteer, starts_on, demo)
    select gen_random_uuid(), team, volunteer, starts_on, true from planned`)
}

const doings = JSON.stringify([
  { place: 1, kind: 'environment', what: '楼道清洁和垃圾分类引导', at: '08:30', minutes: 120 },
  { place: 2, kind: 'safety', what: '夜间平安巡逻', at: '19:00', minutes: 90 },
  { place: 3, kind: 'elderly', what: '探望独居老人', at: '14:00', minutes: 120 },
  { place: 4, kind: 'culture', what: '文化活动秩序维护', at: '09:00', minutes: 180 },
])

/** Three occasions each; those of the last two weeks wait. */
const addHours = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into service_entry (id, team_member, volunteer, organization, area, province, city, county, township, community, kind,
      content, served_on, starts_at, ends_at, minutes, status, due_on, recorded_at, demo)
    select gen_random_uuid(), m.id, m.volunteer, o.id, o.area, o.province, o.city, o.county, o.township, o.community, k.kind,
      k.what, d.on, (d.on + k.at) at time zone 'Asia/Shanghai',
      (d.on + k.at) at time zone 'Asia/Shanghai' + make_interval(mins => k.minutes), k.minutes,
      case when d.on > ${ctx.today}::date - 14 then 'waiting' else 'confirmed' end, d.on + 14, ${ctx.now}, true
    from team_member m join volunteer_team t on t.id = m.volunteer_team join organization o on o.id = t.organization
    cross join generate_series(0, 2) n
    cross join lateral (select ${ctx.today}::date - 2 - n * 70 - ${chance(sql`m.volunteer_team`, 'day')} % 60 as on) d
    join json_to_recordset(${doings}::json) as k(place int, kind text, what text, at time, minutes int)
      on k.place = 1 + (n + ${chance(sql`m.volunteer_team`, 'doing')}) % 4
    where m.demo and d.on >= m.starts_on`)

const tieResident = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    update volunteer v set keeper = p.id from person p join posting h on h.person = p.id and h.role = 'resident'
    where p.demo and v.id = (
      select m.volunteer from team_member m join volunteer_team t on t.id = m.volunteer_team
      join organization o on o.id = t.organization where o.community = h.area order by m.id limit 1)`)
