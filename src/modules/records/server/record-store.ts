// The SQL of dated records: reading them, and the few statements that write.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { DatedRecord, RecordDraft, RecordPage } from '../record.ts'
import { headingOf, kindsFromAbove } from '../record-kinds.ts'

/** A later finding about the same place and condition ends the one before. */
export const heldUntil = (alias: Sql): Sql => sql`least(${alias}.ends_on, (
  select min(later.starts_on) from dated_record later
  where ${alias}.kind = 'determinations' and later.kind = 'determinations' and later.status = 'standing'
    and later.area = ${alias}.area and later.starts_on > ${alias}.starts_on
    and later.attributes ->> 'condition' = ${alias}.attributes ->> 'condition'))`

/** A record `r` with its area, its organization, the area `d` whose officers decide about it, and `seen` for readers. */
const relation = sql`dated_record r
  join area a on a.code = r.area left join area t on t.code = r.township and t.code <> r.area
  join area d on d.code = case when r.kind = any(${kindsFromAbove}::text[]) then coalesce(a.parent, a.code) else a.code end
  left join organization o on o.id = r.organization left join stored_file f on f.id = r.file
  left join person p on p.id = r.recorded_by left join person e on e.id = r.closed_by
  cross join lateral (select r.province, r.city, r.county, r.township, r.community, o.keeper) seen`

const version = (
  alias: Sql,
): Sql => sql`'id', ${alias}.id, 'status', ${alias}.status, 'title', ${alias}.title,
  'startsOn', ${alias}.starts_on, 'recordedAt', ${alias}.recorded_at, 'closedWhy', ${alias}.closed_why`

/** Nobody's account: made up for a demo, or entered from the command line. */
const nobody = '系统'

const view = (ctx: Context): Sql => sql`json_build_object(${version(sql`r`)},
  'kind', r.kind, 'area', r.area::text, 'areaName', concat_ws(' ', t.short_name, a.short_name),
  'organization', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end,
  'endsOn', ${heldUntil(sql`r`)}, 'doneBy', r.done_by, 'words', r.words, 'attributes', r.attributes,
  'file', case when f.id is not null then ${fileView('f')} end,
  'recordedBy', coalesce(p.display_name, ${nobody}::text), 'closedBy', e.display_name, 'closedAt', r.closed_at,
  'demo', r.demo, 'may', ${ctx.authority.mayOn(['record.correct'], 'd')})`

export type Listing = {
  action: 'record.see' | 'record.export'
  condition: Sql
  /** Day and id of the last row seen. */
  after: readonly [string, string] | null
  limit: number
}

/** One page, the newest first. */
export async function listRecords(
  ctx: Context,
  { action, condition, after, limit }: Listing,
): Promise<DatedRecord[]> {
  const rows = await ctx.db.rows<{ view: DatedRecord }>(sql`
    select ${view(ctx)} as view from ${relation}
    where ${ctx.authority.scope(action, 'seen')} and ${condition}
      ${after ? sql`and (r.starts_on, r.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by r.starts_on desc, r.id desc limit ${limit}`)
  return rows.map((row) => row.view)
}

export async function countRecords(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from dated_record r left join organization o on o.id = r.organization
      cross join lateral (select r.province, r.city, r.county, r.township, r.community, o.keeper) seen
      where ${ctx.authority.scope('record.see', 'seen')} and ${condition} limit ${cap + 1}) found`)
  return counted
}

/** One record that the reader may see, with its other versions. */
export async function oneRecord(ctx: Context, id: string): Promise<RecordPage | null> {
  const row = await ctx.db.maybe<{ view: DatedRecord }>(sql`
    select ${view(ctx)} as view from ${relation}
    where r.id = ${id} and ${ctx.authority.scope('record.see', 'seen')}`)
  return row && { ...row.view, versions: await versionsOf(ctx, id) }
}

async function versionsOf(ctx: Context, id: string): Promise<RecordPage['versions']> {
  const rows = await ctx.db.rows<{ view: RecordPage['versions'][number] }>(sql`
    with recursive
      older as (select id, replaces from dated_record where id = ${id}
        union all select r.id, r.replaces from dated_record r join older n on n.replaces = r.id),
      newer as (select id from dated_record where id = ${id}
        union all select r.id from dated_record r join newer n on r.replaces = n.id)
    select json_build_object(${version(sql`r`)}, 'recordedBy', coalesce(p.display_name, ${nobody}::text)) as view
    from dated_record r left join person p on p.id = r.recorded_by
    where r.id <> ${id} and r.id in (select id from older union select id from newer)
    order by r.recorded_at desc, r.id desc`)
  return rows.map((row) => row.view)
}

export const fileOf = async (ctx: Context, id: string): Promise<string | null> =>
  (await ctx.db.maybe<{ file: string | null }>(sql`select file from dated_record where id = ${id}`))?.file ??
  null

type New = RecordDraft & { id: string; file: string | null; replaces: string | null }

export const insertRecord = (ctx: Context, given: New): Promise<number> =>
  ctx.db.run(sql`
    insert into dated_record (id, kind, area, province, city, county, township, community, organization, title, starts_on,
      ends_on, done_by, words, attributes, file, recorded_by, recorded_at, replaces)
    select ${given.id}, ${given.kind}, a.code, a.province, a.city, a.county, a.township, a.community, ${given.organization},
      ${given.title ?? headingOf(given.kind, given.attributes)}, ${given.startsOn}, ${given.endsOn}, ${given.doneBy}, ${given.words},
      ${JSON.stringify(given.attributes)}, ${given.file}, ${ctx.who.id}, ${ctx.now}, ${given.replaces}
    from area a where a.code = ${given.area}`)

/** Closes a record that stands; 0 when somebody was quicker. */
export const closeRecord = (
  ctx: Context,
  id: string,
  to: 'corrected' | 'withdrawn',
  why: string,
): Promise<number> =>
  ctx.db.run(sql`
    update dated_record set status = ${to}, closed_by = ${ctx.who.id}, closed_at = ${ctx.now}, closed_why = ${why}
    where id = ${id} and status = 'standing'`)

export const endRecord = (ctx: Context, id: string, on: Day): Promise<number> =>
  ctx.db.run(
    sql`update dated_record set ends_on = ${on} where id = ${id} and status = 'standing' and ends_on is null`,
  )

export const attachFile = (ctx: Context, id: string, file: string): Promise<number> =>
  ctx.db.run(
    sql`update dated_record set file = ${file} where id = ${id} and status = 'standing' and file is null`,
  )

/** Whether the person may enter records about the area directly above one, or about itself at the top. */
export const mayEnterAbove = async (ctx: Context, area: string): Promise<boolean> =>
  (
    await ctx.db.maybe<{ may: boolean | null }>(sql`
      select ${ctx.authority.scope('record.enter', 'd')} as may
      from area a join area d on d.code = coalesce(a.parent, a.code) where a.code = ${area}`)
  )?.may ?? false

/** Where an organization that the person may see lies. */
export const areaOfOrganization = async (ctx: Context, id: string): Promise<string | null> =>
  (
    await ctx.db.maybe<{ area: string }>(sql`
    select o.area::text as area from organization o where o.id = ${id} and ${ctx.authority.scope('organization.see', 'o')}`)
  )?.area ?? null
