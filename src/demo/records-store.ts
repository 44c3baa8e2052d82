// The SQL of made-up dated records: what the programme expects, done in time, late or not at all; and what happens besides.
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

const columns = sql`id, kind, area, province, city, county, township, community, organization, title, starts_on, done_by,
  words, attributes, recorded_at, demo`
const place = sql`a.code, a.province, a.city, a.county, a.township, a.community`

/** The same every time for the same area: 0–99. */
const luck = (salt: Sql): Sql => sql`(abs(hashtext(a.code::text || ${salt})) % 100)`

const office = sql`a.short_name || case
  when a.level = 'township' and a.kind = 'subdistrict' then '办事处'
  when a.level = 'township' and a.kind = 'zone' then '管理委员会' when a.level = 'township' then '人民政府'
  when a.level = 'community' and a.settlement = 'rural' then '村民委员会' when a.level = 'community' then '居民委员会'
  else '民政局' end`

/** Who enters it: the office of the area, or of the one above. */
const doneBy = sql`case when x.from_above
  then (select up.short_name || '民政局' from area up where up.code = coalesce(a.county, a.code)) else ${office} end`

/**
 * Of each expected record of a third of the targets all are there in time; of the others seven in ten are in time and
 * some are late. Days after today are left out.
 */
export const addExpected = (ctx: Context, titles: Readonly<Record<string, string>>): Promise<number> =>
  ctx.db.run(sql`
    insert into dated_record (${columns})
    select gen_random_uuid(), x.kind, ${place}, null,
      a.short_name || coalesce(${JSON.stringify(titles)}::jsonb ->> coalesce(x.attributes ->> 'kind', x.kind), x.title), w.day, ${doneBy},
      case when x.from_above then '资料齐全，现场核对无误。' end,
      x.attributes || case x.kind when 'acceptances' then '{"result": "passed"}'::jsonb
        when 'tasks' then '{"result": "done"}'::jsonb else '{}'::jsonb end, ${ctx.now}, true
    from expected_record x join programme g on g.id = x.programme join area p on p.code = g.area
    join area a on a.level = x.units and not a.virtual and (x.zones or a.kind <> 'zone')
      and p.code in (a.province, a.city, a.county, a.township, a.community)
    cross join lateral (select case when abs(hashtext(x.target)) % 3 = 0 then 0 else ${luck(sql`x.target || x.part`)} end
      as turn, ${luck(sql`x.kind || x.part || x.starts_on`)} as day) l
    cross join lateral (select case
      when l.turn < 70 then x.starts_on + l.day * (x.due_on - x.starts_on) / 100
      when l.turn < 85 then x.due_on + 1 + l.day % 40 end as day) w
    where w.day <= ${ctx.today}`)

/** A sixth of the communities were found to have the conditions for an incubator, a few were found not to. */
export const addFindings = (ctx: Context, title: (result: string) => string): Promise<number> =>
  ctx.db.run(sql`
    insert into dated_record (${columns})
    select gen_random_uuid(), 'determinations', ${place}, null,
      case when k.met then ${title('met')} else ${title('notMet')} end, ${ctx.today}::date - 60 - ${luck(sql`'day'`)},
      t.short_name || case t.kind when 'subdistrict' then '办事处' else '人民政府' end,
      case when k.met then '有固定场地和专人，水电齐备' else '场地不足，暂不具备' end,
      jsonb_build_object('condition', 'incubator', 'result', case when k.met then 'met' else 'notMet' end), ${ctx.now}, true
    from area a join area t on t.code = a.township
    cross join lateral (select ${luck(sql`'incubator'`)} < 16 as met, ${luck(sql`'incubator'`)} < 20 as looked) k
    where a.level = 'community' and not a.virtual and k.looked`)

/** What one community in so many did: the share in percent, the heading, the answers. */
export type Happening = { kind: string; title: string; share: number; attributes: object }

export const addHappening = (ctx: Context, { kind, title, share, attributes }: Happening): Promise<number> =>
  ctx.db.run(sql`
    insert into dated_record (${columns})
    select gen_random_uuid(), ${kind}, ${place}, null, a.short_name || ${title}::text,
      ${ctx.today}::date - 7 - ${luck(sql`${kind}::text || 'day'`)} * 10, ${office}, null, ${JSON.stringify(attributes)},
      ${ctx.now}, true
    from area a where a.level = 'community' and not a.virtual and ${luck(sql`${kind}::text`)} < ${share}`)

/** Residents' appraisals of a few organizations. */
export const addAppraisals = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into dated_record (${columns})
    select gen_random_uuid(), 'appraisals', o.area, o.province, o.city, o.county, o.township, o.community, o.id,
      '年度评议：' || o.name, ${ctx.today}::date - 30 - chance.o * 3, null, '满意',
      case when chance.o % 2 = 0 then '{"by": "residents"}'::jsonb else '{"by": "committee"}'::jsonb end, ${ctx.now}, true
    from organization o cross join lateral (select abs(hashtext(o.name || 'appraisal')) % 100 as o) chance
    where o.demo and o.status = 'active' and chance.o < 3 and o.founded_on < ${ctx.today}::date - 60`)

/** Half of what no count decides has been judged by the demo's officer, some of it months ago. */
export const addJudgements = (ctx: Context, targets: readonly string[]): Promise<number> =>
  ctx.db.run(sql`
    insert into judgement (id, programme, target, area, result, judged_on, evidence, person, at)
    select gen_random_uuid(), g.id, t.id, g.area, case when t.at % 4 = 0 then 'met' else 'onCourse' end,
      greatest(g.starts_on, ${ctx.today}::date - 20 - 30 * t.at::int),
      '查阅各地报送的总结和台账，现场看了三个点，意见一致。', o.person, ${ctx.now}
    from programme g cross join unnest(${targets}::text[]) with ordinality t(id, at)
    join lateral (select h.person from posting h join person p on p.id = h.person
      where p.login_name in ('市级民政', '县区民政') order by h.area = g.area desc, p.login_name limit 1) o on true
    where t.at % 2 = 0`)
