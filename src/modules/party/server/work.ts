// The party-building that waits for somebody: arrangements to make and to revisit, meetings missing, contacts due.
import type { Day } from '../../../kernel/time.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'
import { nextOf, periodStart } from './owed-store.ts'
import { leastOf, mostOf, ruleAt } from './rule-store.ts'

const branchFrom = sql`(${ruleAt('party.branchFrom', 'w')})::int`

/** Since when the organization has been there to be arranged: from filing or registration on. (HS 三(二)4) */
const begun = sql`coalesce(w.registered_on, w.filed_on, w.founded_on, (w.created_at at time zone 'Asia/Shanghai')::date)`

const isOpen = sql`exists (select 1 from party_arrangement t where t.organization = w.id and t.ends_on is null)`

/** The bounds come first: only few rows are asked for the rule of their own place. */
const noLongerFits = sql`
  w.status = 'active' and w.party_presence = 'own' and w.party_members < ${mostOf('party.branchFrom')}
    and w.party_members < ${branchFrom}
  or w.status = 'active' and w.party_presence in ('joint', 'instructor')
    and w.party_members >= ${leastOf('party.branchFrom')} and w.party_members >= ${branchFrom}
  or w.status = 'ended' and ${isOpen}`

const whyItDoesNot = sql`case
  when w.status = 'ended' then '组织已退出名录，请结束党组织的安排'
  when w.party_presence = 'own' then '单独建立了党支部，现在正式党员只有 ' || w.party_members || ' 名'
  else '现在正式党员 ' || w.party_members || ' 名，应当单独建立党支部' end`

/** A yearly meeting waits for nobody in spring. */
const daysAhead = 45

/** What each branch owes, kind by kind; `since` may lie ahead. */
const owing: Sql = sql`(
  select b.*, n.kind as owed, n.words, n.since, n.due from party_branch b cross join lateral ${nextOf('b')} n
  where b.dissolved_on is null) w`

const months = sql`case ${ruleAt('party.contactEvery', 'o')} #>> '{}' when 'month' then 1 when 'quarter' then 3
  when 'halfYear' then 6 when 'year' then 12 end`

/**
 * Organizations that were contacted once, and the period that comes after the last contact: the first contact is nobody's
 * debt, so that a new installation does not begin with thousands of them.
 */
const contacted: Sql = sql`(
  select o.*, k.last, (${periodStart(sql`k.last`, sql`e.months`)} + make_interval(months => e.months))::date as next,
    e.months
  from organization o
  join lateral (select max(x.held_on) as last from party_contact x where x.organization = o.id) k on k.last is not null
  join lateral (select ${months} as months) e on e.months is not null
  where o.status = 'active') w`

export const partyWork: WorkSources = {
  'party.arrange': {
    title: '落实党的组织和工作',
    action: 'party.arrange',
    oversee: 'party.survey',
    from: sql`organization w`,
    where: sql`w.status = 'active' and (w.party_presence is null or w.party_presence = 'none')`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`case when w.party_members is null then '党员人数不详' when w.party_members = 0 then '无党员'
      when w.party_members < ${branchFrom} then '不足三名：' || w.party_members || ' 名党员'
      else '应建未建：' || w.party_members || ' 名党员' end`,
    link: sql`'/organizations/' || w.id || '#party'`,
    since: begun,
    due: sql`${begun} + (${ruleAt('party.arrangeWithin', 'w')})::int`,
  },
  'party.revisit': {
    title: '党员人数变化，重新安排',
    action: 'party.arrange',
    from: sql`organization w`,
    where: noLongerFits,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: whyItDoesNot,
    link: sql`'/organizations/' || w.id || '#party'`,
    since: sql`(w.updated_at at time zone 'Asia/Shanghai')::date`,
    due: sql`null::date`,
  },
  'party.life': {
    title: '组织生活还缺',
    action: 'party.keepRecords',
    from: owing,
    where: (today: Day) => sql`w.since <= ${today}::date and w.due <= ${today}::date + ${daysAhead}::int`,
    id: sql`w.id || '.' || w.owed`,
    label: sql`w.name`,
    note: sql`w.words`,
    link: sql`'/party/branches/' || w.id || '?record=' || w.owed`,
    since: sql`w.since`,
    due: sql`w.due`,
  },
  'party.contact': {
    title: '定期联系社区社会组织',
    action: 'party.keepRecords',
    from: contacted,
    where: (today: Day) => sql`w.next <= ${today}::date`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`'上次联系是 ' || w.last`,
    link: sql`'/organizations/' || w.id || '#party'`,
    since: sql`w.next`,
    due: sql`(w.next + make_interval(months => w.months))::date - 1`,
  },
}
