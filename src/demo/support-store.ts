// The SQL of made-up support platforms and incubations: in bulk, plausible, marked as demo.
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

/** The same every time for the same things: 0–99. */
const luck = (of: Sql, salt: string): Sql => sql`(abs(hashtext(${of}::text || ${salt})) % 100)`

/** Of a hundred areas of a level so many have a platform of a kind; those of the demo's officers always have one. */
export type DemoPlatforms = {
  kind: 'platform' | 'incubator' | 'socialWorkStation' | 'venue'
  level: 'city' | 'county' | 'township' | 'community'
  /** Follows the short name of the area. */
  called: string
  share: number
}

/** Where an incubator needs the conditions, only where a township found them. */
const hasConditions = sql`exists (select 1 from dated_record d where d.kind = 'determinations' and d.area = a.code
  and d.attributes ->> 'condition' = 'incubator' and d.attributes ->> 'result' = 'met')`

export const addPlatforms = (ctx: Context, home: readonly string[], one: DemoPlatforms): Promise<number> =>
  ctx.db.run(sql`
    insert into support_platform (id, name, kind, area, province, city, county, township, community, operator, operator_words,
      place, opened_on, closed_on, demo)
    select gen_random_uuid(), a.short_name || ${one.called}, ${one.kind}, a.code, a.province, a.city, a.county, a.township,
      a.community, h.id, case when h.id is null and w.words < 70 then a.short_name || '社会工作服务中心' end,
      case when w.place < 60 then a.short_name || '综合服务中心二楼' end, d.opened_on,
      case when ${one.kind} = 'venue' and w.closed < 8 then d.opened_on + 200 end, true
    from area a
    cross join lateral (select ${luck(sql`a.code`, one.called)} as there, ${luck(sql`a.code`, 'words')} as words,
      ${luck(sql`a.code`, `${one.kind} place`)} as place, ${luck(sql`a.code`, 'closed')} as closed,
      ${luck(sql`a.code`, `${one.kind} opened`)} as opened) w
    cross join lateral (select ${ctx.today}::date - 240 - w.opened * 8 as opened_on) d
    left join lateral (select o.id from organization o
      where o.township = a.code and o.hub and o.demo and o.status = 'active' and ${one.kind} = 'socialWorkStation'
        and w.words < 50 order by o.id limit 1) h on true
    where a.level = ${one.level} and not a.virtual and a.kind <> 'zone'
      and (w.there < ${one.share} or a.code = any(${home}::bigint[]))
      and (${one.level} <> 'community' or ${one.kind} <> 'incubator' or ${hasConditions})`)

/** Two to four services each; an incubator incubates. */
export const addServices = (ctx: Context, services: readonly string[]): Promise<number> =>
  ctx.db.run(sql`
    insert into support_service (support_platform, service)
    select p.id, s.service from support_platform p
    cross join lateral (
      select case when p.kind = 'incubator' then 'incubation' else 'training' end as service
      union
      select (${services}::text[])[1 + ${luck(sql`p.name`, 'service')} * n % ${services.length}] from generate_series(1, 3) n) s
    where p.demo and s.service is not null`)

/** In each incubator a few organizations of its area, each in one at most: most are in, some have left, some wait. */
export const addStays = (ctx: Context, months: number): Promise<number> =>
  ctx.db.run(sql`
    with asked as (
      select distinct on (o.id) o.*, p.id as host, greatest(p.opened_on, o.founded_on) as since
      from support_platform p
      cross join lateral (
        select * from organization o
        where o.demo and o.status = 'active' and not o.hub and o.tier <> 'registered' and p.area in (o.county, o.township, o.community)
          and o.founded_on < ${ctx.today}::date - 60
        order by hashtext(o.name || p.name) limit case when p.community is not null then 2 when p.township is not null then 5 else 8 end) o
      where p.demo and p.kind = 'incubator' and p.closed_on is null
      order by o.id, p.community is null, p.township is null),
    drawn as (
      select a.*, ${luck(sql`a.name`, 'state')} as state, ${luck(sql`a.name`, 'entered')} as luck,
        a.since + (${ctx.today}::date - a.since) * ${luck(sql`a.name`, 'entered')} / 130 as entered
      from asked a),
    told as (
      select d.*, case when d.state < 58 then 'entered' when d.state < 80 then 'exited' when d.state < 90 then 'applied'
        when d.state < 95 then 'accepted' else 'refused' end as now
      from drawn d)
    insert into incubation (id, organization, support_platform, area, province, city, county, township, community, status,
      need, applied_on, due_on, decided_on, reason, entered_on, leave_by, exited_on, result, conclusion, demo)
    select gen_random_uuid(), t.id, t.host, t.area, t.province, t.city, t.county, t.township, t.community, t.now,
      (array['需要固定的活动场地和指导', '想学习怎样申请和办好项目', '希望帮助完善章程、规范账目'])[1 + t.luck % 3],
      case when t.now in ('entered', 'exited') then t.entered else ${ctx.today}::date - t.luck % 18 end,
      case when t.now in ('entered', 'exited') then t.entered + 14 else ${ctx.today}::date - t.luck % 18 + 14 end,
      case when t.now = 'applied' then null when t.now in ('accepted', 'refused') then ${ctx.today}::date - t.luck % 4 else t.entered end,
      case when t.now = 'refused' then '目前名额已满，请明年再申请' end,
      case when t.now in ('entered', 'exited') then t.entered end,
      case when t.now in ('entered', 'exited') then (t.entered + make_interval(months => ${months}))::date end,
      case when t.now = 'exited' then t.entered + 1 + (${ctx.today}::date - t.entered - 1) * (40 + t.luck / 2) / 100 end,
      case when t.now = 'exited' then (array['graduated', 'graduated', 'graduated', 'left', 'transformed'])[1 + t.luck % 5] end,
      case when t.now = 'exited' then (array['能够独立开展活动，账目清楚', '队伍稳定，有了骨干', '自行完成两个服务项目',
        '骨干搬离，暂停活动', '并入社区服务项目继续开展'])[1 + t.luck % 5] end, true
    from told t`)

/** Stages one after the other, each for four months, the last until the exit. */
export const addStages = (ctx: Context, stages: readonly string[]): Promise<number> =>
  ctx.db.run(sql`
    insert into incubation_stage (id, incubation, stage, mentor, goal, starts_on, ends_on, finding)
    select gen_random_uuid(), i.id, s.stage, case when ${luck(sql`i.id`, 'mentor')} < 80 then '孵化基地驻点社工' end,
      (array['每月固定活动，名册和制度齐全', '骨干能带队，完成一个服务项目', '独立策划活动，账目公开'])[1 + (s.turn - 1)::int % 3],
      w.starts_on, case when w.next < coalesce(i.exited_on, ${ctx.today}) and s.turn < ${stages.length} then w.next else i.exited_on end,
      case when w.next < coalesce(i.exited_on, ${ctx.today}) and s.turn < ${stages.length} then '基本达到目标' end
    from incubation i
    cross join unnest(${stages}::text[]) with ordinality as s(stage, turn)
    cross join lateral (select i.entered_on + 120 * (s.turn - 1)::int as starts_on, i.entered_on + 120 * s.turn::int as next) w
    where i.demo and i.entered_on is not null and w.starts_on < coalesce(i.exited_on, ${ctx.today})`)

/** Most of those that entered were granted a subsidy a month later; most of these have been paid. */
export const addSubsidies = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into incubation_subsidy (id, incubation, amount, basis, decided_on, paid_on)
    select gen_random_uuid(), i.id, 200000 + l.amount * 5000, '孵化补贴办法：入驻补贴', i.entered_on + 30,
      case when i.entered_on + 75 <= ${ctx.today} and l.paid < 85 then i.entered_on + 75 end
    from incubation i
    cross join lateral (select ${luck(sql`i.organization`, 'grant')} as granted, ${luck(sql`i.organization`, 'amount')} as amount,
      ${luck(sql`i.organization`, 'paid')} as paid) l
    where i.demo and i.entered_on + 30 <= coalesce(i.exited_on, ${ctx.today}) and l.granted < 88`)
