// The SQL that writes social workers, many in one statement; periods are made anew from posts and certificates.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import { bareName } from '../../areas/fold-text.ts'
import type { CertifiedGrade, Employment, Site } from '../worker.ts'
import { type HeldCertificate, type HeldPost, periodsOf } from '../worker-rules.ts'

export type PostRow = HeldPost & {
  id: string
  worker: string
  site: Site
  station: string | null
  stationWords: string | null
  employment: Employment
}
export type CertificateRow = HeldCertificate & {
  id: string
  worker: string
  grade: CertifiedGrade
  number: string | null
  renewFrom: Day | null
}

/** A worker with all that is on record, locked. */
export type WorkerRow = {
  id: string
  name: string
  area: string
  version: number
  posts: PostRow[]
  certificates: CertificateRow[]
}

export const insertWorkers = (
  ctx: Context,
  rows: readonly { id: string; name: string; area: string; demo: boolean }[],
): Promise<number> =>
  ctx.db.run(sql`
    insert into social_worker (id, name, bare, area, province, city, county, township, community, recorded_by, recorded_at, demo)
    select r.id, r.name, r.bare, a.code, a.province, a.city, a.county, a.township, a.community, ${ctx.who.id}, ${ctx.now}, r.demo
    from json_to_recordset(${JSON.stringify(rows.map(withBare))}::json) as r(id uuid, name text, bare text, area bigint, demo boolean)
    join area a on a.code = r.area`)

const withBare = <T extends { name: string }>(row: T) => ({ ...row, bare: bareName(row.name) })

export const insertPosts = (db: Db, rows: readonly PostRow[]): Promise<number> =>
  db.run(sql`
    insert into worker_post (id, social_worker, site, area, organization, station, station_words, employment, starts_on, ends_on)
    select r.id, r.worker, r.site, r.area, r.organization, r.station, r."stationWords", r.employment, r."startsOn", r."endsOn"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, worker uuid, site text, area bigint,
      organization uuid, station uuid, "stationWords" text, employment text, "startsOn" date, "endsOn" date)`)

export const insertCertificates = (db: Db, rows: readonly CertificateRow[]): Promise<number> =>
  db.run(sql`
    insert into worker_certificate (id, social_worker, grade, number, obtained_on, valid_until, renew_from)
    select r.id, r.worker, r.grade, r.number, r."obtainedOn", r."validUntil", r."renewFrom"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, worker uuid, grade text, number text,
      "obtainedOn" date, "validUntil" date, "renewFrom" date)`)

/** Locked, in one order, so that two who write the same workers never wait for each other. */
export async function lockWorkers(db: Db, ids: readonly string[]): Promise<WorkerRow[]> {
  await db.rows(sql`select 1 from social_worker where id = any(${ids}::uuid[]) order by id for update`)
  return db.rows<WorkerRow>(sql`
    select w.id, w.name, w.area::text as area, w.version,
      (select coalesce(json_agg(json_build_object('id', p.id, 'worker', w.id, 'site', p.site, 'area', p.area::text,
        'organization', p.organization, 'station', p.station, 'stationWords', p.station_words, 'employment', p.employment, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
        order by p.starts_on), '[]') from worker_post p where p.social_worker = w.id) as posts,
      (select coalesce(json_agg(json_build_object('id', c.id, 'worker', w.id, 'grade', c.grade, 'number', c.number,
        'obtainedOn', c.obtained_on, 'validUntil', c.valid_until, 'renewFrom', c.renew_from)), '[]')
        from worker_certificate c where c.social_worker = w.id) as certificates
    from social_worker w where w.id = any(${ids}::uuid[]) order by w.id`)
}

/** Puts posts and certificates in the place of those on record; names too; the version grows. */
export async function replaceWorkers(db: Db, rows: readonly WorkerRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id)
  await db.run(sql`delete from worker_post where social_worker = any(${ids}::uuid[])`)
  await db.run(sql`delete from worker_certificate where social_worker = any(${ids}::uuid[])`)
  await insertPosts(
    db,
    rows.flatMap(({ posts }) => posts),
  )
  await insertCertificates(
    db,
    rows.flatMap(({ certificates }) => certificates),
  )
  const names = rows.map(({ id, name }) => withBare({ id, name }))
  await db.run(sql`
    update social_worker w set name = r.name, bare = r.bare, version = w.version + 1
    from json_to_recordset(${JSON.stringify(names)}::json) as r(id uuid, name text, bare text)
    where w.id = r.id`)
  await settleWorkers(db, ids)
}

/** What follows from posts and certificates: where the worker is kept, and the periods that programmes count. */
export async function settleWorkers(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(sql`
    update social_worker w set area = a.code, province = a.province, city = a.city, county = a.county,
      township = a.township, community = a.community
    from (select distinct on (social_worker) social_worker, area from worker_post
      where social_worker = any(${ids}::uuid[]) order by social_worker, starts_on desc) p
    join area a on a.code = p.area where w.id = p.social_worker and w.area <> a.code`)
  const rows = await lockWorkers(db, ids)
  const periods = rows.flatMap(({ id, posts, certificates }) =>
    periodsOf(posts, certificates).map(({ area, organization, employment, startsOn, endsOn, grade }) => ({
      ...{ worker: id, area, organization, employment, startsOn, endsOn, grade },
    })),
  )
  await db.run(sql`delete from worker_period where social_worker = any(${ids}::uuid[])`)
  await db.run(sql`
    insert into worker_period (social_worker, starts_on, ends_on, area, province, city, county, township, community,
      organization, employment, grade)
    select r.worker, r."startsOn", r."endsOn", a.code, a.province, a.city, a.county, a.township, a.community,
      r.organization, r.employment, r.grade
    from json_to_recordset(${JSON.stringify(periods)}::json) as r(worker uuid, "startsOn" date, "endsOn" date,
      area bigint, organization uuid, employment text, grade text)
    join area a on a.code = r.area`)
}

export const deleteWorkers = (db: Db, ids: readonly string[]): Promise<number> =>
  db.run(sql`delete from social_worker where id = any(${ids}::uuid[])`)

/** The area of an organization that has not ended, if there is one. */
export const areaOfOrganization = async (db: Db, id: string): Promise<string | null> =>
  (
    await db.maybe<{ area: string }>(
      sql`select area::text as area from organization where id = ${id} and status <> 'ended'`,
    )
  )?.area ?? null

/** The area of a social-work station that is open on a day, if there is one. */
export const areaOfStation = async (db: Db, id: string, on: Day): Promise<string | null> =>
  (
    await db.maybe<{ area: string }>(sql`
      select area::text as area from support_platform
      where id = ${id} and kind = 'socialWorkStation' and coalesce(closed_on, 'infinity') > ${on}::date`)
  )?.area ?? null

/** Ties an account to a worker, or (null) unties it; the version grows. */
export const setKeeper = (db: Db, worker: string, keeper: string | null): Promise<number> =>
  db.run(sql`update social_worker set keeper = ${keeper}::uuid, version = version + 1 where id = ${worker}`)

/** Somebody of the name who works in the very area on a day. */
export const namesakeAt = async (db: Db, name: string, area: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from social_worker w join worker_post p on p.social_worker = w.id and p.ends_on is null
    where w.name = ${name} and w.area = ${area} limit 1`)) !== null
