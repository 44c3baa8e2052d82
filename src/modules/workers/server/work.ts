// What waits about social workers: rewards to decide, to mend and to pay, certificates to renew.
import { sql } from '../../../platform/db.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'

type Told = Pick<WorkSource, 'title' | 'action' | 'where'> & Partial<WorkSource>

const reward = (source: Told): WorkSource => ({
  from: sql`(select r.*, h.short_name, k.keeper from exam_reward r join area h on h.code = r.area
    left join social_worker k on k.id = r.social_worker) w`,
  id: sql`w.id::text`,
  label: sql`w.name`,
  note: sql`w.short_name || case w.grade when 'assistant' then ' · 助理社会工作师' when 'qualified' then ' · 社会工作师'
    else ' · 高级社会工作师' end || ' · ' || (w.amount / 100) || ' 元'`,
  link: sql`'/rewards/' || w.id`,
  since: sql`w.since_on`,
  due: sql`w.due_on`,
  ...source,
})

export const workersWork: WorkSources = {
  'workers.decideReward': reward({
    title: '审定持证奖励',
    action: 'reward.decide',
    where: sql`w.status = 'submitted'`,
  }),
  'workers.mend': reward({
    title: '补正持证奖励申请',
    action: 'reward.apply',
    where: sql`w.status = 'returned' and w.on_behalf`,
  }),
  'workers.mendOwn': reward({
    title: '补正我的奖励申请',
    action: 'worker.own',
    where: sql`w.status = 'returned' and not w.on_behalf`,
    link: sql`'/my-certificates'`,
  }),
  'workers.pay': reward({
    title: '发放持证奖励',
    action: 'reward.pay',
    where: sql`w.status = 'approved'`,
    due: sql`w.pay_by`,
    bulk: '/rewards',
  }),
  'workers.expiring': {
    title: '继续登记社会工作者证书',
    action: 'worker.keep',
    from: sql`(select c.id, c.valid_until, c.renew_from, c.number, k.id as worker, k.name,
        k.area, k.province, k.city, k.county, k.township, k.community
      from worker_certificate c join social_worker k on k.id = c.social_worker
      where c.renew_from is not null and exists (
        select 1 from worker_post p where p.social_worker = k.id and p.ends_on is null)) w`,
    where: (today) => sql`w.renew_from <= ${today}::date`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`coalesce(w.number || ' · ', '') || '登记有效期到 ' || w.valid_until`,
    link: sql`'/workers/' || w.worker`,
    since: sql`w.renew_from`,
    due: sql`w.valid_until`,
  },
}
