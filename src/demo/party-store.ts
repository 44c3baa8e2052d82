// The SQL of made-up party-building: branches, instructors, party life, all from what the made-up register says.
import { refreshDues } from '../modules/party/server/index.ts'
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/db.ts'

/** The day from which an organization existed. */
const began = sql`least(o.founded_on, o.filed_on, o.registered_on)`
const lineage = sql`o.area, o.province, o.city, o.county, o.township, o.community`
const living = sql`o.demo and o.status <> 'ended'`

/** The same number for the same name in every world, from 0 to 99. */
const dice = (...salt: readonly string[]) => sql`abs(hashtext(b.name || ${salt.join('.')}::text)) % 100`

/** One branch for every organization that the register says has its own. */
export const addOwnBranches = (ctx: Context, county: string): Promise<number> =>
  ctx.db.run(sql`
    with made as (
      select gen_random_uuid() as branch, o.id, ${began} as began, o.name, o.party_members, ${lineage}
      from organization o where o.county = ${county} and ${living} and o.party_presence = 'own'),
      branches as (
        insert into party_branch (id, name, kind, nature, area, province, city, county, township, community, founded_on,
          secretary, committee, recorded_on, demo)
        select branch, name || '党支部', 'own', 'regular', area, province, city, county, township, community, began,
          '演示书记' || row_number() over (order by name), case when party_members >= 7 then 3 end,
          greatest(began, ${ctx.today}::date - 230), true
        from made)
    insert into party_arrangement (id, organization, kind, branch, starts_on, recorded_at)
    select gen_random_uuid(), id, 'own', branch, began, ${ctx.now} from made`)

/** Joint branches of two to five organizations of a community; one that stands alone keeps what the register says. */
export const addJointBranches = (ctx: Context, county: string): Promise<number> =>
  ctx.db.run(sql`
    with counted as (
      select o.id, ${began} as began, ${lineage}, count(*) over w as those, row_number() over (w order by o.name) as at
      from organization o where o.county = ${county} and ${living} and o.party_presence = 'joint' and o.community is not null
      window w as (partition by o.community)),
      grouped as (select c.*, (c.at - 1) % ceil(c.those / 5.0)::int + 1 as part from counted c where c.those > 1),
      made as (
        select gen_random_uuid() as branch, g.community as place, g.part, min(g.began) as began
        from grouped g group by g.community, g.part),
      branches as (
        insert into party_branch (id, name, kind, nature, area, province, city, county, township, community, founded_on,
          secretary, recorded_on, demo)
        select m.branch, a.short_name || '社会组织第' || m.part || '联合党支部', 'joint', 'functional', a.code, a.province,
          a.city, a.county, a.township, a.community, m.began, '演示书记' || a.short_name || m.part,
          greatest(m.began, ${ctx.today}::date - 230), true
        from made m join area a on a.code = m.place)
    insert into party_arrangement (id, organization, kind, branch, starts_on, recorded_at)
    select gen_random_uuid(), g.id, 'joint', m.branch, g.began, ${ctx.now}
    from grouped g join made m on m.place = g.community and m.part = g.part`)

/** One instructor a community looks after its organizations. */
export const addInstructors = (ctx: Context, county: string): Promise<number> =>
  ctx.db.run(sql`
    with places as (
      select distinct o.community as place from organization o
      where o.county = ${county} and ${living} and o.party_presence = 'instructor' and o.community is not null),
      made as (
        insert into party_instructor (id, name, unit, area, province, city, county, township, community, starts_on, demo)
        select gen_random_uuid(), '演示指导员' || row_number() over (order by a.code), a.short_name || '党组织', a.code,
          a.province, a.city, a.county, a.township, a.community, '2020-01-01', true
        from places p join area a on a.code = p.place returning id, community)
    insert into party_arrangement (id, organization, kind, instructor, starts_on, recorded_at)
    select gen_random_uuid(), o.id, 'instructor', m.id, ${began}, ${ctx.now}
    from organization o join made m on m.community = o.community
    where o.county = ${county} and ${living} and o.party_presence = 'instructor'`)

/** Theme days, members' meetings and lectures of the last months; some were missed. */
export const addMeetings = (ctx: Context, county: string): Promise<number> =>
  ctx.db.run(sql`
    insert into party_activity (id, branch, kind, held_on, subject, attended, recorded_at)
    select gen_random_uuid(), b.id, k.kind, d.day, k.subject, 3 + abs(hashtext(b.name || d.back || k.kind)) % 9, ${ctx.now}
    from party_branch b
    cross join (values ('themeDay', 1, '清洁家园志愿服务', 88), ('membersMeeting', 3, '讨论上半年工作', 85),
      ('lecture', 12, '学习党章', 55), ('lifeMeeting', 12, '年度组织生活会', 50), ('appraisal', 12, '民主评议', 50),
      ('committeeMeeting', 1, '研究本月工作', 80)) k (kind, months, subject, chance)
    cross join lateral (
      select (date_trunc('month', ${ctx.today}::timestamp) - make_interval(months => back))::date
        + abs(hashtext(b.name || k.kind || back)) % 24 as day, back
      from generate_series(0, 6, least(k.months, 3)) back) d
    where b.demo and b.county = ${county} and d.day <= ${ctx.today}::date and d.day >= b.founded_on
      and (k.months < 12 or d.back = 3) and (k.kind <> 'committeeMeeting' or b.committee is not null)
      and abs(hashtext(b.name || k.kind || d.back)) % 100 < k.chance`)

/** What was just written is counted first: without statistics the plan of the update takes minutes. */
export async function setDues(ctx: Context, county: string): Promise<number> {
  await ctx.db.run(sql`analyze party_branch, party_activity`)
  return refreshDues(ctx.db, sql`b.county = ${county}`)
}

export const addPairings = (ctx: Context, county: string): Promise<number> =>
  ctx.db.run(sql`
    insert into party_pairing (id, branch, partner, kind, about, starts_on)
    select gen_random_uuid(), b.id, case when ${dice('kind')} < 60 then a.short_name || '党组织' else '演示小学党支部' end,
      case when ${dice('kind')} < 60 then 'communityBranch' else 'school' end, '共同开展主题党日和志愿服务',
      greatest(b.founded_on, ${ctx.today}::date - 200)
    from party_branch b join area a on a.code = b.area
    where b.demo and b.county = ${county} and ${dice('pairing')} < 25`)

/** Contacts within a township: some in this half-year, some only in the one before. */
export const addContacts = (ctx: Context, township: string): Promise<number> =>
  ctx.db.run(sql`
    insert into party_contact (id, organization, kind, held_on, matter, result, recorded_at)
    select gen_random_uuid(), b.id, case when ${dice('way')} < 60 then 'visit' else 'meeting' end,
      ${ctx.today}::date - (10 + ${dice('day')} * 2), '了解活动场地和困难', '已协调社区活动室', ${ctx.now}
    from organization b where b.demo and b.township = ${township} and b.status = 'active' and ${dice('contact')} < 60
      and least(b.founded_on, b.filed_on, b.registered_on) < ${ctx.today}::date - 215`)

/** The members of a community's organizations by made-up names, as many as the register says. */
export async function addMembers(ctx: Context, community: string): Promise<void> {
  await ctx.db.run(sql`
    insert into party_member (id, organization, name, full_since, relation, leader, key_member, starts_on)
    select gen_random_uuid(), o.id, '演示党员' || n, '2015-07-01', case when n % 3 = 0 then 'elsewhere' else 'here' end,
      n = 1 and o.leader_in_party is true, n = 2, ${began}
    from organization o cross join lateral generate_series(1, o.party_members) n
    where o.community = ${community} and ${living}`)
  await ctx.db.run(sql`
    insert into party_roster (organization, kept_from, recorded_at)
    select o.id, ${began}, ${ctx.now} from organization o where o.community = ${community} and ${living}
      and o.party_members > 0`)
  await ctx.db.run(sql`
    insert into party_key_person (id, organization, name, kind, body, starts_on)
    select gen_random_uuid(), m.organization, m.name, case when m.leader then 'leads' else 'seat' end,
      case when not m.leader then '居民议事会' end, m.starts_on
    from party_member m join organization o on o.id = m.organization
    where o.community = ${community} and (m.leader or m.key_member)`)
}
