// The SQL of made-up social workers and rewards for their certificates: in bulk, plausible, marked as demo.
import { addDays } from '../kernel/time.ts'
import { settleWorkers } from '../modules/workers/server/index.ts'
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

/** The same every time for the same place: 0–99, or below `most`. */
const chance = (salt: string, most = 100): Sql =>
  sql`(abs(hashtext(s.place || ' ' || s.n || ${salt})) % ${most}::int)`

const batch = 5_000

/**
 * In most communities one or two, in some hubs one or two; some since lately only, some without a certificate. Nobody
 * bears a name that could be somebody's.
 */
export async function addWorkers(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    create temporary table made_worker on commit drop as
    select gen_random_uuid() as id, '演示社工' || row_number() over (order by s.place, s.n) as name, s.*, ${ctx.today}::date - 20 - ${chance('since', 1060)} as starts_on,
      case when ${chance('part')} < ${sql`case when s.organization is null then 20 else 55 end`} then 'part' else 'full' end
        as employment,
      case when ${chance('grade')} < 14 then null when ${chance('grade')} < 70 then 'assistant'
        when ${chance('grade')} < 96 then 'qualified' else 'senior' end as grade,
      ${ctx.today}::date - 10 - ${chance('obtained', 1500)} as obtained_on,
      ${chance('left')} < 4 as has_left, ${chance('limit')} < 12 as is_limited
    from (${places}) s where ${chance('there')} < s.likely`)
  await insertMade(ctx)
  await tieResident(ctx)
  const ids = (await ctx.db.rows<{ id: string }>(sql`select id from made_worker order by id`)).map(
    ({ id }) => id,
  )
  for (let start = 0; start < ids.length; start += batch)
    await settleWorkers(ctx.db, ids.slice(start, start + batch))
}

/** Where workers may be: up to three of a community, two of a hub or a station; `likely` of a hundred are there. */
const places = sql`
  select a.code::text as place, a.code as area, null::uuid as organization, null::uuid as station, n,
    case when a.settlement = 'rural' then (array[78, 16, 4])[n] else (array[93, 78, 30])[n] end as likely
  from area a cross join generate_series(1, 3) n where a.level = 'community' and not a.virtual
  union all
  select h.id::text, h.area, h.id, null, n, (array[82, 34])[n]
  from organization h cross join generate_series(1, 2) n where h.demo and h.hub and h.status = 'active'
  union all
  select p.id::text, p.area, null, p.id, n, (array[90, 45])[n] from support_platform p cross join generate_series(1, 2) n
  where p.demo and p.kind = 'socialWorkStation' and p.closed_on is null`

async function insertMade(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    insert into social_worker (id, name, bare, area, province, city, county, township, community, recorded_at, demo)
    select m.id, m.name, m.name, a.code, a.province, a.city, a.county, a.township, a.community, ${ctx.now}, true
    from made_worker m join area a on a.code = m.area`)
  await ctx.db.run(sql`
    insert into worker_post (id, social_worker, site, area, organization, station, employment, starts_on, ends_on)
    select gen_random_uuid(), m.id, case when m.organization is not null then 'organization'
        when m.station is not null then 'station' else 'community' end, m.area,
      m.organization, m.station, m.employment, m.starts_on,
      case when m.has_left then least(m.starts_on + 400, ${ctx.today}::date) end
    from made_worker m`)
  await ctx.db.run(sql`
    insert into worker_certificate (id, social_worker, grade, number, obtained_on, valid_until, renew_from)
    select gen_random_uuid(), m.id, m.grade, 'YS' || m.n || upper(replace(right(m.place, 12), '-', '')), m.obtained_on,
      l.until, l.until - 90
    from made_worker m cross join lateral (
      select case when m.is_limited then m.obtained_on + 1095 + (m.n * 97) end as until) l
    where m.grade is not null`)
}

/** The demo's resident is the worker who is longest in the own community, certified lately. */
async function tieResident(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    update social_worker w set keeper = p.id from person p join posting h on h.person = p.id and h.role = 'resident'
    where p.demo and w.id = (
      select k.id from social_worker k join worker_post t on t.social_worker = k.id and t.ends_on is null
      join worker_certificate c on c.social_worker = k.id where k.demo and k.community = h.area order by t.starts_on, k.name limit 1)`)
  await ctx.db.run(sql`
    update worker_certificate c set obtained_on = ${ctx.today}::date - 40, valid_until = null, renew_from = null
    from social_worker w where w.id = c.social_worker and w.demo and w.keeper is not null`)
}

/**
 * Some of those who came to a training for no organization are social workers who were at work within its area that day,
 * the resident among them: they get their names. How many came stays as it is.
 */
export const nameAttendees = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    with there as (
      select n.id, n.training, row_number() over (partition by n.training order by n.bare) as seat
      from training_attendance n where n.demo and n.organization is null),
    come as (
      select t.id as training, w.name,
        row_number() over (partition by t.id order by w.keeper is null, hashtext(w.name || t.title), w.name) as seat
      from worker_period f join social_worker w on w.id = f.social_worker and w.demo
      cross join lateral (values (f.county), (f.city)) as g (area)
      join training t on t.area = g.area and t.demo and t.audience <> 'keyMembers'
        and t.held_on >= f.starts_on and t.held_on < coalesce(f.ends_on, 'infinity'))
    update training_attendance n set name = come.name, bare = come.name
    from there join come using (training, seat) where n.id = there.id and seat <= 15`)

/** Of those certified since the beginning of last year, some have claimed: paid, approved, submitted, a few refused. */
export async function addRewards(ctx: Context, amounts: Readonly<Record<string, number>>): Promise<void> {
  await ctx.db.run(sql`
    insert into exam_reward (id, name, identity_hash, identity_masked, grade, number, obtained_on, area, province, city,
      county, township, community, social_worker, on_behalf, amount, status, applied_on, since_on, due_on, decided_on, reason, pay_by, paid_on, demo)
    select gen_random_uuid(), w.name, 'demo ' || w.id, left(w.county::text, 6) || '********' || lpad((d.luck % 1000)::text, 3, '0') || 'X',
      c.grade, c.number, c.obtained_on, w.area, w.province, w.city, w.county, w.township, w.community, w.id, w.keeper is null, p.amount,
      d.status, d.applied_on, case when d.status in ('refused', 'approved') then least(d.applied_on + 9, ${ctx.today}::date)
        when d.status = 'returned' then least(d.applied_on + 4, ${ctx.today}::date) else d.applied_on end, d.applied_on + 14,
      case when d.status not in ('submitted', 'returned') then least(d.applied_on + 9, ${ctx.today}::date) end,
      case when d.status = 'refused' then '证书不是当年取得' end,
      case when d.status in ('approved', 'paid') then least(d.applied_on + 9, ${ctx.today}::date) + 28 end,
      case when d.status = 'paid' then least(d.applied_on + 30, ${ctx.today}::date) end, true
    from worker_certificate c join social_worker w on w.id = c.social_worker and w.demo
    join json_each_text(${JSON.stringify(amounts)}::json) r on r.key = c.grade
    cross join lateral (select r.value::int as amount, abs(hashtext(c.number)) as luck) p
    cross join lateral (select p.luck, least(c.obtained_on + 20 + p.luck % 60, ${ctx.today}::date - p.luck % 9) as applied_on,
      case when w.keeper is not null then 'returned' when c.obtained_on > ${addDays(ctx.today, -70)}::date
        then (array['submitted', 'submitted', 'approved', 'returned'])[1 + p.luck % 4]
        when p.luck % 10 = 0 then 'refused' else 'paid' end as status) d
    where p.amount > 0 and c.obtained_on >= date_trunc('year', ${ctx.today}::date - interval '1 year')
      and c.obtained_on < ${ctx.today}::date - 9 and (p.luck % 100 < 30 or w.keeper is not null)`)
  await addThreads(ctx)
}

/** What led to where each claim is. */
const addThreads = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into reward_step (id, exam_reward, at, person_name, step, words)
    select gen_random_uuid(), r.id, (s.on_day + time '09:00') at time zone 'Asia/Shanghai', s.who, s.step, s.words
    from exam_reward r left join social_worker w on w.id = r.social_worker cross join lateral (values
      ('apply', r.applied_on, case when r.on_behalf then '社区工作者（演示）' else w.name end, null),
      ('return', case when r.status = 'returned' then r.since_on end, '县区民政（演示）', '证书照片看不清编号，请重新拍照。'),
      ('approve', case when r.status in ('approved', 'paid') then r.decided_on end, '县区民政（演示）', null),
      ('refuse', case when r.status = 'refused' then r.decided_on end, '县区民政（演示）', r.reason),
      ('pay', r.paid_on, '组织部门（演示）', null)) s(step, on_day, who, words)
    where r.demo and s.on_day is not null`)
