// The SQL of certificates of attendance.
import type { Day } from '../../../kernel/time.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'

/** What a paper says: one organization's people at a training, or one person alone. */
export type Paper = {
  training: string
  area: string
  title: string
  organizer: string
  kind: 'onSite' | 'online'
  heldOn: Day
  until: Day
  /** `09:00–11:30`, or null. */
  hours: string | null
  demo: boolean
  organization: string | null
  people: { name: string; attendedOn: Day }[]
}

/** For the officers of the organizer's area and for the organization's keeper: lineage of the one, keeper of the other. */
const reach = sql`t.province, t.city, t.county, t.township, t.community, o.keeper`

export const organizationPaperSubject = (training: string, organization: string): Subject =>
  paperSubject(sql`training t cross join organization o where t.id = ${training} and o.id = ${organization}
    and exists (select 1 from training_attendance n
      where n.training = t.id and n.organization = o.id and n.removed_at is null)`)

export const personPaperSubject = (attendance: string): Subject =>
  paperSubject(sql`training_attendance n join training t on t.id = n.training
    left join organization o on o.id = n.organization where n.id = ${attendance} and n.removed_at is null`)

const paperSubject = (from: Sql): Subject => ({
  from: sql`(select ${reach} from ${from}) k`,
  alias: 'k',
  see: 'training.names',
  called: '培训证明',
})

export const organizationPaper = (db: Db, training: string, organization: string): Promise<Paper | null> =>
  db.maybe(paper(sql`n.training = ${training} and n.organization = ${organization}`))

export const personPaper = (db: Db, attendance: string): Promise<Paper | null> =>
  db.maybe(paper(sql`n.id = ${attendance}`))

const paper = (where: Sql): Sql => sql`
  select t.id as training, t.area::text as area, t.title, t.organizer, t.kind, t.held_on as "heldOn", t.until, t.demo,
    to_char(t.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') || '–' ||
      to_char(t.ends_at at time zone 'Asia/Shanghai', 'HH24:MI') as hours,
    o.name as organization,
    json_agg(json_build_object('name', n.name, 'attendedOn', n.attended_on) order by n.name, n.id) as people
  from training_attendance n join training t on t.id = n.training left join organization o on o.id = n.organization
  where n.removed_at is null and ${where} group by t.id, o.id`
