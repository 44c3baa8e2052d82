// The SQL of made-up titles and pilots: in bulk, the same every time, plausible over three years before the demo day.
import { yearOf } from '../kernel/time.ts'
import {
  type HonorKind,
  type HonorLevel,
  type HonorSubject,
  type HonorTheme,
  titleOf,
} from '../modules/honors/honor.ts'
import type { Context } from '../platform/context.ts'
import { raw, type Sql, sql } from '../platform/db.ts'

/** 0 to `below` - 1, the same every time for the same name. */
const chance = (alias: 'o' | 'a' | 'c', salt: string, below: number): Sql =>
  sql`(abs(hashtext(${raw(`${alias}.${alias === 'o' ? 'name' : 'code'}`)}::text || ${salt}::text)) % ${raw(String(below))})`

type Given = {
  kind: HonorKind
  subject: HonorSubject
  level: HonorLevel
  theme?: HonorTheme
  reason: string
  /** What follows `from`: rows `w` with name, organization, the lineage and awarded_on. */
  from: Sql
}

/** The desk is the area of the level; for the province's titles the city. */
async function give(ctx: Context, { kind, subject, level, theme, reason, from }: Given): Promise<void> {
  const desk = raw(`w.${level === 'province' ? 'city' : level}`)
  await ctx.db.run(sql`
    insert into honor (id, kind, subject, level, title, name, organization, area, province, city, county, township, community,
      desk, theme, year, reason, status, recorded, nominated_on, awarded_on, demo, created_at)
    select gen_random_uuid(), ${kind}, ${subject}, ${level}, ${titleOf(kind, subject)}, w.name, w.organization, w.area,
      w.province, w.city, w.county, w.township, w.community, ${desk}, ${theme ?? null},
      extract(year from w.awarded_on)::int, ${reason}, 'awarded', true, w.awarded_on - 20, w.awarded_on, true, ${ctx.now}
    from ${from} w where w.awarded_on <= ${ctx.today}::date and ${desk} is not null on conflict do nothing`)
}

const lineage = (alias: 'o' | 'a'): Sql =>
  raw(['province', 'city', 'county', 'township', 'community'].map((level) => `${alias}.${level}`).join(', '))

type Few = {
  /** Within which area they are counted. */
  each: 'city' | 'county' | 'township'
  salt: string
  most: Sql
  day: Sql
  name?: Sql
}

/** A few of the active organizations of each area, two months old on the day. */
const organizations = ({ each, salt, most, day, name = sql`o.name` }: Few): Sql => sql`(
  select ${name} as name, o.id as organization, o.area, ${lineage('o')}, ${day} as awarded_on
  from (select o.*, row_number() over (partition by ${raw(`o.${each}`)} order by hashtext(o.name || ${salt}::text), o.id) as turn
    from organization o
    where o.status = 'active' and not o.hub and o.demo and o.founded_on + 60 < ${day}) o
  join area c on c.code = ${raw(`o.${each}`)}
  where o.turn <= ${most})`

/** A few communities of each area. */
const communities = ({ each, salt, most, day }: Few, condition: Sql = sql`true`): Sql => sql`(
  select a.short_name as name, null::uuid as organization, a.code as area, ${lineage('a')}, ${day} as awarded_on
  from (select a.*, row_number() over (partition by ${raw(`a.${each}`)} order by hashtext(a.code::text || ${salt}::text)) as turn
    from area a where a.level = 'community' and not a.virtual and ${condition}) a
  join area c on c.code = ${raw(`a.${each}`)} and c.kind <> 'zone'
  where a.turn <= ${most})`

const projects = [
  '银龄助餐',
  '邻里守望',
  '暑期课堂',
  '巷口议事',
  '绿色楼道',
  '反诈宣传',
  '巧手编织',
  '夜间巡查',
]
const projectName = sql`(${projects}::text[])[1 + ${chance('o', 'project', projects.length)}] || '项目'`

/** A title of a project is that of one on record, where its organization has any. */
const nameProjects = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    update honor h set project = p.id, name = p.title
    from (select distinct on (p.organization) p.* from project p
      where p.status in ('running', 'finished') order by p.organization, p.starts_on, p.id) p
    where h.demo and h.subject = 'project' and p.organization = h.organization`)

/** Titles of the city and of the counties, given over the last years. */
export async function giveBrandsAndModels(ctx: Context): Promise<void> {
  const year = yearOf(ctx.today)
  const lately = sql`(${ctx.today}::date - 40 - ${chance('o', 'brand', 800)})`
  const few = { each: 'county', day: lately } as const
  await give(ctx, {
    ...{
      kind: 'brand',
      subject: 'organization',
      level: 'county',
      reason: '服务常年不断，居民评价高，党组织作用明显',
    },
    from: organizations({ ...few, salt: 'brand', most: sql`1 + ${chance('c', 'brands', 4)}` }),
  })
  await give(ctx, {
    ...{ kind: 'brand', subject: 'project', level: 'county', reason: '对准居民需求，做法可学可看' },
    from: organizations({
      ...few,
      salt: 'work',
      most: sql`1 + ${chance('c', 'works', 4)}`,
      name: projectName,
    }),
  })
  await nameProjects(ctx)
  await give(ctx, {
    ...{
      kind: 'model',
      subject: 'organization',
      level: 'city',
      reason: '管理规范，活动效果明显，社会影响较大',
    },
    from: organizations({
      ...{ each: 'city', salt: 'model', most: sql`3` },
      day: sql`(make_date(${year - 1}, 6, 1) + ${chance('o', 'model', 150)})`,
    }),
  })
  for (const [ago, month, share] of [
    [1, 10, 80],
    [0, 5, 50],
  ] as const)
    await give(ctx, {
      ...{ kind: 'model', subject: 'area', level: 'county', reason: '组织齐全，活动经常，场所共用' },
      from: communities({
        ...{ each: 'county', salt: `models ${ago}` },
        most: sql`case when ${chance('c', `models ${ago}`, 100)} < ${share} then 1 else 0 end`,
        day: sql`(make_date(${year - ago}, ${month}, 10) + ${chance('a', 'model', 45)})`,
      }),
    })
}

/** Pilots of the townships around the middle of spring, rural ones of the counties, observation sites two years ago. */
export async function givePilotsAndSites(ctx: Context): Promise<void> {
  const year = yearOf(ctx.today)
  await give(ctx, {
    ...{ kind: 'pilot', subject: 'area', level: 'township', theme: 'organizations' },
    reason: '社会基础好，两委重视',
    from: communities({
      ...{ each: 'township', salt: 'pilot' },
      most: sql`case when ${chance('c', 'pilots', 100)} < 85 then 1 else 0 end`,
      day: sql`(${ctx.today}::date - 130 + ${chance('a', 'pilot', 30)})`,
    }),
  })
  await give(ctx, {
    ...{ kind: 'pilot', subject: 'area', level: 'county', theme: 'rural', reason: '基础较好的农村社区' },
    from: communities(
      {
        ...{ each: 'county', salt: 'rural' },
        most: sql`case when ${chance('c', 'rural', 100)} < 70 then 1 else 0 end`,
        day: sql`(${ctx.today}::date - 300 - ${chance('a', 'rural', 200)})`,
      },
      sql`a.settlement = 'rural'`,
    ),
  })
  await give(ctx, {
    ...{ kind: 'observationSite', subject: 'area', level: 'county', reason: '培育发展工作有代表性' },
    from: communities({
      ...{ each: 'county', salt: 'site', most: sql`1 + ${chance('c', 'sites', 3)}` },
      day: sql`(make_date(${year - 2}, 11, 5) + ${chance('a', 'site', 70)})`,
    }),
  })
}

/** Where a county carries out its own programme, its streets have brands too. (HS 一) */
export const giveTownshipBrands = (ctx: Context): Promise<void> =>
  give(ctx, {
    ...{ kind: 'brand', subject: 'organization', level: 'township', reason: '街道评选，居民投票' },
    from: organizations({
      ...{ each: 'township', salt: 'street' },
      most: sql`case when ${chance('c', 'street', 100)} < 65 then 1 else 0 end`,
      day: sql`(${ctx.today}::date - 5 - ${chance('o', 'street', 60)})`,
    }),
  })

/** The county that the document names as the province's pilot. (GZ 三（一）) */
export const giveProvincialPilot = (ctx: Context, county: string): Promise<void> =>
  give(ctx, {
    ...{ kind: 'pilot', subject: 'area', level: 'province', theme: 'organizations' },
    reason: '全省社区社会组织示范点试点单位的登记管理机关',
    from: sql`(select a.short_name as name, null::uuid as organization, a.code as area, ${lineage('a')},
      make_date(${yearOf(ctx.today) - 2}, 10, 12) as awarded_on from area a where a.code = ${county})`,
  })

/** One in thirty brands was withdrawn lately; every title has the line of its entry. */
export async function endSomeHonors(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    update honor set status = 'withdrawn', withdrawn_on = ${ctx.today}::date - 20
    where demo and kind = 'brand' and abs(hashtext(name || 'withdrawn')) % 30 = 7 and awarded_on < ${ctx.today}::date - 60`)
  await ctx.db.run(sql`
    insert into honor_step (id, honor, kind, at, person_name, said)
    select gen_random_uuid(), h.id, s.kind, (s.on_day + time '10:00') at time zone 'Asia/Shanghai', '演示数据', s.said
    from honor h cross join lateral (values ('record', h.awarded_on, null),
      ('withdraw', h.withdrawn_on, '长期不开展活动，经核实撤销')) s(kind, on_day, said)
    where h.demo and h.recorded and s.on_day is not null`)
}

/** Groups of a community that nobody has given anything yet, the oldest first. */
export const plainGroups = (ctx: Context, community: string): Promise<{ id: string; name: string }[]> =>
  ctx.db.rows(sql`
    select o.id, o.name from organization o
    where o.community = ${community} and o.status = 'active' and not exists (select 1 from honor h where h.organization = o.id)
    order by o.founded_on, o.name limit 6`)

/** What was made by the commands is made up too. */
export const markHonors = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`update honor set demo = true where not demo`)
