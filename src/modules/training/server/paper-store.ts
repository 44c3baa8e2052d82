// The SQL of certificates of attendance: what one would say today, what was printed, and whether that still holds.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { PublicTrainingPaper } from '../training.ts'

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
  organization: { id: string; name: string } | null
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

/** Null where they are not known. */
const hoursOf = sql`to_char(t.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') || '–' ||
  to_char(t.ends_at at time zone 'Asia/Shanghai', 'HH24:MI')`

const paper = (where: Sql): Sql => sql`
  select t.id as training, t.area::text as area, t.title, t.organizer, t.kind, t.held_on as "heldOn", t.until, t.demo,
    ${hoursOf} as hours,
    case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organization,
    json_agg(json_build_object('name', n.name, 'attendedOn', n.attended_on) order by n.name, n.id) as people
  from training_attendance n join training t on t.id = n.training left join organization o on o.id = n.organization
  where n.removed_at is null and ${where} group by t.id, o.id`

/** The words on a paper; names in the order of the paper. */
export type PaperWords = {
  training: string
  organization: string | null
  names: string[]
  body: string | null
  title: string
  organizer: string
  kind: 'onSite' | 'online'
  startsOn: Day
  endsOn: Day
  hours: string | null
}

export type Issued = { number: string; code: string; issuedOn: Day }

/** A paper with just these words that was printed before. */
export const printedBefore = (db: Db, words: PaperWords): Promise<Issued | null> =>
  db.maybe(sql`
    select p.number, p.code, p.issued_on as "issuedOn" from training_paper p
    where p.training = ${words.training} and p.organization is not distinct from ${words.organization}::uuid
      and p.names = ${JSON.stringify(words.names)}::jsonb and p.body is not distinct from ${words.body}::text
      and (p.title, p.organizer, p.kind, p.starts_on, p.ends_on)
        = (${words.title}::text, ${words.organizer}::text, ${words.kind}::text, ${words.startsOn}::date, ${words.endsOn}::date)
      and p.hours is not distinct from ${words.hours}::text
    order by p.issued_on, p.id limit 1`)

export const insertPaper = (
  ctx: Context,
  words: PaperWords,
  issued: Issued & { demo: boolean },
): Promise<number> =>
  ctx.db.run(sql`
    insert into training_paper (id, number, code, training, organization, names, body, title, organizer, kind, starts_on,
      ends_on, hours, issued_on, issued_by, demo)
    values (${ctx.newId()}, ${issued.number}, ${issued.code}, ${words.training}, ${words.organization}, ${JSON.stringify(words.names)},
      ${words.body}, ${words.title}, ${words.organizer}, ${words.kind}, ${words.startsOn}, ${words.endsOn}, ${words.hours},
      ${issued.issuedOn}, ${ctx.who.id}, ${issued.demo})`)

/** One online says the day on which somebody did it, which lies within its days. */
const saysTheSame = sql`(p.title, p.organizer, p.kind) = (t.title, t.organizer, t.kind)
  and p.hours is not distinct from ${hoursOf}
  and case when t.kind = 'online' then p.starts_on >= t.held_on and p.ends_on <= t.until
    else (p.starts_on, p.ends_on) = (t.held_on, t.until) end`

/** Names in full: whoever tells it on must shorten them. */
export const paperByCode = (db: Db, code: string): Promise<PublicTrainingPaper | null> =>
  db.maybe(sql`
    select p.number, p.title, p.organizer, p.kind, p.starts_on as "startsOn", p.ends_on as "endsOn", p.hours, p.body, p.names,
      p.issued_on as "issuedOn", p.demo, case when l.stand = 0 then l.ended_on end as "endedOn",
      case when l.stand = 0 then 'withdrawn' when l.stand < jsonb_array_length(p.names) or not (${saysTheSame}) then 'changed'
        else 'valid' end as state
    from training_paper p join training t on t.id = p.training
    cross join lateral (
      select count(distinct n.name) filter (where n.removed_at is null) as stand,
        (max(n.removed_at) at time zone 'Asia/Shanghai')::date as ended_on
      from training_attendance n where n.training = p.training and n.organization is not distinct from p.organization
        and p.names ? n.name) l
    where p.code = ${code}`)
