// Publishes social workers and the rewards for their certificates as measures.
import { sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'

/** The first day on which the organization of a period exists no more; null while it does, and where there is none. */
const organizationUntil = sql`(select case when bool_and(e.ends_on is not null) then max(e.ends_on) end
  from organization_period e where e.organization = f.organization and e.superseded_at is null)`

/** Every payment, and every correction of one on its own day. */
const money = sql`(
    select r.id::text as id, r.id as reward, r.name, r.grade, r.amount, r.paid_on as starts_on, null::text as words,
      r.area, r.province, r.city, r.county, r.township, r.community, r.organization
    from exam_reward r where r.status = 'paid'
    union all
    select n.id::text, r.id, r.name, r.grade, n.difference, n.corrected_on, n.reason,
      r.area, r.province, r.city, r.county, r.township, r.community, r.organization
    from reward_correction n join exam_reward r on r.id = n.exam_reward) f`

export const workerSources: MeasureSources = {
  socialWorkers: {
    from: sql`(
      select f.social_worker, f.starts_on, least(f.ends_on, o.until) as ends_on, f.area, f.province, f.city,
        f.county, f.township, f.community, f.organization, f.employment, f.grade
      from worker_period f cross join lateral (select ${organizationUntil} as until limit 1) o) m`,
    id: sql`m.social_worker::text || ' ' || m.starts_on`,
    where: sql`(m.ends_on is null or m.ends_on > m.starts_on)`,
    // A worker once, as the first post or certificate found him.
    began: (from, to) => sql`(m.starts_on <= ${to} and m.starts_on >= coalesce(${from}::date, '-infinity')
      and m.starts_on = (select min(b.starts_on) from worker_period b where b.social_worker = m.social_worker))`,
    quantity: sql`1`,
    attributes: { grade: sql`m.grade`, employment: sql`m.employment` },
    labelFrom: sql`join social_worker w on w.id = m.social_worker left join organization o on o.id = m.organization`,
    label: sql`w.name`,
    note: sql`o.name`,
    link: sql`'/workers/' || m.social_worker`,
  },
  examRewards: {
    from: sql`(select f.*, null::date as ends_on from ${money}) m`,
    id: sql`m.id`,
    where: sql`true`,
    quantity: sql`m.amount / 100.0`,
    attributes: { grade: sql`m.grade` },
    labelFrom: sql``,
    label: sql`m.name`,
    note: sql`case when m.words is null then m.starts_on || ' 发放' else m.starts_on || ' 更正：' || m.words end`,
    link: sql`'/rewards/' || m.reward`,
  },
}
