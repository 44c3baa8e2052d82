// The SQL of issuing: whom, the next numbers of a series, and the rows.
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import type { Holder } from '../certificate-rules.ts'
import type { Office } from '../issuing-body.ts'

/** An organization that is to get a certificate, with what will stand on it. */
export type Recipient = Holder & {
  id: string
  area: string
  category: string
  /** 太仓市浮桥镇牌楼社区. */
  place: string
  leader: string | null
  scope: string | null
  demo: boolean
  /** Where the rules of the place are asked for. */
  rulesArea: string
  township: Office | null
  county: Office | null
}

/**
 * Organizations as they stand, locked in order of id; those that do not exist are left out. They are read after they are
 * locked: what another transaction did while this one waited is seen.
 */
export async function lockRecipients(db: Db, ids: readonly string[]): Promise<Recipient[]> {
  await db.rows(sql`select 1 from organization where id = any(${ids}::uuid[]) order by id for update`)
  return db.rows<Recipient>(sql`
    select ${recipientFields} from organization o ${around} where o.id = any(${ids}::uuid[]) order by o.id`)
}

/** The same without a lock, for saying beforehand what could be done. */
export const recipientOf = (db: Db, id: string): Promise<Recipient | null> =>
  db.maybe<Recipient>(sql`select ${recipientFields} from organization o ${around} where o.id = ${id}`)

const recipientFields = sql`o.id, o.name, o.tier, o.status, o.filed_on as "filedOn", o.area::text, o.category, o.leader,
  o.scope, o.demo,
  concat(case when k.code <> o.area then k.name end, case when t.code <> o.area then t.name end, a.short_name) as place,
  coalesce(o.township, o.county, o.area)::text as "rulesArea",
  case when t.code is not null then
    json_build_object('name', t.name, 'level', t.level, 'kind', t.kind, 'countyName', k.name) end as township,
  case when k.code is not null then
    json_build_object('name', k.name, 'level', k.level, 'kind', k.kind, 'countyName', null) end as county,
  (select c.number from certificate c where c.organization = o.id and c.status = 'valid') as holds`

const around = sql`join area a on a.code = o.area
  left join area t on t.code = o.township left join area k on k.code = o.county`

/** Of some organizations those on which the person may do an action. */
export const allowedAmong = async (ctx: Context, action: string, ids: readonly string[]): Promise<string[]> =>
  (
    await ctx.db.rows<{ id: string }>(sql`
      select o.id from organization o where o.id = any(${ids}::uuid[]) and ${ctx.authority.scope(action, 'o')}`)
  ).map(({ id }) => id)

/**
 * Takes the next numbers of some series, `count` of each; gives the last of them. The rows stay locked until the end of
 * the transaction, in order of their names so that two takers never wait for each other.
 */
export async function takeSerials(
  db: Db,
  counts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...counts].map(([series, count]) => ({ series, count }))
  const rows = await db.rows<{ series: string; last: number }>(sql`
    insert into certificate_counter as k (series, last)
    select r.series, r.count from json_to_recordset(${JSON.stringify(wanted)}::json) as r(series text, count int)
    order by r.series collate "C"
    on conflict (series) do update set last = k.last + excluded.last
    returning k.series, k.last`)
  return new Map(rows.map(({ series, last }) => [series, last]))
}

export type CertificateRow = {
  id: string
  organization: string
  number: string
  series: string
  serial: number
  code: string
  title: string
  name: string
  place: string
  leader: string | null
  scope: string | null
  body: string
  issued_on: string
  valid_until: string | null
  renew_from: string | null
  replaces: string | null
  demo: boolean
}

export const insertCertificates = (ctx: Context, rows: readonly CertificateRow[]): Promise<number> =>
  ctx.db.run(sql`
    insert into certificate (id, organization, number, series, serial, code, title, name, place, leader, scope, body,
      issued_on, valid_until, renew_from, replaces, demo, status, issued_by, recorded_at)
    select r.*, 'valid', ${ctx.who.id}, ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, organization uuid, number text, series text,
      serial int, code text, title text, name text, place text, leader text, scope text, body text, issued_on date,
      valid_until date, renew_from date, replaces uuid, demo boolean)`)
