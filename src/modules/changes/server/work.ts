// The work of change and leaving that waits: decisions, steps of winding up, silence, hearings, rectifications.
import { type Sql, sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'
import { changesKeys } from '../../rules/keys/changes-keys.ts'
import { changeKinds } from '../change.ts'
import { lastSign, monthsBy, silent } from './dormancy-store.ts'

const lineage = sql`o.province, o.city, o.county, o.township, o.community`
const dayOf = (column: Sql): Sql => sql`(${column} at time zone 'Asia/Shanghai')::date`
const exits = (kind: 'cancellation' | 'removal'): Sql => sql`exit_case e
  join organization o on o.id = e.organization and o.status <> 'ended' where e.kind = ${kind}`
const exitLink = sql`'/organizations/' || w.organization || '/exit'`
const months = changesKeys['changes.dormantAfterMonths'].base

export const changesWork: WorkSources = {
  'changes.decide': {
    title: '决定变更、迁移申请',
    action: 'change.decide',
    oversee: 'change.reorganize',
    from: sql`(select r.id, r.kind, r.reason, r.asked_at, r.due_on, r.area, r.province, r.city, r.county, r.township, r.community, o.name
      from change_request r join organization o on o.id = r.organization and o.status <> 'ended'
      where r.status = 'submitted') w`,
    where: sql`true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`(${JSON.stringify(changeKinds)}::jsonb ->> w.kind) || '：' || w.reason`,
    link: sql`'/changes/' || w.id`,
    since: dayOf(sql`w.asked_at`),
    due: sql`w.due_on`,
  },
  'changes.correct': {
    title: '补正被退回的变更申请',
    action: 'change.request',
    from: sql`(select r.id, r.kind, r.asked_at, r.asked_by, o.area, ${lineage}, o.keeper, o.name,
        (select s.said from change_step s where s.change_request = r.id and s.kind = 'return' order by s.at desc limit 1) as said
      from change_request r join organization o on o.id = r.organization and o.status <> 'ended'
      where r.status = 'returned') w`,
    where: sql`true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.said`,
    link: sql`'/changes/' || w.id`,
    since: dayOf(sql`w.asked_at`),
    due: sql`null::date`,
    person: sql`w.asked_by`,
  },
  'changes.reissue': {
    title: '换发内容已变更的备案证书',
    action: 'certificate.issue',
    from: sql`(select c.id, c.organization, c.number, o.area, ${lineage}, o.keeper, o.name, o.updated_at,
        concat_ws('、', case when c.name <> o.name then '名称' end,
          case when c.leader <> o.leader then '负责人' end,
          case when c.place not like '%' || a.short_name then '所在社区' end,
          case when c.scope is distinct from o.scope then '业务范围' end) as stale
      from certificate c join organization o on o.id = c.organization join area a on a.code = o.area
      where c.status = 'valid' and c.touched and o.status <> 'ended' and o.tier = 'filed') w`,
    where: sql`w.stale <> ''`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.number || ' · 已变更：' || w.stale`,
    link: sql`'/organizations/' || w.organization || '#certificate'`,
    since: dayOf(sql`w.updated_at`),
    due: sql`null::date`,
  },
  'changes.acceptExit': {
    title: '受理注销申请，准予注销',
    action: 'exit.decide',
    from: sql`(select e.id, e.organization, e.said, e.status, e.opened_at, e.area, e.province, e.city, e.county, e.township,
        e.community, o.name, not exists (select 1 from exit_step s where s.exit_case = e.id and s.done_on is null) as ready
      from ${exits('cancellation')} and e.status in ('requested', 'liquidating')) w`,
    where: sql`w.status = 'requested' or w.ready`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`case when w.status = 'requested' then '等待受理：' || w.said else '清算各步已完成，等待准予注销' end`,
    link: exitLink,
    since: dayOf(sql`w.opened_at`),
    due: sql`null::date`,
  },
  'changes.liquidation': {
    title: '办理注销前的清算步骤',
    action: 'exit.request',
    oversee: 'change.reorganize',
    from: sql`(select e.id, e.organization, s.name as step, s.title, s.due_on, e.decided_at, o.area, ${lineage}, o.keeper, o.name
      from exit_step s join exit_case e on e.id = s.exit_case and e.status = 'liquidating'
      join organization o on o.id = e.organization and o.status <> 'ended' where s.done_on is null) w`,
    where: sql`true`,
    id: sql`w.id || ':' || w.step`,
    label: sql`w.name`,
    note: sql`w.title`,
    link: exitLink,
    since: dayOf(sql`w.decided_at`),
    due: sql`w.due_on`,
  },
  'changes.hearing': {
    title: '清退前的说明和决定',
    action: 'exit.remove',
    from: sql`(select e.id, e.organization, e.noticed_on, e.answer_due, e.answered_at, o.area, ${lineage}, o.name
      from ${exits('removal')} and e.status = 'noticed') w`,
    where: (today) => sql`w.answered_at is not null or w.answer_due < ${today}::date`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`case when w.answered_at is not null then '组织已说明情况，等待决定' else '说明情况的期限已过，等待决定' end`,
    link: exitLink,
    since: sql`coalesce(${dayOf(sql`w.answered_at`)}, w.answer_due)`,
    due: sql`null::date`,
  },
  'changes.answer': {
    title: '对清退告知说明情况',
    action: 'exit.request',
    from: sql`(select e.id, e.organization, e.said, e.noticed_on, e.answer_due, o.area, ${lineage}, o.keeper, o.name
      from ${exits('removal')} and e.status = 'noticed' and e.answered_at is null) w`,
    where: sql`true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.said`,
    link: exitLink,
    since: sql`w.noticed_on`,
    due: sql`w.answer_due`,
    person: sql`w.keeper`,
  },
  'changes.rectification': {
    title: '核实限期整改的结果',
    action: 'change.admonish',
    oversee: 'change.reorganize',
    from: sql`(select s.id, s.organization, s.said, s.happened_on, s.due_on, o.area, ${lineage}, o.name
      from admonition s join organization o on o.id = s.organization and o.status <> 'ended'
      where s.kind = 'rectification' and s.settled_on is null) w`,
    where: sql`true`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.said`,
    link: sql`'/organizations/' || w.organization || '#changes'`,
    since: sql`w.happened_on`,
    due: sql`w.due_on`,
  },
  'changes.dormant': {
    title: '核实久无动静的组织',
    action: 'change.judgeDormancy',
    from: sql`(select o.*, o.id as organization from organization o where o.status = 'active') w
      cross join lateral (select w.*) o`,
    where: (today) => silent(monthsBy(months), today),
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`'最近一次动静在 ' || ${lastSign}`,
    link: sql`'/organizations/' || w.id || '#changes'`,
    since: sql`${lastSign} + make_interval(months => ${monthsBy(months)})`,
    due: sql`null::date`,
  },
}
