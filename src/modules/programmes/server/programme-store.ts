// The SQL of packs, programmes, judgements, and of the areas under judgement.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { AreaLevel, SettlementSource } from '../../areas/area.ts'
import { settlementBy, within, withinArea } from '../../areas/server/index.ts'
import type { AreaUnit } from '../tree.ts'

export type StoredPack = { id: string; version: number; title: string; text: string; loadedAt: string }

/** The newest loaded version of each pack. */
export const newestPacks = (db: Db): Promise<(StoredPack & { programme: string | null })[]> =>
  db.rows(sql`
    select distinct on (p.id) p.id, p.version, p.title, p.text, p.loaded_at as "loadedAt",
      (select g.id from programme g where g.pack = p.id order by g.area limit 1) as programme
    from pack p order by p.id, p.version desc`)

export const newestPack = (db: Db, id: string): Promise<StoredPack | null> =>
  db.maybe(sql`
    select id, version, title, text, loaded_at as "loadedAt" from pack where id = ${id} order by version desc limit 1`)

export const insertPack = (
  ctx: Context,
  pack: { id: string; version: number; title: string; text: string },
) =>
  ctx.db.run(sql`
    insert into pack (id, version, title, text, loaded_at, loaded_by)
    values (${pack.id}, ${pack.version}, ${pack.title}, ${pack.text}, ${ctx.now}, ${ctx.who.id})`)

export type ProgrammeRow = {
  id: string
  pack: string
  version: number
  text: string
  area: string
  areaName: string
  areaLevel: AreaLevel
  startsOn: Day
  endsOn: Day
  demo: boolean
}

const programmeFields = sql`g.id, g.pack, g.pack_version as version, p.text, g.area::text as area,
  a.short_name as "areaName", a.level as "areaLevel", g.starts_on as "startsOn", g.ends_on as "endsOn", g.demo`

const programmeTables = sql`programme g join pack p on p.id = g.pack and p.version = g.pack_version
  join area a on a.code = g.area`

/** Programmes whose area holds, or lies in, an area where the reader may see programmes. */
export const listProgrammes = (ctx: Context): Promise<ProgrammeRow[]> =>
  ctx.db.rows(sql`
    select ${programmeFields} from ${programmeTables} where ${reaches(ctx)} order by g.ends_on desc, g.id`)

export const oneProgramme = (ctx: Context, id: string): Promise<ProgrammeRow | null> =>
  ctx.db.maybe(sql`select ${programmeFields} from ${programmeTables} where g.id = ${id} and ${reaches(ctx)}`)

/** A posting above the programme's area sees all of it; one below sees its own part. */
const reaches = (ctx: Context): Sql => sql`(${ctx.authority.scope('programme.see', 'a')} or exists (
  select 1 from area own
  where own.code = any(${ownAreas(ctx)}::bigint[]) and ${ctx.authority.scope('programme.see', 'own')}
    and g.area in (own.province, own.city, own.county, own.township, own.community)))`

const ownAreas = (ctx: Context): string[] => ctx.who.postings.map((posting) => posting.area)

export type AreaRef = { code: string; name: string; level: AreaLevel }

/** The areas from which the reader looks at a programme: its own area, or those of their postings inside it. */
export const startAreas = (ctx: Context, programme: ProgrammeRow): Promise<AreaRef[]> =>
  ctx.db.rows(sql`
    select own.code::text as code, own.short_name as name, own.level from area own
    where ${ctx.authority.scope('programme.see', 'own')}
      and (own.code = ${programme.area} or (own.code = any(${ownAreas(ctx)}::bigint[])
           and ${within(programme.area, programme.areaLevel, 'own')}))
    order by array_position(array['province', 'city', 'county', 'township', 'community'], own.level), own.code`)

export type OwnArea = { code: string; name: string; level: AreaLevel }

/** Of these areas those within one, in the order of their codes; without one all of them. `name`: 浮桥镇 牌楼社区. */
export const areasHeld = async (
  { db }: Context,
  codes: ReadonlySet<string>,
  inside: string | undefined,
): Promise<OwnArea[]> =>
  db.rows(sql`
    select a.code::text as code, a.level, concat_ws(' ', (select up.short_name from area up
      where up.code = a.township and a.level = 'community'), a.short_name) as name
    from area a where a.code = any(${[...codes]}::bigint[]) and ${inside ? await withinArea(db, inside, 'a') : sql`true`}
    order by a.code`)

/** An area inside a programme that the reader may see, with the visible areas between the two, topmost first. */
export const areaInside = (ctx: Context, programme: ProgrammeRow, code: string) =>
  ctx.db.maybe<AreaRef & { ancestors: AreaRef[]; settlement: string }>(sql`
    select a.code::text as code, a.short_name as name, a.level, a.settlement, (
      select coalesce(json_agg(json_build_object('code', up.code::text, 'name', up.short_name, 'level', up.level)
             order by array_position(array['province', 'city', 'county', 'township', 'community'], up.level)), '[]')
      from area up
      where up.code in (a.province, a.city, a.county, a.township) and up.code <> a.code
        and ${within(programme.area, programme.areaLevel, 'up')} and ${ctx.authority.scope('programme.see', 'up')}) as ancestors
    from area a
    where a.code = ${code} and ${within(programme.area, programme.areaLevel, 'a')}
      and ${ctx.authority.scope('programme.see', 'a')}`)

/** An area and everything below it, as the engine takes them; the area comes first. */
export const areaUnits = (
  db: Db,
  area: string,
  level: AreaLevel,
  settlement: readonly SettlementSource[],
): Promise<AreaUnit[]> =>
  db.rows(sql`
    select a.code::text as code, a.short_name as name, a.level, a.parent::text as parent,
      ${settlementBy(settlement)} as settlement, not a.virtual as "inDenominator", a.kind = 'zone' as zone
    from area a where ${within(area, level, 'a')}
    order by a.code = ${area} desc, a.code`)

/** Grows whenever an area changes. */
export const areasVersion = async (db: Db): Promise<number> =>
  (await db.one<{ version: number }>(sql`select areas_version as version from installation`)).version

/** Codes of the areas above one, topmost first. */
export async function codesAbove(db: Db, area: string): Promise<string[]> {
  const row = await db.one<{ codes: (string | null)[] }>(sql`
    select array[province::text, city::text, county::text, township::text] as codes from area where code = ${area}`)
  return row.codes.filter((code): code is string => code !== null && code !== area)
}

/** One first run at a time: the others wait until this transaction ends. */
export const holdFirstRun = (db: Db) => db.rows(sql`select pg_advisory_xact_lock(hashtext('first-run'))`)

export const insertProgramme = (
  ctx: Context,
  programme: { pack: string; version: number; area: string; from: Day; to: Day; demo: boolean },
): Promise<{ id: string }> =>
  ctx.db.one(sql`
    insert into programme (id, pack, pack_version, area, starts_on, ends_on, demo)
    values (${ctx.newId()}, ${programme.pack}, ${programme.version}, ${programme.area}, ${programme.from}, ${programme.to},
            ${programme.demo})
    on conflict (pack, area) do update set pack_version = excluded.pack_version, starts_on = excluded.starts_on,
      ends_on = excluded.ends_on
    returning id`)
