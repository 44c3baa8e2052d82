// Applications that wait: for the applicant, for a desk, and overdue for the level above.
import { sql } from '../../../platform/db.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'

const waiting = (
  source: Pick<WorkSource, 'title' | 'action' | 'where'> & Partial<WorkSource>,
): WorkSource => ({
  from: sql`(select a.*, h.short_name from application a join area h on h.code = a.area) w`,
  id: sql`w.id::text`,
  label: sql`case when w.name = '' then '（还没有名称）' else w.name end`,
  note: sql`w.short_name || case w.kind when 'upgrade' then ' · 升级' else ' · 新成立' end
    || case w.tier when 'guided' then ' · 指导管理' when 'filed' then ' · 备案' else ' · 登记' end`,
  link: sql`'/applications/' || w.id`,
  since: sql`w.since_on`,
  due: sql`w.due_on`,
  ...source,
})

const community = { action: 'filing.handleInCommunity', oversee: 'filing.handleInTownship' } as const
const township = { action: 'filing.handleInTownship', oversee: 'filing.handleInCounty' } as const
const county = { action: 'filing.handleInCounty', oversee: 'filing.urge' } as const
/** Many of them are decided on the list. */
const bulk = '/applications'

export const filingWork: WorkSources = {
  'filing.correct': waiting({
    title: '补正申请',
    action: 'filing.edit',
    where: sql`w.status = 'correcting'`,
    person: sql`coalesce(w.keeper, w.opened_by)`,
  }),
  'filing.draft': waiting({
    title: '填完并提交申请',
    action: 'filing.edit',
    where: sql`w.status = 'draft'`,
    person: sql`w.opened_by`,
  }),
  'filing.confirmGuided': waiting({
    ...{ title: '确认指导管理的组织', ...community, bulk },
    where: sql`w.status = 'confirming'`,
  }),
  'filing.opinion': waiting({
    ...{ title: '对备案申请提出社区意见', ...community },
    where: sql`w.status = 'opinion'`,
  }),
  'filing.accept': waiting({
    ...{ title: '受理备案申请', ...township },
    where: sql`w.status = 'accepting' and w.desk = 'township'`,
  }),
  'filing.decide': waiting({
    ...{ title: '决定备案申请', ...township, bulk },
    where: sql`w.status = 'deciding' and w.desk = 'township'`,
  }),
  'filing.review': waiting({
    ...{ title: '审核备案申请', ...county },
    where: sql`w.status = 'reviewing'`,
  }),
  'filing.acceptAtCounty': waiting({
    ...{ title: '受理登记申请', ...county },
    where: sql`w.status = 'accepting' and w.desk = 'county'`,
  }),
  'filing.decideAtCounty': waiting({
    ...{ title: '决定登记申请', ...county, bulk },
    where: sql`w.status = 'deciding' and w.desk = 'county'`,
  }),
}
