// The SQL of made-up activities: in bulk, by chance that is the same every time, all marked as demo.
import { addDays, type Day } from '../kernel/time.ts'
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

type Series = readonly { id: string; title: string }[]

/** The same every time for the same organization and turn: 0–99. */
const chance = (salt: string): Sql => sql`(abs(hashtext(o.name || ${salt} || n)) % 100)`

/** What organizations of which categories hold, in which kind of series. */
const kinds = JSON.stringify([
  {
    for: ['elderCare', 'service', 'mutualHelp'],
    series: ['neighbours', 'service'],
    title: '邻里帮帮日',
    who: 'emptyNest',
  },
  {
    for: ['charity', 'other'],
    series: ['kindness', 'neighbours', 'points'],
    title: '暖冬送衣',
    who: 'lowIncome',
  },
  { for: ['culture', 'customs'], series: ['culture'], title: '周末合唱', who: 'elderly' },
  { for: ['sports'], series: ['culture'], title: '健步走', who: 'elderly' },
  { for: ['science'], series: ['culture'], title: '科普小课堂', who: 'youth' },
  { for: ['mediation', 'governance'], series: ['consultation'], title: '楼道议事会', who: null },
  { for: ['safety', 'environment'], series: ['safety', 'consultation'], title: '平安巡访', who: null },
  { for: ['rural'], series: ['countryside', 'neighbours'], title: '田头技术课', who: 'leftBehind' },
])

/** The kind of activity of an organization, and the first of its series that the programme has. */
const kindOf = (series: Series): Sql => sql`
  join json_to_recordset(${kinds}::json) as k("for" json, series json, title text, who text)
    on k."for"::jsonb ? o.category
  left join lateral (
    select s.id, s.title from json_to_recordset(${JSON.stringify(series)}::json) as s(id text, title text)
    where k.series::jsonb ? s.id order by s.id limit 1) s on true`

const columns = sql`(id, code, organization, area, province, city, county, township, community, title, series,
  series_title, place, starts_at, ends_at, content, expected, kind, foreigners, minors, outdoors, tickets, sign_up,
  places, status, decided_on, record_due, attended, held_at, result, concluded_at, demo, created_at)`

const place = sql`o.area, o.province, o.city, o.county, o.township, o.community`

/** Eight hours after midnight in UTC it is four in the afternoon in China. */
const start = (day: Sql): Sql =>
  sql`(${day})::timestamp at time zone 'UTC' + (1 + ${chance('hour')} % 10) * interval '1 hour'`

/** A sixth of the organizations held some, over three years; two thirds of them wrote a few words afterwards. */
export const addHeld = (ctx: Context, series: Series): Promise<number> =>
  ctx.db.run(sql`
    insert into activity ${columns}
    select gen_random_uuid(), upper(substr(md5(o.id::text || n), 1, 12)), o.id, ${place}, k.title, s.id, s.title,
      '活动室', ${start(sql`d.day`)}, ${start(sql`d.day`)} + interval '2 hours', '欢迎邻居们来',
      p.people + 5, 'other', false, false, ${chance('out')} < 20, false, true, p.people + 10,
      w.status, d.day - 14, d.day + 14, p.people, d.day + interval '20 hours',
      case w.status when 'concluded' then '大家都说好，约好下次再来' end,
      case w.status when 'concluded' then d.day + interval '30 hours' end, true, ${ctx.now}
    from organization o cross join generate_series(1, 5) n ${kindOf(series)}
    cross join lateral (select (${addDays(ctx.today, -4)}::date - (${chance('a')} * 11 + ${chance('b')} % 11)) as day) d
    cross join lateral (select 8 + ${chance('people')} % 60 as people) p
    cross join lateral (select case when ${chance('words')} < 66 then 'concluded' else 'held' end as status) w
    where o.demo and o.status = 'active' and abs(hashtext(o.name || 'holds')) % 6 = 0
      and n <= 1 + abs(hashtext(o.name || 'often')) % 5 and coalesce(o.founded_on, '2019-01-01') < d.day`)

/** In the demo officers' township: published ones of the next weeks, and two that ended and were not recorded. */
export const addUpcoming = (ctx: Context, township: string, series: Series): Promise<number> =>
  ctx.db.run(sql`
    insert into activity ${columns}
    select gen_random_uuid(), upper(substr(md5(o.id::text || 'soon'), 1, 12)), o.id, ${place}, k.title, s.id, s.title,
      '社区活动室', ${start(sql`d.day`)}, ${start(sql`d.day`)} + interval '2 hours', '欢迎邻居们来，老人孩子都可以',
      30, 'other', false, false, false, false, true, 20, 'published', ${addDays(ctx.today, -6)}::date, d.day + 14,
      null, null, null, null, true, ${ctx.now}
    from (select o.*, row_number() over (partition by o.community order by o.id) as turn from organization o
      where o.demo and o.status = 'active' and o.township = ${township} and not o.hub) o
    cross join lateral (select o.turn) n (n) ${kindOf(series)}
    cross join lateral (select ${ctx.today}::date + (case when ${chance('soon')} < 10 then -3 else ${chance('soon')} % 30 end) as day) d
    where o.turn <= 5`)

type Event = {
  title: string
  day: Day
  people: number
  due: Day
  state: string
  to?: 'county'
  reported?: Day
}

/** One in every state that a report can be in. */
const eventsOf = ({ today }: Context): Event[] => {
  const on = (days: number) => addDays(today, days)
  return [
    { title: '中秋灯会', day: on(5), people: 320, due: on(-2), state: 'missing' },
    { title: '社区文艺汇演', day: on(16), people: 180, due: on(9), state: 'missing' },
    { title: '邻里运动会', day: on(12), people: 260, due: on(5), state: 'reported', reported: on(-1) },
    {
      title: '丰收集市',
      day: on(20),
      people: 650,
      due: on(13),
      state: 'reported',
      reported: on(-4),
      to: 'county',
    },
    { title: '广场舞展演', day: on(9), people: 210, due: on(2), state: 'conditional', reported: on(-6) },
    {
      title: '端午龙舟赛',
      day: on(-30),
      people: 1200,
      due: on(-37),
      state: 'approved',
      reported: on(-33),
      to: 'county',
    },
    { title: '元宵灯谜会', day: on(-200), people: 300, due: on(-207), state: 'done', reported: on(-215) },
    { title: '重阳敬老宴', day: on(-310), people: 220, due: on(-317), state: 'done', reported: on(-312) },
  ]
}

/** The worker's own community first. */
export async function addMajorEvents(
  ctx: Context,
  { township, community }: { township: string; community: string },
): Promise<void> {
  const events = JSON.stringify(
    eventsOf(ctx).map((event, at) => ({ ...event, at, to: event.to ?? 'township' })),
  )
  const event = sql`json_to_recordset(${events}::json)
    as e(at int, title text, day date, people int, due date, state text, "to" text, reported date)`
  await ctx.db.run(sql`
    insert into activity (id, code, organization, area, province, city, county, township, community, title, place,
      starts_at, ends_at, content, expected, kind, foreigners, minors, outdoors, tickets, sign_up, status, decided_on,
      record_due, report_due, report_to, permit_due, permit_number, permit_on, attended, held_at, demo, created_at)
    select gen_random_uuid(), upper(substr(md5(o.id::text || e.title), 1, 12)), o.id, ${place}, e.title, '社区广场',
      e.day + interval '10 hours', e.day + interval '13 hours', '歌舞、游艺和展示', e.people, 'festival', false, true, true,
      false, false, case when e.day < ${ctx.today} then 'held' else 'planned' end, e.day - 40, e.day + 14, e.due, e."to",
      case when e.people >= 1000 then e.day - 20 end, case when e.people >= 1000 then '演示许可第 1 号' end,
      case when e.people >= 1000 then e.day - 15 end, case when e.day < ${ctx.today} then e.people - 20 end,
      case when e.day < ${ctx.today} then e.day + interval '20 hours' end, true, ${ctx.now}
    from ${event} join (select o.*, row_number() over (order by o.community = ${community} desc nulls last, o.id) - 1 as at from organization o
      where o.demo and o.status = 'active' and o.township = ${township}) o on o.at = e.at`)
  await ctx.db.run(sql`
    insert into major_event_report (id, activity, status, recipient, reported_on, reported_at, due_on, content, form,
      participants, fund_source, safety_plan, starts_at, ends_at, place, expected, answer_due, answered_at, answer_words,
      summary_due, summarized_at, summary, demo)
    select gen_random_uuid(), v.id, case e.state when 'done' then 'approved' else e.state end, v.report_to, e.reported,
      e.reported + interval '2 hours', v.report_due, '歌舞、游艺和展示，两个小时', '搭台演出和摊位', '演员四十人，其余是居民',
      '社区经费和会费', '八名安全员分区值守，备灭火器和急救箱，下雨改期', v.starts_at, v.ends_at, v.place, v.expected,
      e.reported + 5, case when e.state <> 'reported' then e.reported + interval '30 hours' end,
      case e.state when 'conditional' then '控制在 200 人以内，留出消防通道' end,
      (v.starts_at at time zone 'Asia/Shanghai')::date + 14,
      case e.state when 'done' then v.ends_at + interval '5 days' end,
      case e.state when 'done' then '秩序良好，居民满意' end, true
    from ${event} join activity v on v.demo and v.title = e.title and v.township = ${township} and v.kind = 'festival'
    where e.reported is not null`)
}

/** Of those who came, how many were of the kind that the activity is for. */
export const addServed = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into activity_served (activity, kind, people)
    select v.id, k.who, 1 + v.attended * (30 + abs(hashtext(v.code)) % 60) / 100
    from activity v join organization o on o.id = v.organization
    join json_to_recordset(${kinds}::json) as k("for" json, who text) on k."for"::jsonb ? o.category and k.who is not null
    where v.demo and v.attended > 3 and v.kind = 'other'`)

/** In the community of the demo's worker; some come again and again. Nobody has a number. */
export const addSignUps = (ctx: Context, community: string): Promise<number> =>
  ctx.db.run(sql`
    insert into activity_sign_up (id, activity, number, name, phone_hash, code, status, came, signed_at)
    select gen_random_uuid(), v.id, n, '热心邻居' || p.person, 'demo-' || p.person, upper(substr(md5(v.code || n), 1, 8)),
      case when n <= coalesce(v.places, n) then 'going' else 'waiting' end, v.attended is not null and n % 5 <> 0,
      v.starts_at - n * interval '1 hour'
    from activity v cross join generate_series(1, 24) n
    cross join lateral (select 1 + (n * 7 + abs(hashtext(v.code)) % 40) % 160 as person) p
    where v.demo and v.community = ${community} and v.sign_up and n <= 6 + abs(hashtext(v.code)) % 18`)
