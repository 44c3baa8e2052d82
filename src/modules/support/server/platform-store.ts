// The SQL of support platforms.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import { type Platform, type PlatformDraft, type PlatformKind, platformLevels } from '../platform.ts'
import type { PlatformFilter } from '../platforms-api.ts'

const lineage = (alias: Sql): Sql =>
  sql`(${alias}.province, ${alias}.city, ${alias}.county, ${alias}.township, ${alias}.community)`

/** Whether a platform `p` serves the area that the lineage columns of `alias` lie in: it is at that area or above. */
export const serves = (alias: Sql): Sql => sql`p.area in ${lineage(alias)}`

const ownAreas = (ctx: Context): string[] => ctx.who.postings.map((posting) => posting.area)

/** Those of one's own areas, and those above that serve them. */
const reaches = (ctx: Context): Sql => sql`(${ctx.authority.scope('support.see', 'p')} or exists (
  select 1 from area own where own.code = any(${ownAreas(ctx)}::bigint[])
    and ${ctx.authority.scope('support.see', 'own')} and ${serves(sql`own`)}))`

/** Level of the area that a platform `p` is for. */
export const levelOfPlatform = sql`(case when p.community is not null then 'community' when p.township is not null then 'township'
  when p.county is not null then 'county' when p.city is not null then 'city' else 'province' end)`

/** Names of services of `p`, in the order of their names. */
const servicesOf = sql`(select coalesce(json_agg(v.service order by v.service), '[]') from support_service v
  where v.support_platform = p.id)`

/** Applications and stays at `p` that are not over. */
const incubatingAt = sql`(select count(*)::int from incubation i
  where i.support_platform = p.id and i.status in ('applied', 'accepted', 'entered'))`

/** Whether the reader may open the organization that runs `p`. */
const mayOpen = (ctx: Context): Sql => sql`${ctx.authority.scope('organization.see', 'r')}`

const view = (ctx: Context): Sql => sql`json_build_object('id', p.id, 'name', p.name, 'kind', p.kind,
  'area', p.area::text, 'areaName', a.short_name, 'level', ${levelOfPlatform},
  'operator', case when r.id is not null then json_build_object('id', case when ${mayOpen(ctx)} then r.id end, 'name', r.name)
    when p.operator_words is not null then json_build_object('id', null, 'name', p.operator_words) end,
  'services', ${servicesOf}, 'place', p.place, 'openedOn', p.opened_on, 'closedOn', p.closed_on,
  'demo', p.demo, 'version', p.version, 'incubating', ${incubatingAt},
  'may', ${ctx.authority.mayOn(['support.keep'], 'p')}) as view`

const tables = sql`support_platform p join area a on a.code = p.area left join organization r on r.id = p.operator`

export async function onePlatform(ctx: Context, id: string): Promise<Platform | null> {
  const row = await ctx.db.maybe<{ view: Platform }>(
    sql`select ${view(ctx)} from ${tables} where p.id = ${id} and ${reaches(ctx)}`,
  )
  return row?.view ?? null
}

/** Kind, level and service, as conditions on `p`. */
export function kindsOf({ kind, level, service }: Pick<PlatformFilter, 'kind' | 'level' | 'service'>): Sql[] {
  return [
    ...(kind?.length ? [sql`p.kind = any(${kind}::text[])`] : []),
    ...(level?.length && level.length < Object.keys(platformLevels).length
      ? [sql`${levelOfPlatform} = any(${level}::text[])`]
      : []),
    ...(service?.length
      ? [
          sql`exists (select 1 from support_service v
            where v.support_platform = p.id and v.service = any(${service}::text[]))`,
        ]
      : []),
  ]
}

type Listed = Platform & { key: string }

/** By name within its area. `after`: area code and id of the last one seen. */
export async function listPlatforms(
  ctx: Context,
  filter: PlatformFilter,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<Listed[]> {
  const conditions = [reaches(ctx), ...kindsOf(filter)]
  if (filter.area) conditions.push(await withinOrServing(ctx.db, filter.area))
  if (filter.closed !== undefined) conditions.push(sql`(p.closed_on is not null) = ${filter.closed}`)
  const rows = await ctx.db.rows<{ view: Platform; key: string }>(sql`
    select ${view(ctx)}, p.area::text as key from ${tables} where ${join(conditions, ' and ')}
      ${after ? sql`and (p.area, p.id) > (${after[0]}::bigint, ${after[1]}::uuid)` : empty}
    order by p.area, p.id limit ${limit}`)
  return rows.map(({ view, key }) => ({ ...view, key }))
}

const withinOrServing = async (db: Db, area: string): Promise<Sql> =>
  sql`(${await withinArea(db, area, 'p')} or exists (select 1 from area f where f.code = ${area} and ${serves(sql`f`)}))`

export const platformSubject = (id: string): Subject => ({
  from: sql`support_platform p where p.id = ${id}`,
  alias: 'p',
  see: 'support.see',
  called: '平台',
})

export type PlatformRow = {
  id: string
  name: string
  kind: PlatformKind
  area: string
  operator: string | null
  operatorWords: string | null
  place: string | null
  services: string[]
  openedOn: Day
  closedOn: Day | null
  version: number
  incubating: number
}

/** Locked until the transaction ends, so that nobody applies while it closes. */
export async function lockPlatform(db: Db, id: string): Promise<PlatformRow | null> {
  const locked = await db.maybe(sql`select 1 from support_platform p where p.id = ${id} for update`)
  if (!locked) return null
  return db.one(sql`
    select p.id, p.name, p.kind, p.area::text as area, p.operator, p.operator_words as "operatorWords", p.place,
      p.opened_on as "openedOn", p.closed_on as "closedOn", p.version,
      ${incubatingAt} as incubating, ${servicesOf} as services from support_platform p where p.id = ${id}`)
}

const written = ({ operator }: PlatformDraft) => ({
  organization: operator && 'organization' in operator ? operator.organization : null,
  words: operator && 'words' in operator ? operator.words : null,
})

export async function insertPlatform(ctx: Context, id: string, draft: PlatformDraft): Promise<void> {
  const operator = written(draft)
  await ctx.db.run(sql`
    insert into support_platform (id, name, kind, area, province, city, county, township, community, operator,
      operator_words, place, opened_on)
    select ${id}, ${draft.name}, ${draft.kind}, a.code, a.province, a.city, a.county, a.township, a.community,
      ${operator.organization}, ${operator.words}, ${draft.place}, ${draft.openedOn}
    from area a where a.code = ${draft.area}`)
  await setServices(ctx.db, id, draft.services)
}

/** Names the version that it leaves. Returns how many were written. */
export async function updatePlatform(
  ctx: Context,
  { id, version }: Pick<PlatformRow, 'id' | 'version'>,
  draft: PlatformDraft,
): Promise<number> {
  const operator = written(draft)
  const count = await ctx.db.run(sql`
    update support_platform p set name = ${draft.name}, kind = ${draft.kind}, area = a.code, province = a.province,
      city = a.city, county = a.county, township = a.township, community = a.community,
      operator = ${operator.organization}, operator_words = ${operator.words}, place = ${draft.place},
      opened_on = ${draft.openedOn}, version = version + 1
    from area a where a.code = ${draft.area} and p.id = ${id} and p.version = ${version}`)
  if (count === 1) await setServices(ctx.db, id, draft.services)
  return count
}

async function setServices(db: Db, id: string, services: readonly string[]): Promise<void> {
  await db.run(
    sql`delete from support_service where support_platform = ${id} and service <> all(${services}::text[])`,
  )
  await db.run(sql`
    insert into support_service (support_platform, service)
    select ${id}, n.service from unnest(${services}::text[]) as n(service) on conflict do nothing`)
}

/** Closes an open platform on a day, or (null) opens a closed one again. Returns how many moved. */
export const closePlatform = (db: Db, id: string, on: Day | null): Promise<number> =>
  db.run(sql`
    update support_platform set closed_on = ${on}, version = version + 1
    where id = ${id} and (closed_on is null) = ${on !== null}`)

/** Status of an organization that the person may see, or null. */
export const operatorStatus = async (ctx: Context, id: string): Promise<string | null> =>
  (
    await ctx.db.maybe<{ status: string }>(sql`
      select o.status from organization o where o.id = ${id} and ${ctx.authority.scope('organization.see', 'o')}`)
  )?.status ?? null

/** Platforms that an organization runs and that are open. */
export const operatedBy = (db: Db, organization: string) =>
  db.rows<{ id: string; name: string; kind: PlatformKind; openedOn: Day }>(sql`
    select p.id, p.name, p.kind, p.opened_on as "openedOn" from support_platform p
    where p.operator = ${organization} and p.closed_on is null order by p.opened_on, p.id`)

/** Open platforms that take organizations in, at or above the place of one. */
export const incubatorsFor = (db: Db, organization: string) =>
  db.rows<{ id: string; name: string; kind: PlatformKind; openedOn: Day; areaName: string }>(sql`
    select p.id, p.name, p.kind, p.opened_on as "openedOn", a.short_name as "areaName"
    from organization o join support_platform p on ${serves(sql`o`)} and p.closed_on is null
      and (p.kind = 'incubator' or exists (select 1 from support_service v
        where v.support_platform = p.id and v.service = 'incubation'))
    join area a on a.code = p.area where o.id = ${organization}
    order by p.community is null, p.township is null, p.name limit 60`)
