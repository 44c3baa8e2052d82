// The SQL of rule sets.
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, type Sql, sql } from '../../../platform/db.ts'
import type { Layer } from '../resolve.ts'
import type { Entries } from '../rule-set.ts'
import type { RuleSetSummary } from '../rules-api.ts'

/** The newest version of each set that holds at an area, from the country down. */
export const setsAt = (db: Db, area: string): Promise<string[]> =>
  db
    .rows<{ id: string }>(sql`
    select s.id from rule_set s left join area l on l.code = s.area
    where s.superseded_at is null and (s.area is null or s.area in (
      select unnest(array[a.province, a.city, a.county, a.township]) from area a where a.code = ${area}))
    order by ${depth}`)
    .then((rows) => rows.map(({ id }) => id))

/** 0 the country, 1 a province … 4 a township. */
const depth: Sql = sql`case l.level when 'province' then 1 when 'city' then 2 when 'county' then 3 when 'township' then 4 else 0 end`

const layer = sql`s.id, s.area::text, coalesce(l.short_name, '全国') as "areaName", s.title, s.version, s.entries`

/** Versions by their ids, from the country down. */
export const layersOf = (db: Db, ids: readonly string[]): Promise<Layer[]> =>
  db.rows(sql`
    select ${layer} from rule_set s left join area l on l.code = s.area
    where s.id = any(${ids}::uuid[]) order by ${depth}`)

/** The set in force of one area, or of the country, locked against a second writer. */
export const lockOwn = (db: Db, area: string | null): Promise<Layer | null> =>
  db.maybe(sql`
    select ${layer} from rule_set s left join area l on l.code = s.area
    where s.superseded_at is null and s.area is not distinct from ${area}::bigint for update of s`)

/** The version that was in force is so no more. Returns how many were. */
export const supersede = (ctx: Context, area: string | null, version: number): Promise<number> =>
  ctx.db.run(sql`
    update rule_set set superseded_at = ${ctx.now}
    where area is not distinct from ${area}::bigint and version = ${version} and superseded_at is null`)

export type NewVersion = {
  area: string | null
  version: number
  title: string
  entries: Entries
  reason: string
}

export const insertVersion = (
  ctx: Context,
  { area, version, title, entries, reason }: NewVersion,
): Promise<number> =>
  ctx.db.run(sql`
    insert into rule_set (id, area, version, title, entries, reason, loaded_at, loaded_by)
    values (${ctx.newId()}, ${area}, ${version}, ${title}, ${JSON.stringify(entries)}, ${reason}, ${ctx.now}, ${ctx.who.id})`)

const summary = sql`s.id, s.area::text, coalesce(l.short_name, '全国') as "areaName", s.title, s.version,
  (select count(*)::int from jsonb_object_keys(s.entries)) as decides,
  s.loaded_at as "loadedAt", p.display_name as "loadedBy", s.reason`

/** Sets in force below the reader's areas, and above as far as they hold there. */
export const visibleSets = (ctx: Context): Promise<RuleSetSummary[]> =>
  ctx.db.rows(sql`
    select ${summary} from rule_set s left join area l on l.code = s.area left join person p on p.id = s.loaded_by
    where s.superseded_at is null and (s.area is null or ${ctx.authority.scope('rule.see', 'l')} or exists (
      select 1 from area a where ${ctx.authority.scope('rule.see', 'a')}
        and a.code = any(${ctx.who.postings.map((posting) => posting.area)}::bigint[])
        and s.area in (a.province, a.city, a.county, a.township)))
    order by ${depth}, s.area`)

export type StoredVersion = RuleSetSummary & { entries: Entries; before: Entries | null }

/** Versions of one area's set, newest first, each beside the one before. */
export const versionsOf = (
  db: Db,
  area: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<StoredVersion[]> =>
  db.rows(sql`
    select ${summary}, s.entries, b.entries as before
    from rule_set s join area l on l.code = s.area left join person p on p.id = s.loaded_by
      left join rule_set b on b.area = s.area and b.version = s.version - 1
    where s.area = ${area} ${after ? sql`and s.version < ${Number(after)}` : empty}
    order by s.version desc limit ${limit}`)
