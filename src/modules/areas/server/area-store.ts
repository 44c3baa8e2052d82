// The SQL of areas.
import type { Context } from '../../../platform/context.ts'
import { type Db, join, raw, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { type AreaKind, type AreaLevel, kindLabels, type Settlement, type SettlementSource } from '../area.ts'
import { settlementByCommittee } from '../area-codes.ts'
import type { AreaHit, AreaView } from '../areas-api.ts'
import { newestPopulation } from './population-store.ts'

export type AreaRow = {
  code: string
  name: string
  shortName: string
  level: AreaLevel
  parent: string | null
  lineage: Partial<Record<AreaLevel, string>>
  kind: AreaKind
  settlement: Settlement
  settlementSource: SettlementSource | null
  virtual: boolean
  pinyin: string
  initials: string
  search: readonly number[]
}

/** Adds those that are not there yet; returns how many were. Parents come before children. */
export const insertAreas = (db: Db, codeSystem: string, rows: AreaRow[]): Promise<number> =>
  db.run(sql`
    insert into area (code, code_system, name, short_name, level, parent, province, city, county, township, community,
                      kind, settlement, settlement_source, virtual, pinyin, initials, search)
    select r.code, ${codeSystem}, r.name, r."shortName", r.level, r.parent,
           (r.lineage->>'province')::bigint, (r.lineage->>'city')::bigint, (r.lineage->>'county')::bigint,
           (r.lineage->>'township')::bigint, (r.lineage->>'community')::bigint,
           r.kind, r.settlement, r."settlementSource", r.virtual, r.pinyin, r.initials, r.search
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(
      code bigint, name text, "shortName" text, level text, parent bigint, lineage jsonb, kind text,
      settlement text, "settlementSource" text, virtual boolean, pinyin text, initials text, search int4[])
    on conflict (code) do nothing`)

/** Everything within an area, as a condition on the lineage columns of `alias`; false for an area that is not loaded. */
export async function withinArea(db: Db, area: string, alias: string): Promise<Sql> {
  const level = await levelOf(db, area)
  return level ? within(area, level, alias) : sql`false`
}

export const within = (area: string, level: AreaLevel, alias: string): Sql =>
  sql`${raw(`${alias}.${level}`)} = ${area}::bigint`

/** The area directly below one of a level in which a row of `alias` lies, or that one itself: the first that is known. */
export function childOf(level: AreaLevel, alias: string): Sql {
  const levels = ['province', 'city', 'county', 'township', 'community'] as const
  const below = levels.slice(levels.indexOf(level) + 1)
  return raw(`coalesce(${[...below, level].map((column) => `${alias}.${column}`).join(', ')})`)
}

export const levelOf = async (db: Db, area: string): Promise<AreaLevel | null> =>
  (await db.maybe<{ level: AreaLevel }>(sql`select level from area where code = ${area}`))?.level ?? null

const viewFields = sql`'code', a.code::text, 'name', a.name, 'shortName', a.short_name, 'level', a.level,
  'settlement', a.settlement, 'settlementSource', a.settlement_source, 'virtual', a.virtual,
  'population', ${newestPopulation}`

const inOrder = sql`array_position(array['province', 'city', 'county', 'township', 'community'], up.level)`

/** Names of the areas above `alias`, joined from the top down; the province is left out where a city stands below it. */
export const whereIs = (alias: string): Sql => sql`(
  select coalesce(string_agg(up.short_name, ' ' order by ${inOrder}), '') from area up
  where up.code in (${raw(alias)}.city, ${raw(alias)}.county, ${raw(alias)}.township,
                    case when ${raw(alias)}.city is null then ${raw(alias)}.province end) and up.code <> ${raw(alias)}.code)`

export async function oneArea(ctx: Context, code: string): Promise<AreaView | null> {
  const row = await ctx.db.maybe<{ view: AreaView }>(sql`
    select json_build_object(${viewFields}, 'ancestors', (
      select coalesce(json_agg(json_build_object('code', up.code::text, 'name', up.short_name, 'level', up.level)
             order by ${inOrder}), '[]')
      from area up where up.code in (a.province, a.city, a.county, a.township) and up.code <> a.code)) as view
    from area a where a.code = ${code} and ${ctx.authority.scope('area.see', 'a')}`)
  return row?.view ?? null
}

export async function childrenOf(ctx: Context, code: string): Promise<Omit<AreaView, 'ancestors'>[]> {
  const found = await ctx.db.rows<{ view: AreaView }>(sql`
    select json_build_object(${viewFields}) as view from area a
    where a.parent = ${code} and ${ctx.authority.scope('area.see', 'a')} order by a.code`)
  return found.map((row) => row.view)
}

export const areaSubject = (code: string): Subject => ({
  from: sql`area a where a.code = ${code}`,
  alias: 'a',
  see: 'area.see',
  called: '区划',
})

/** The condition that keeps a search within what the person may see, and within one area when it is named. */
export async function searchable(ctx: Context, inside: string | undefined): Promise<Sql> {
  const own = ctx.authority.scope('area.see', 'a')
  return inside ? sql`${own} and ${await withinArea(ctx.db, inside, 'a')}` : own
}

/** The highest areas that the person may see: what a picker shows before anything is typed. */
export const topAreas = (ctx: Context, limit: number): Promise<AreaHit[]> =>
  hits(
    ctx.db,
    sql`
    select a.* from area a
    where a.code = any(${ctx.who.postings.map((posting) => posting.area)}::bigint[])
      and ${ctx.authority.scope('area.see', 'a')}
    order by a.code limit ${limit}`,
  )

export type Search = { condition: Sql; limit: number; levels: readonly AreaLevel[] }

/** Prefix matches on one text column, the larger areas first, each level at most `limit`. */
export const prefixHits = (
  db: Db,
  column: 'short_name' | 'initials' | 'pinyin',
  prefix: string,
  search: Search,
) =>
  hits(
    db,
    sql`
    select found.* from unnest(${search.levels}::text[]) with ordinality as levels(level, rank)
    cross join lateral (
      select a.* from area a
      where a.level = levels.level and ${raw(`a.${column}`)} like ${`${escapeLike(prefix)}%`} and ${search.condition}
      order by ${raw(`a.${column}`)} limit ${search.limit}) found
    order by levels.rank, length(found.short_name), found.code limit ${search.limit}`,
  )

export const codeHits = (db: Db, digits: string, search: Search) =>
  hits(
    db,
    sql`
    select a.* from area a
    where a.code between ${digits.padEnd(12, '0')}::bigint and ${digits.padEnd(12, '9')}::bigint
      and a.level = any(${search.levels}::text[]) and ${search.condition}
    order by a.code limit ${search.limit}`,
  )

/** Names that hold the text anywhere; looked at in bounded number, so that a frequent pair of characters costs little. */
export const insideHits = (db: Db, tokens: readonly number[], search: Search) =>
  hits(
    db,
    sql`
    select found.* from (
      select a.* from area a
      where a.search @> ${tokens}::int4[] and a.level = any(${search.levels}::text[]) and ${search.condition}
      limit 400) found
    order by array_position(${search.levels}::text[], found.level), found.code limit ${search.limit}`,
  )

async function hits(db: Db, select: Sql): Promise<AreaHit[]> {
  return db.rows<AreaHit>(sql`
    select h.code::text as code, h.name, h.level, ${whereIs('h')} as "where" from (${select}) h`)
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** The settlement of `a` by the first of some sources that knows it; `unknown` when none does. */
export function settlementBy(sources: readonly SettlementSource[]): Sql {
  return sql`coalesce(${join(sources.map((source) => settlementSources[source]))}, 'unknown')`
}

const kindsThatAre = (settlement: Settlement) =>
  (Object.keys(kindLabels) as AreaKind[]).filter((kind) => settlementByCommittee(kind) === settlement)

const settlementSources = {
  decided: sql`a.settlement_decided`,
  imported: sql`case left(a.settlement_class, 1) when '1' then 'urban' when '2' then 'rural' end`,
  committee: sql`case when a.kind = any(${kindsThatAre('urban')}::text[]) then 'urban'
                      when a.kind = any(${kindsThatAre('rural')}::text[]) then 'rural' end`,
} as const satisfies Record<SettlementSource, Sql>

export type SettlementChange = {
  code: string
  settlement: Settlement
  source: SettlementSource
  class: string | null
}

/**
 * Writes settlements; returns the codes of the areas that changed in anything. A person's decision is only replaced by
 * another decision; a class that is imported later is kept beside it, for packs that go by the class.
 */
export async function setSettlements(db: Db, changes: SettlementChange[]): Promise<string[]> {
  const changed = await db.rows<{ code: string }>(sql`
    update area a set settlement = n.settlement, settlement_source = n.source, settlement_class = n.class,
      settlement_decided = n.decided
    from json_to_recordset(${JSON.stringify(changes)}::json) as r(code bigint, settlement text, source text, class text)
    join area b on b.code = r.code
    cross join lateral (
      select coalesce(r.class, b.settlement_class) as class,
        case when r.source = 'decided' then r.settlement else b.settlement_decided end as decided,
        case when stays then b.settlement else r.settlement end as settlement,
        case when stays then b.settlement_source else r.source end as source
      from (values (b.settlement_decided is not null and r.source <> 'decided')) as decision(stays)) n
    where a.code = b.code and (b.settlement, b.settlement_source, b.settlement_class, b.settlement_decided)
      is distinct from (n.settlement, n.source, n.class, n.decided)
    returning a.code::text as code`)
  return changed.map((row) => row.code)
}

/** Of some codes: those that are communities on which the person may act. */
export async function communitiesAmong(ctx: Context, action: string, codes: string[]): Promise<Set<string>> {
  const found = await ctx.db.rows<{ code: string }>(sql`
    select a.code::text as code from area a
    where a.code = any(${codes}::bigint[]) and a.level = 'community' and ${ctx.authority.scope(action, 'a')}`)
  return new Set(found.map((row) => row.code))
}

export async function loadedAmong(db: Db, codes: string[]): Promise<Set<string>> {
  const found = await db.rows<{ code: string }>(sql`
    select code::text as code from area where code in (${join([sql`null::bigint`, ...codes.map((code) => sql`${code}::bigint`)])})`)
  return new Set(found.map((row) => row.code))
}

/** The loaded provinces: whoever holds them all holds everything. */
export const provinces = async (db: Db): Promise<string[]> =>
  (await db.rows<{ code: string }>(sql`select code::text as code from area where level = 'province'`)).map(
    (row) => row.code,
  )

/** Areas as something that nobody keeps: a rule with `own` asks for the column. */
export const areaWithoutKeeper = sql`(select a.*, null::uuid as keeper from area a)`
