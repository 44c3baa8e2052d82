// The SQL of made-up service projects over three years: most organizations have one a year, some none, some two.
import { yearOf } from '../kernel/time.ts'
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

/** The same every time for the same organization and year: 0–99. */
const chance = (salt: string): Sql => sql`(abs(hashtext(o.name || y.year || ${salt})) % 100)`

/** What is done for whom, by the category of the organization. */
const kinds = JSON.stringify([
  {
    for: ['elderCare', 'service', 'mutualHelp'],
    title: '银龄相伴',
    need: '独居老人缺少陪伴和帮手',
    who: 'emptyNest',
  },
  { for: ['charity', 'other'], title: '暖心包裹', need: '困难家庭换季缺少生活用品', who: 'lowIncome' },
  {
    for: ['culture', 'sports', 'customs'],
    title: '邻里文体月月乐',
    need: '居民缺少经常的文体活动',
    who: 'residents',
  },
  { for: ['science'], title: '四点半课堂', need: '放学后孩子没有人照看', who: 'youth' },
  { for: ['mediation', 'governance'], title: '楼道议事角', need: '楼道堆物、停车常起争执', who: 'residents' },
  {
    for: ['safety', 'environment'],
    title: '平安整洁巡访',
    need: '夜间巡逻和楼道保洁人手不够',
    who: 'residents',
  },
  { for: ['rural'], title: '田头技术课', need: '种植户缺少技术指导', who: 'elderly' },
])

export async function addProjects(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    insert into project (id, organization, area, province, city, county, township, community, title, need, plan, budget,
      budget_source, starts_on, ends_on, status, result, cost, reason, on_behalf, recorded_at, demo)
    select gen_random_uuid(), o.id, o.area, o.province, o.city, o.county, o.township, o.community,
      k.title || case when n = 2 then '（第二期）' else '' end, k.need, '每月组织两次，由骨干分工负责', b.money,
      (array['own', 'community', 'grant', 'purchase', 'fund', 'donation'])[1 + ${chance('source')} % 6], d.starts_on,
      case s.status when 'stopped' then least(d.starts_on + 30, ${ctx.today}::date) else d.starts_on + 90 end, s.status, case s.status when 'finished' then '按计划完成，居民反映较好' end,
      case s.status when 'finished' then b.money * (80 + ${chance('cost')} % 20) / 100 end,
      case s.status when 'stopped' then '骨干离开，人手不够' end, ${chance('hand')} < 50, ${ctx.now}, true
    from organization o
    cross join generate_series(${yearOf(ctx.today) - 2}::int, ${yearOf(ctx.today)}::int) y (year)
    cross join generate_series(1, 2) n
    join json_to_recordset(${kinds}::json) as k("for" json, title text, need text) on k."for"::jsonb ? o.category
    cross join lateral (select make_date(y.year, 1, 10) + (${chance('day')} * 2 + n * 60) % 320 as starts_on) d
    cross join lateral (select (5 + ${chance('money')} % 40) * 20000::bigint as money) b
    cross join lateral (select case when d.starts_on > ${ctx.today} then 'planned' when ${chance('luck')} < 4 then 'stopped'
      when d.starts_on + 90 <= ${ctx.today} then 'finished' else 'running' end as status) s
    where o.demo and o.status <> 'ended' and not o.hub and coalesce(o.founded_on, '2020-01-01') < d.starts_on
      and ${chance('has')} < (case n when 1 then 62 + (y.year - ${yearOf(ctx.today)}) * 6 + 12 else 8 end)`)
  await addPeople(ctx)
}

const addPeople = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into project_beneficiary (project, kind, planned, reached)
    select p.id, k.who, 20 + c.luck, case p.status when 'finished' then 15 + c.luck end
    from project p join organization o on o.id = p.organization
    join json_to_recordset(${kinds}::json) as k("for" json, who text) on k."for"::jsonb ? o.category
    cross join lateral (select abs(hashtext(p.id::text)) % 60 as luck) c where p.demo`)
