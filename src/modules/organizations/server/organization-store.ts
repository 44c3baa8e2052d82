// The SQL of the register as it is today.
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, raw, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Organization } from '../organization.ts'

/** Fields of the API and their columns, in the order of the register. `area` is written with its lineage. */
export const columns = {
  name: 'name',
  category: 'category',
  tier: 'tier',
  legalForm: 'legal_form',
  hub: 'hub',
  charter: 'charter',
  leader: 'leader',
  phone: 'phone',
  leaderInParty: 'leader_in_party',
  members: 'members',
  partyMembers: 'party_members',
  partyPresence: 'party_presence',
  residentsServed: 'residents_served',
  foundedOn: 'founded_on',
  filedOn: 'filed_on',
  registeredOn: 'registered_on',
  place: 'place',
  scope: 'scope',
  unifiedCode: 'unified_code',
  note: 'note',
} as const

/** A row as the program keeps it: the draft's fields, the whole phone number, and what only the register knows. */
export type OrganizationRow = {
  id: string
  area: string
  status: 'active' | 'dormant' | 'ended'
  demo: boolean
  version: number
} & { [K in keyof typeof columns]: unknown }

const fieldPairs = join(
  Object.entries(columns)
    .filter(([field]) => field !== 'phone')
    .map(([field, column]) => raw(`'${field}', o.${column}`)),
)

/** 138****1234; of another number the last two digits stay. As `maskPhone` has it. */
const maskedPhone = sql`case
  when o.phone ~ '^\\d{11}$' then left(o.phone, 3) || '****' || right(o.phone, 4)
  when length(o.phone) <= 2 then '**'
  else repeat('*', length(o.phone) - 2) || right(o.phone, 2) end`

export const seenActions = ['organization.edit', 'organization.seePhone'] as const

/** One organization as the text of its JSON, for readers of `ctx`. The relation `o` is joined to its area as `a`. */
const view = (
  ctx: Context,
): Sql => sql`json_build_object('id', o.id, 'area', o.area::text, 'status', o.status,
  'demo', o.demo, 'version', o.version, 'updatedAt', o.updated_at, 'phone', ${maskedPhone},
  'areaName', a.short_name, 'areaLevel', a.level,
  'townshipName', (select t.short_name from area t where t.code = o.township and t.code <> o.area),
  'countyName', (select c.short_name from area c where c.code = o.county and c.code <> o.area),
  'may', ${ctx.authority.mayOn(seenActions, 'o')}, ${fieldPairs})::text as view`

export async function oneOrganization(ctx: Context, id: string): Promise<Organization | null> {
  const text = await organizationText(ctx, id)
  return text === null ? null : (JSON.parse(text) as Organization)
}

/** One organization as JSON in the shape of the contract. */
export async function organizationText(ctx: Context, id: string): Promise<string | null> {
  const row = await ctx.db.maybe<{ view: string }>(sql`
    select ${view(ctx)} from organization o join area a on a.code = o.area
    where o.id = ${id} and ${ctx.authority.scope('organization.see', 'o')}`)
  return row?.view ?? null
}

export type Listing = {
  /** What the list is for: only organizations on which the person may do it are in it. */
  action: 'organization.see' | 'organization.export'
  condition: Sql
  /** Column to sort by, and whether its nulls exist. */
  sort: { column: string; nullable: boolean; descending: boolean }
  /** Sort value and id of the last row seen. */
  after: readonly [unknown, string] | null
  limit: number
}

/** `view` is the JSON of an organization; `key` and `id` are where the page after it starts. */
export type ListedRow = { view: string; key: string; id: string }

/** One page. */
export function listOrganizations(ctx: Context, listing: Listing): Promise<ListedRow[]> {
  const { sort, limit } = listing
  const direction = raw(sort.descending ? 'desc' : 'asc')
  const key = sortKey(sort)
  return ctx.db.rows<ListedRow>(sql`
    select ${view(ctx)}, p.key::text as key, p.id from (
      select o.id, ${key} as key from organization o
      where ${ctx.authority.scope(listing.action, 'o')} and ${listing.condition} ${afterKey(listing)}
      order by ${key} ${direction}, o.id ${direction} limit ${limit}) p
    join organization o on o.id = p.id join area a on a.code = o.area
    order by p.key ${direction}, p.id ${direction}`)
}

/** Unknown values sort last in either direction, as the smallest or largest value of their type. */
function sortKey(sort: Listing['sort']): Sql {
  const column = raw(`o.${sort.column}`)
  if (!sort.nullable) return column
  const last = sort.column.endsWith('_on')
    ? sort.descending
      ? `'-infinity'::date`
      : `'infinity'::date`
    : sort.descending
      ? '-1'
      : '2147483647'
  return sql`coalesce(${column}, ${raw(last)})`
}

function afterKey({ after, sort }: Listing): Sql {
  if (!after) return empty
  const than = raw(sort.descending ? '<' : '>')
  const type = raw(keyTypes[sort.column] ?? 'text')
  return sql`and (${sortKey(sort)}, o.id) ${than} (${String(after[0])}::${type}, ${after[1]}::uuid)`
}

const keyTypes: Record<string, string> = { founded_on: 'date', updated_at: 'timestamptz', members: 'int' }

export async function countOrganizations(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const row = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from organization o where ${ctx.authority.scope('organization.see', 'o')} and ${condition} limit ${cap + 1}) found`)
  return row.counted
}

/** A whole row of `o` as JSON, the phone number in full: for rules and for the record, never for an answer. */
export const rowFields = sql`json_build_object('id', o.id, 'area', o.area::text, 'status', o.status, 'demo', o.demo,
  'version', o.version, 'phone', o.phone, ${fieldPairs})`

export const organizationSubject = (id: string): Subject => ({
  from: sql`organization o where o.id = ${id}`,
  alias: 'o',
  see: 'organization.see',
  called: '组织',
})

/** Of some organizations those on which the person may do an action. */
export async function allowedAmong(ctx: Context, action: string, ids: readonly string[]): Promise<string[]> {
  const found = await ctx.db.rows<{ id: string }>(sql`
    select o.id from organization o where o.id = any(${ids}::uuid[]) and ${ctx.authority.scope(action, 'o')}`)
  return found.map((row) => row.id)
}

/** Whole rows for a change, locked in order of id so that two changes never wait for each other. */
export async function lockOrganizations(db: Db, ids: readonly string[]): Promise<OrganizationRow[]> {
  const found = await db.rows<{ row: OrganizationRow }>(sql`
    select ${rowFields} as row from organization o where o.id = any(${ids}::uuid[]) order by o.id for update`)
  return found.map((row) => row.row)
}

export type OrganizationWrite = OrganizationRow & {
  bare: string
  pinyin: string
  initials: string
  search: readonly number[]
}

const recordColumns =
  raw(`id uuid, area bigint, status text, demo boolean, version int, name text, category text, tier text,
  "legalForm" text, hub boolean, charter boolean, leader text, phone text, "leaderInParty" boolean, members int,
  "partyMembers" int, "partyPresence" text, "residentsServed" int, "foundedOn" date, "filedOn" date, "registeredOn" date,
  place text, scope text, "unifiedCode" text, note text, bare text, pinyin text, initials text, search int4[]`)

const written = Object.entries(columns)

export const insertOrganizations = (ctx: Context, rows: OrganizationWrite[]): Promise<number> =>
  ctx.db.run(sql`
    insert into organization (id, area, province, city, county, township, community, status, demo, version,
      ${raw(written.map(([, column]) => column).join(', '))}, bare, pinyin, initials, search, created_at, updated_at)
    select r.id, r.area, a.province, a.city, a.county, a.township, a.community, r.status, r.demo, r.version,
      ${raw(written.map(([field]) => `r."${field}"`).join(', '))}, r.bare, r.pinyin, r.initials, r.search, ${ctx.now}, ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(${recordColumns})
    join area a on a.code = r.area`)

/** Writes whole rows; each names the version that it leaves behind (`version` − 1). Returns how many were written. */
export const updateOrganizations = (ctx: Context, rows: OrganizationWrite[]): Promise<number> =>
  ctx.db.run(sql`
    update organization o set area = r.area, province = a.province, city = a.city, county = a.county,
      township = a.township, community = a.community, status = r.status, version = r.version,
      ${raw(written.map(([field, column]) => `${column} = r."${field}"`).join(', '))},
      bare = r.bare, pinyin = r.pinyin, initials = r.initials, search = r.search, updated_at = ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(${recordColumns})
    join area a on a.code = r.area
    where o.id = r.id and o.version = r.version - 1`)

/** Whose account it is that leads an organization. */
export const setKeeper = (db: Db, id: string, keeper: string | null): Promise<number> =>
  db.run(sql`update organization set keeper = ${keeper}::uuid where id = ${id}`)

/** The name of an organization into which another was merged or split, or null; taken back ones do not count. */
export const successorOf = (db: Db, id: string): Promise<{ name: string; kind: 'merge' | 'split' } | null> =>
  db.maybe(sql`
    select o.name, r.kind from succession s
    join reorganization r on r.id = s.reorganization and r.annulled_at is null
    join organization o on o.id = s.successor where s.predecessor = ${id} order by o.name limit 1`)

export const deleteOrganizations = (db: Db, ids: readonly string[]): Promise<number> =>
  db.run(sql`delete from organization where id = any(${ids}::uuid[])`)

/** Another organization that has the name in the area and has not ended, or null. */
export const namesakeOf = (
  db: Db,
  { id, area, name }: { id: string; area: string; name: unknown },
): Promise<{ areaName: string } | null> =>
  db.maybe(sql`
    select a.short_name as "areaName" from organization o join area a on a.code = o.area
    where o.area = ${area} and o.name = ${name} and o.status <> 'ended' and o.id <> ${id}`)

/** One of the rows whose name somebody has taken in its area meanwhile, or null. */
export const takenAmong = (db: Db, rows: readonly OrganizationRow[]): Promise<{ name: string } | null> =>
  db.maybe(sql`
    select o.name from json_to_recordset(${JSON.stringify(rows)}::json) as r(area bigint, name text, status text)
    join organization o on o.area = r.area and o.name = r.name and o.status <> 'ended'
    where r.status <> 'ended' limit 1`)

export const phoneOf = async (ctx: Context, id: string): Promise<string | null> =>
  (await ctx.db.one<{ phone: string | null }>(sql`select phone from organization where id = ${id}`)).phone
