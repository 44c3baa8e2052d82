// The SQL of certificates of service.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { CertificateLine, PublicServiceCertificate } from '../volunteer.ts'

export const certificateSubject = (id: string): Subject => ({
  from: sql`service_certificate c join organization o on o.id = c.organization where c.id = ${id}`,
  alias: 'o',
  see: 'volunteer.see',
  called: '志愿服务证明',
})

/** Something that it states counts no more as it was stated. */
const state = sql`case when c.status = 'cancelled' then 'cancelled' when exists (
    select 1 from certified_entry x join service_entry e on e.id = x.service_entry
    where x.service_certificate = c.id and e.status <> 'confirmed') then 'changed' else 'valid' end`

const lineFields = sql`c.number, c.starts_on as "startsOn", c.ends_on as "endsOn", c.minutes,
  c.issued_on as "issuedOn", ${state} as state`

/** The certificates that an organization gave a volunteer, the newest first. */
export const certificatesOf = (
  ctx: Context,
  { volunteer, organization }: { volunteer: string; organization: string },
): Promise<CertificateLine[]> =>
  ctx.db.rows(sql`
    select c.id, ${lineFields} from service_certificate c
    where c.volunteer = ${volunteer} and c.organization = ${organization} order by c.issued_on desc, c.id desc`)

export const oneCertificate = (db: Db, id: string): Promise<CertificateLine> =>
  db.one(sql`select c.id, ${lineFields} from service_certificate c where c.id = ${id}`)

/** Confirmed service of a volunteer for an organization between two days. */
const stated = (
  given: Stating,
): Sql => sql`e.volunteer = ${given.volunteer} and e.organization = ${given.organization}
  and e.status = 'confirmed' and e.served_on between ${given.from} and ${given.until}`

export type Stating = { volunteer: string; organization: string; from: Day; until: Day }

export const minutesOf = async (db: Db, given: Stating): Promise<number> =>
  (
    await db.one<{ minutes: number }>(sql`
      select coalesce(sum(e.minutes), 0)::int as minutes from service_entry e where ${stated(given)}`)
  ).minutes

export type NewCertificate = Stating & { id: string; number: string; code: string; minutes: number }

export async function insertCertificate(ctx: Context, made: NewCertificate): Promise<void> {
  await ctx.db.run(sql`
    insert into service_certificate (id, number, code, organization, volunteer, name, body, place, starts_on, ends_on,
      minutes, issued_on, issued_by, status, demo)
    select ${made.id}, ${made.number}, ${made.code}, o.id, v.id, v.name, o.name,
      concat(case when k.code <> o.area then k.name end, case when t.code <> o.area then t.name end, a.short_name),
      ${made.from}, ${made.until}, ${made.minutes}, ${ctx.today}, ${ctx.who.id}, 'valid', o.demo
    from organization o join volunteer v on v.id = ${made.volunteer} join area a on a.code = o.area
    left join area t on t.code = o.township left join area k on k.code = o.county where o.id = ${made.organization}`)
  await ctx.db.run(sql`
    insert into certified_entry (service_certificate, service_entry)
    select ${made.id}, e.id from service_entry e where ${stated(made)}`)
}

/** How many were cancelled: 0 when somebody was quicker. */
export const cancel = (ctx: Context, id: string, reason: string): Promise<number> =>
  ctx.db.run(sql`
    update service_certificate set status = 'cancelled', ended_on = ${ctx.today}, reason = ${reason}
    where id = ${id} and status = 'valid'`)

export type Paper = CertificateLine & {
  code: string
  name: string
  body: string
  place: string
  demo: boolean
  lines: { on: string; activity: string; minutes: number }[]
}

export const paperOf = (db: Db, id: string): Promise<Paper> =>
  db.one(sql`
    select c.id, ${lineFields}, c.code, c.name, c.body, c.place, c.demo,
      (select json_agg(json_build_object('on', e.served_on, 'activity', e.content, 'minutes', e.minutes)
        order by e.served_on, e.id) from certified_entry x join service_entry e on e.id = x.service_entry
        where x.service_certificate = c.id) as lines
    from service_certificate c where c.id = ${id}`)

/** The name in full: whoever tells it on must shorten it. */
export const publicByCode = (db: Db, code: string): Promise<PublicServiceCertificate | null> =>
  db.maybe(sql`
    select ${lineFields}, c.name, c.body, c.place, c.ended_on as "endedOn", c.demo
    from service_certificate c where c.code = ${code}`)
