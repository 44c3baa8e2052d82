// The SQL of campaigns: who sees which, and the steps of their lives.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { AreaLevel } from '../../areas/area.ts'
import { within } from '../../areas/server/index.ts'
import type { AreaRef, Census, CensusDraft, CensusStatus } from '../census.ts'
import { type Step, steps } from '../census-rules.ts'

export type CensusRow = Census & { areaLevel: AreaLevel }

/** A posting above the campaign's area sees all of it; one below sees its own part. */
const reaches = (ctx: Context): Sql => sql`(${ctx.authority.scope('census.see', 'c')} or exists (
  select 1 from area own
  where own.code = any(${ownAreas(ctx)}::bigint[]) and ${ctx.authority.scope('census.see', 'own')}
    and c.area in (own.province, own.city, own.county, own.township, own.community)))`

const ownAreas = (ctx: Context): string[] => ctx.who.postings.map((posting) => posting.area)

/** The highest area inside the campaign that the reader may see. */
const startOf = (ctx: Context): Sql => sql`(
  select json_build_object('code', own.code::text, 'name', own.short_name, 'level', own.level) from area own
  where ${ctx.authority.scope('census.see', 'own')} and (own.code = c.area or (own.code = any(${ownAreas(ctx)}::bigint[])
    and c.area in (own.province, own.city, own.county, own.township, own.community)))
  order by array_position(array['province', 'city', 'county', 'township', 'community'], own.level), own.code limit 1)`

const view = (ctx: Context): Sql => sql`json_build_object('id', c.id, 'title', c.title, 'area', c.area::text,
  'areaName', a.short_name, 'areaLevel', a.level, 'orderedBy', c.ordered_by, 'repeats', c.repeats, 'dueOn', c.due_on,
  'note', c.note, 'status', c.status, 'openedOn', c.opened_on, 'closedOn', c.closed_on, 'demo', c.demo,
  'places', (select json_build_object('finished', count(p.finished_at), 'total', count(*)) from census_place p
    where p.census = c.id and ${ctx.authority.scope('census.see', 'p')}),
  'start', ${startOf(ctx)}, 'may', ${ctx.authority.mayOn(['census.run', 'census.export'], 'c')}) as view`

const tables = sql`census c join area a on a.code = c.area`

/** Drafts are seen by those who run censuses there; given up ones by nobody. */
const visible = (ctx: Context): Sql => sql`${reaches(ctx)} and c.status <> 'discarded'
  and (c.status <> 'draft' or ${ctx.authority.scope('census.run', 'c')})`

export async function listCensuses(ctx: Context): Promise<CensusRow[]> {
  const found = await ctx.db.rows<{ view: CensusRow }>(sql`
    select ${view(ctx)} from ${tables} where ${visible(ctx)}
    order by c.status = 'open' desc, c.created_at desc, c.id limit 200`)
  return found.map((row) => row.view)
}

export async function oneCensus(ctx: Context, id: string): Promise<CensusRow | null> {
  const row = await ctx.db.maybe<{ view: CensusRow }>(sql`
    select ${view(ctx)} from ${tables} where c.id = ${id} and ${visible(ctx)}`)
  return row?.view ?? null
}

export const censusSubject = (id: string): Subject => ({
  from: sql`census c where c.id = ${id}`,
  alias: 'c',
  see: 'census.see',
  called: '摸底',
})

/** An area of the campaign that the reader may see, with the way down to it. */
export const areaInside = (ctx: Context, census: CensusRow, code: string) =>
  ctx.db.maybe<AreaRef & { level: AreaLevel; ancestors: AreaRef[] }>(sql`
    select a.code::text as code, a.short_name as name, a.level, (
      select coalesce(json_agg(json_build_object('code', up.code::text, 'name', up.short_name, 'level', up.level)
             order by array_position(array['province', 'city', 'county', 'township', 'community'], up.level)), '[]')
      from area up
      where up.code in (a.province, a.city, a.county, a.township) and up.code <> a.code
        and ${within(census.area, census.areaLevel, 'up')} and ${ctx.authority.scope('census.see', 'up')}) as ancestors
    from area a
    where a.code = ${code} and ${within(census.area, census.areaLevel, 'a')}
      and ${ctx.authority.scope('census.see', 'a')}`)

export const insertCensus = (ctx: Context, id: string, draft: CensusDraft): Promise<number> =>
  ctx.db.run(sql`
    insert into census (id, title, area, province, city, county, township, community, ordered_by, repeats, due_on, note,
      status, created_by, created_at)
    select ${id}, ${draft.title}, a.code, a.province, a.city, a.county, a.township, a.community, ${draft.orderedBy},
      ${draft.repeats}, ${draft.dueOn}, ${draft.note}, 'draft', ${ctx.who.id}, ${ctx.now}
    from area a where a.code = ${draft.area}`)

/** Only while it stands where it was read. */
export const updateCensus = (
  ctx: Context,
  { id, status }: Pick<Census, 'id' | 'status'>,
  draft: CensusDraft,
): Promise<number> =>
  ctx.db.run(sql`
    update census c set title = ${draft.title}, area = a.code, province = a.province, city = a.city, county = a.county,
      township = a.township, community = a.community, ordered_by = ${draft.orderedBy}, repeats = ${draft.repeats},
      due_on = ${draft.dueOn}, note = ${draft.note}
    from area a where a.code = ${draft.area} and c.id = ${id} and c.status = ${status}`)

/** The one statement that changes a status; it names the one that it leaves. Returns how many moved. */
export const moveCensus = (ctx: Context, id: string, step: Step): Promise<number> =>
  ctx.db.run(sql`
    update census set status = ${steps[step].to},
      opened_on = case when ${step} = 'open' then ${ctx.today}::date else opened_on end,
      closed_on = case when ${step} = 'close' then ${ctx.today}::date end
    where id = ${id} and status = ${steps[step].from}`)

/** Openings wait for one another, so that two cannot both find their places free. */
export const lockOpenings = (db: Db): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtext('census.open'))`)

/** Keeps the campaign as it is until the transaction ends; answers may be written side by side. */
export const holdCensus = (
  db: Db,
  id: string,
): Promise<{ status: CensusStatus; closedOn: Day | null; area: string; areaLevel: AreaLevel } | null> =>
  db.maybe(sql`
    select c.status, c.closed_on as "closedOn", c.area::text as area, a.level as "areaLevel"
    from census c join area a on a.code = c.area where c.id = ${id} for share of c`)

/** Another open campaign that reaches into the area of this one, or null. */
export const openOver = (db: Db, id: string): Promise<{ title: string; areaName: string } | null> =>
  db.maybe(sql`
    select o.title, a.short_name as "areaName" from census c
    join census o on o.id <> c.id and o.status = 'open'
      and (o.area in (c.province, c.city, c.county, c.township, c.community)
        or c.area in (o.province, o.city, o.county, o.township, o.community))
    join area a on a.code = o.area where c.id = ${id} limit 1`)

/** A list for every community of the area, and for every other area in it that has organizations of its own. */
export const givePlaces = (db: Db, { id, area, areaLevel }: CensusRow): Promise<number> =>
  db.run(sql`
    insert into census_place (census, area, province, city, county, township, community)
    select ${id}, a.code, a.province, a.city, a.county, a.township, a.community from area a
    where ${within(area, areaLevel, 'a')} and ((a.level = 'community' and not a.virtual) or exists (
      select 1 from organization o where o.area = a.code and o.status <> 'ended'))
    on conflict do nothing`)
