// What waits about titles: reviews, public notices that run, titles to be published, townships without their pilot.
import type { Day } from '../../../kernel/time.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'
import { honorsKeys } from '../../rules/keys/honors-keys.ts'
import { type HonorLevel, honorLevels } from '../honor.ts'

type Waiting = Pick<WorkSource, 'title' | 'since' | 'due' | 'bulk'> & { where: (today: Day) => Sql }

/** Who reviews, hears objections and publishes at each level; those above see what is late. */
const desks = { Township: 'township', County: 'county', City: 'city' } as const

/** The same work for each level of desk: it waits for whom the title lies with, not where its subject is. */
const atEachDesk = (name: string, waiting: Waiting): WorkSources =>
  Object.fromEntries(
    Object.entries(desks).map(([at, level]) => [
      `${name}At${at}`,
      atDesk(`honor.workAt${at}`, level, waiting),
    ]),
  )

const atDesk = (action: string, level: HonorLevel, { where, ...waiting }: Waiting): WorkSource => ({
  ...{ ...waiting, action, oversee: 'honor.follow' },
  from: sql`(select h.id, h.name, h.title, h.status, h.due_on, h.nominated_on, h.notice_from, h.notice_until,
      h.award_due_on, d.code as area, d.province, d.city, d.county, d.township, d.community,
      (select count(*) from honor_objection j where j.honor = h.id and j.outcome is null) as objections
    from honor h join area d on d.code = h.desk
    where h.status in ('nominated', 'noticed') and h.level = ${level}) w`,
  where,
  id: sql`w.id::text`,
  label: sql`w.name`,
  note: sql`${honorLevels[level]}::text || ' · ' || w.title
    || case when w.objections > 0 then ' · ' || w.objections || ' 条异议没有处理' else '' end`,
  link: sql`'/honors/' || w.id`,
})

/** Townships of places whose rules name a day, with the pilots that they have named. (HS 二(一)) */
const withoutPilot = sql`(
  select t.*, t.code as area, r.by_on, r.since_on, r.each, (
      select count(*) from honor h
      where h.township = t.code and h.kind = 'pilot' and h.theme = 'organizations' and h.status in ('nominated', 'awarded')) as named
  from area t
  join lateral (select max((s.loaded_at at time zone 'Asia/Shanghai')::date) as since_on from rule_set s
    where s.superseded_at is null and s.entries ? 'honors.pilotsBy'
      and (s.area is null or s.area in (t.province, t.city, t.county, t.code))) s on s.since_on is not null
  cross join lateral (select (v ->> 'honors.pilotsBy')::date as by_on, s.since_on,
      coalesce((v ->> 'honors.pilotsEach')::int, ${honorsKeys['honors.pilotsEach'].base}) as each
    from rule_values('honors', t.province, t.city, t.county, t.code) v) r
  where t.level = 'township' and t.kind <> 'zone' and r.by_on is not null
    and (select exists (select 1 from rule_set s where s.superseded_at is null and s.entries ? 'honors.pilotsBy'))) w`

export const honorsWork: WorkSources = {
  ...atEachDesk('honors.review', {
    title: '评审品牌、示范、试点的提名',
    where: () => sql`w.status = 'nominated'`,
    since: sql`w.nominated_on`,
    due: sql`w.due_on`,
    bulk: '/honors',
  }),
  ...atEachDesk('honors.notice', {
    title: '公示中的称号：接收和处理异议',
    where: (today) => sql`w.status = 'noticed' and w.notice_until >= ${today}::date`,
    since: sql`w.notice_from`,
    due: sql`w.notice_until`,
  }),
  ...atEachDesk('honors.award', {
    title: '公示期满，公布称号',
    where: (today) => sql`w.status = 'noticed' and w.notice_until < ${today}::date`,
    since: sql`w.notice_until + 1`,
    due: sql`w.award_due_on`,
    bulk: '/honors',
  }),
  'honors.pilots': {
    title: '选定并报送试点社区',
    action: 'honor.namePilots',
    oversee: 'honor.follow',
    from: withoutPilot,
    where: sql`w.named < w.each`,
    id: sql`w.code::text`,
    label: sql`w.short_name`,
    note: sql`'至少选 ' || w.each || ' 个，已选 ' || w.named || ' 个'`,
    link: sql`'/honors/new?kind=pilot&subject=area&level=township'`,
    since: sql`least(w.since_on, w.by_on)`,
    due: sql`w.by_on`,
  },
}
