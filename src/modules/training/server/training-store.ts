// The SQL of trainings: which ones a reader sees, and their steps.
import type { FileView } from '../../../kernel/file-kind.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, raw, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { Subject } from '../../../platform/policy.ts'
import { within, withinArea } from '../../areas/server/index.ts'
import type { Training, TrainingDraft, TrainingStatus } from '../training.ts'
import type { TrainingFilter } from '../training-api.ts'
import { type TrainingStep, trainingSteps } from '../training-rules.ts'

export const trainingSubject = (id: string): Subject => ({
  from: sql`training t where t.id = ${id}`,
  alias: 't',
  see: 'training.see',
  called: '培训',
})

/** The names of those who were there: the organizer's area. A list of all of them is nobody's own. */
export const trainingNames = (id: string): Subject => ({
  ...trainingSubject(id),
  from: sql`(select t.*, null::uuid as keeper from training t) t where t.id = ${id}`,
})

/** Those of the own areas, and those of the areas above: they are for everybody below. */
export const visible = (
  ctx: Context,
  action = 'training.see',
): Sql => sql`(${ctx.authority.scope(action, 't')} or exists (
  select 1 from area own
  where own.code = any(${ctx.who.postings.map(({ area }) => area)}::bigint[])
    and ${ctx.authority.scope(action, 'own')}
    and t.area in (own.province, own.city, own.county, own.township, own.community)))`

const hour = (column: string): Sql => sql`to_char(${raw(column)} at time zone 'Asia/Shanghai', 'HH24:MI')`

/** In the shape of `TrainingBrief`, without the last day where it is the first. */
export const briefFields = sql`'title', t.title, 'level', t.level, 'organizer', t.organizer, 'kind', t.kind,
  'heldOn', t.held_on, 'until', nullif(t.until, t.held_on), 'startsAt', ${hour('t.starts_at')},
  'endsAt', ${hour('t.ends_at')}`

/** In the shape of `Training`. */
const trainingFields = (ctx: Context): Sql => sql`'id', t.id, ${briefFields}, 'area', t.area::text,
  'areaName', a.short_name, 'audience', t.audience, 'status', t.status, 'place', t.place, 'link', t.link, 'seats', t.seats, 'note', t.note,
  'version', t.version, 'demo', t.demo, 'recordBy', t.record_by,
  'enrolled', (select json_build_object('organizations', count(*), 'people', coalesce(sum(e.people), 0))
    from training_enrolment e where e.training = t.id and e.status = 'enrolled'),
  'attended', (select count(*) from training_attendance n where n.training = t.id and n.removed_at is null),
  'may', ${ctx.authority.mayOn(['training.run', 'training.names'], 't')}`

/** Nobody keeps a training: the part of a rule that asks for its keeper finds none. */
const tables = sql`(select *, null::uuid as keeper from training) t join area a on a.code = t.area`

export async function conditionOf(db: Db, filter: TrainingFilter): Promise<Sql> {
  const conditions: Sql[] = [filter.area ? await withinArea(db, filter.area, 't') : sql`true`]
  if (filter.year)
    conditions.push(
      sql`t.held_on between make_date(${filter.year}, 1, 1) and make_date(${filter.year}, 12, 31)`,
    )
  if (filter.audience?.length) conditions.push(sql`t.audience = any(${filter.audience}::text[])`)
  if (filter.status?.length) conditions.push(sql`t.status = any(${filter.status}::text[])`)
  return join(conditions, ' and ')
}

export type After = readonly [day: string, id: string] | null

export async function listTrainings(
  ctx: Context,
  condition: Sql,
  after: After,
  limit: number,
  action = 'training.see',
): Promise<Training[]> {
  const rows = await ctx.db.rows<{ view: Training }>(sql`
    select json_build_object(${trainingFields(ctx)}) as view from ${tables}
    where ${visible(ctx, action)} and ${condition}
      ${after ? sql`and (t.held_on, t.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by t.held_on desc, t.id desc limit ${limit}`)
  return rows.map(({ view }) => view)
}

export async function oneTraining(ctx: Context, id: string): Promise<Training | null> {
  const row = await ctx.db.maybe<{ view: Training }>(sql`
    select json_build_object(${trainingFields(ctx)}) as view from ${tables} where t.id = ${id} and ${visible(ctx)}`)
  return row?.view ?? null
}

export const materialsOf = async (db: Db, id: string): Promise<FileView[]> =>
  (
    await db.rows<{ view: FileView }>(sql`
      select ${fileView('f')} as view from training_material m join stored_file f on f.id = m.stored_file
      where m.training = ${id} order by f.kept_at, f.id`)
  ).map(({ view }) => view)

export type Locked = {
  id: string
  title: string
  area: string
  areaLevel: 'province' | 'city' | 'county' | 'township' | 'community'
  kind: Training['kind']
  status: TrainingStatus
  heldOn: Day
  until: Day
  seats: number | null
  version: number
}

/** Held until the transaction ends: seats and lists change one after another. */
export const lockTraining = (db: Db, id: string): Promise<Locked | null> =>
  db.maybe(sql`
    select t.id, t.title, t.area::text as area, t.level as "areaLevel", t.kind, t.status, t.held_on as "heldOn", t.until,
      t.seats, t.version
    from training t where t.id = ${id} for update`)

/** Days and hours as columns; hours are Chinese time. */
const written = (draft: TrainingDraft, recordBy: Day): Sql => {
  const until = draft.until ?? draft.heldOn
  const moment = (day: Day, time: string | null) => (time === null ? null : `${day}T${time}:00+08:00`)
  return sql`${draft.title}::text as title, ${draft.organizer}::text as organizer, ${draft.audience}::text as audience,
    ${draft.kind}::text as kind, ${draft.heldOn}::date as held_on, ${until}::date as until,
    ${moment(draft.heldOn, draft.startsAt)}::timestamptz as starts_at,
    ${moment(until, draft.endsAt)}::timestamptz as ends_at, ${draft.place}::text as place, ${draft.link}::text as link,
    ${draft.seats}::int as seats, ${draft.note}::text as note, ${recordBy}::date as record_by, a.code as area,
    a.province, a.city, a.county, a.township, a.community, a.level`
}

const columns =
  raw(`title, organizer, audience, kind, held_on, until, starts_at, ends_at, place, link, seats, note,
  record_by, area, province, city, county, township, community, level`)

export const insertTraining = (
  ctx: Context,
  id: string,
  draft: TrainingDraft,
  recordBy: Day,
): Promise<number> =>
  ctx.db.run(sql`
    insert into training (id, status, created_by, created_at, ${columns})
    select ${id}, 'announced', ${ctx.who.id}, ${ctx.now}, ${written(draft, recordBy)} from area a where a.code = ${draft.area}`)

/** Names the version that it leaves. */
export const updateTraining = (
  db: Db,
  { id, version }: Pick<Locked, 'id' | 'version'>,
  draft: TrainingDraft,
  recordBy: Day,
): Promise<number> =>
  db.run(sql`
    update training t set (${columns}) = (select ${written(draft, recordBy)} from area a where a.code = ${draft.area}),
      version = version + 1
    where t.id = ${id} and t.version = ${version}`)

/** Attendance carries the day and the audience of its training; an online one keeps its own day within the course. */
export const copyToAttendance = (db: Db, id: string): Promise<number> =>
  db.run(sql`
    update training_attendance n set audience = t.audience, level = t.level,
      attended_on = case t.kind when 'onSite' then t.held_on else greatest(n.attended_on, t.held_on) end
    from training t where t.id = ${id} and n.training = t.id and n.removed_at is null`)

/** The one statement that changes a status; it names those that it leaves. Returns how many moved. */
export const moveTraining = (db: Db, id: string, step: TrainingStep): Promise<number> =>
  db.run(sql`
    update training set status = ${trainingSteps[step].to}, version = version + 1
    where id = ${id} and status = any(${[...trainingSteps[step].from]}::text[])`)

export const linkMaterial = (db: Db, id: string, file: string): Promise<number> =>
  db.run(sql`insert into training_material (training, stored_file) values (${id}, ${file})`)

export const unlinkMaterial = (db: Db, id: string, file: string): Promise<number> =>
  db.run(sql`delete from training_material where training = ${id} and stored_file = ${file}`)

export const hasMaterial = async (db: Db, id: string, file: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from training_material where training = ${id} and stored_file = ${file}`)) !==
  null

/** Organizations to which a training is open: those within its area that are on the register. A condition on `o`. */
export const openTo = ({ area, areaLevel }: Pick<Locked, 'area' | 'areaLevel'>): Sql =>
  sql`(o.status <> 'ended' and ${within(area, areaLevel, 'o')})`

/** An organization `o` as answers name it. */
export const organizationRef = sql`json_build_object('id', o.id, 'name', o.name, 'areaName',
  (select place.short_name from area place where place.code = o.area))`
