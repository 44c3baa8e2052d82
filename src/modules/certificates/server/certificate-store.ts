// The SQL of certificates: reading them, and the few statements that write.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Certificate, CertificateStatus } from '../certificate.ts'
import type { CertificateSeen } from './seen-certificates.ts'

/** A certificate `c` with its organization `o`; what a reader may do follows from the organization. */
const relation = sql`certificate c join organization o on o.id = c.organization`

/** How `c` stands on a day: see `certificateStates`. */
export const stateOn = (today: Day): Sql => sql`case
  when c.status <> 'valid' then c.status
  when o.status = 'ended' or o.tier <> 'filed' then 'lapsed'
  when c.valid_until < ${today}::date then 'expired'
  else 'valid' end`

const actions = ['certificate.print', 'certificate.issue', 'certificate.cancel', 'certificate.ask']

const view = (ctx: Context): Sql => sql`json_build_object(
  'id', c.id, 'number', c.number, 'name', c.name, 'place', c.place, 'body', c.body,
  'issuedOn', c.issued_on, 'validUntil', c.valid_until, 'renewFrom', c.renew_from,
  'state', ${stateOn(ctx.today)}, 'endedOn', c.ended_on, 'reason', c.reason, 'askedOn', c.asked_on,
  'replaces', (select json_build_object('id', p.id, 'number', p.number) from certificate p where p.id = c.replaces),
  'replacedBy', (select json_build_object('id', n.id, 'number', n.number) from certificate n where n.replaces = c.id),
  'organization', o.id, 'organizationName', o.name, 'demo', c.demo, 'may', ${ctx.authority.mayOn(actions, 'o')}) as view`

type Viewed = { view: Certificate }

export const certificateSubject = (id: string): Subject => ({
  from: sql`${relation} where c.id = ${id}`,
  alias: 'o',
  see: 'certificate.see',
  called: '证书',
})

export async function oneCertificate(ctx: Context, id: string): Promise<Certificate | null> {
  const row = await ctx.db.maybe<Viewed>(sql`
    select ${view(ctx)} from ${relation} where c.id = ${id} and ${ctx.authority.scope('certificate.see', 'o')}`)
  return row?.view ?? null
}

/** The certificates of one organization, the newest first. */
export async function certificatesOf(ctx: Context, organization: string): Promise<Certificate[]> {
  const rows = await ctx.db.rows<Viewed>(sql`
    select ${view(ctx)} from ${relation}
    where c.organization = ${organization} and ${ctx.authority.scope('certificate.see', 'o')}
    order by c.issued_on desc, c.id desc`)
  return rows.map((row) => row.view)
}

export type Listing = {
  action: 'certificate.see' | 'certificate.export' | 'certificate.print'
  condition: Sql
  /** Day of issue and id of the last row seen. */
  after: readonly [unknown, string] | null
  limit: number
}

/** One page, the newest first. */
export async function listCertificates(ctx: Context, listing: Listing): Promise<Certificate[]> {
  const { action, condition, after, limit } = listing
  const rows = await ctx.db.rows<Viewed>(sql`
    select ${view(ctx)} from ${relation}
    where ${ctx.authority.scope(action, 'o')} and ${condition}
      ${after ? sql`and (c.issued_on, c.id) < (${String(after[0])}::date, ${after[1]}::uuid)` : empty}
    order by c.issued_on desc, c.id desc limit ${limit}`)
  return rows.map((row) => row.view)
}

export async function countCertificates(
  ctx: Context,
  condition: Sql,
  cap: number,
  action: Listing['action'] = 'certificate.see',
): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from ${relation} where ${ctx.authority.scope(action, 'o')} and ${condition} limit ${cap + 1}) f`)
  return counted
}

/** What a paper says, for those certificates on which the person may do `certificate.print`; in the order asked. */
export const papersOf = (ctx: Context, ids: readonly string[]): Promise<CertificateSeen[]> =>
  ctx.db.rows<CertificateSeen>(sql`
    select c.id, c.title, c.number, c.name, c.place, c.leader, c.scope, c.body, c.code, c.demo,
      c.issued_on as "issuedOn", c.valid_until as "validUntil", c.renew_from as "renewFrom", c.asked_on as "askedOn",
      ${stateOn(ctx.today)} as state, c.organization
    from unnest(${ids}::uuid[]) with ordinality as asked(id, place)
    join certificate c on c.id = asked.id join organization o on o.id = c.organization
    where ${ctx.authority.scope('certificate.print', 'o')} order by asked.place`)

/** The organization of a certificate. */
export const organizationOf = async (db: Db, id: string): Promise<string | null> =>
  (await db.maybe<{ organization: string }>(sql`select organization from certificate where id = ${id}`))
    ?.organization ?? null

/** A certificate's own standing, locked; after its organization, which is always locked first. */
export const lockCertificate = (ctx: Context, id: string) =>
  ctx.db.maybe<
    Pick<Certificate, 'id' | 'number' | 'state' | 'issuedOn' | 'validUntil' | 'renewFrom' | 'askedOn'>
  >(sql`
    select c.id, c.number, c.issued_on as "issuedOn", c.valid_until as "validUntil", c.renew_from as "renewFrom",
      c.asked_on as "askedOn", ${stateOn(ctx.today)} as state
    from ${relation} where c.id = ${id} for update of c`)

/** Ends a certificate that holds; how many were ended, 0 when somebody was quicker. */
export const endCertificate = (
  db: Db,
  id: string,
  to: Exclude<CertificateStatus, 'valid'>,
  { on, reason }: { on: Day; reason: string },
): Promise<number> =>
  db.run(sql`
    update certificate set status = ${to}, ended_on = greatest(${on}::date, issued_on), reason = ${reason}
    where id = ${id} and status = 'valid'`)

/** Notes that the next one was asked for. */
export const noteAsked = (db: Db, id: string, on: Day): Promise<number> =>
  db.run(
    sql`update certificate set asked_on = ${on} where id = ${id} and status = 'valid' and asked_on is null`,
  )

/** The certificate that an organization holds, or null. */
export const heldBy = (db: Db, organization: string) =>
  db.maybe<{ id: string; number: string; issuedOn: Day }>(sql`
    select id, number, issued_on as "issuedOn" from certificate where organization = ${organization} and status = 'valid'`)
