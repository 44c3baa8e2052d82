// The SQL of instructors.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Instructor, InstructorDraft } from '../branches-api.ts'

export const instructorSubject = (id: string): Subject => ({
  from: sql`party_instructor i where i.id = ${id}`,
  alias: 'i',
  see: 'party.survey',
  called: '党建指导员',
})

const view = (ctx: Context): Sql => sql`json_build_object('id', i.id, 'name', i.name, 'unit', i.unit,
  'area', i.area::text, 'areaName', a.short_name, 'from', i.starts_on, 'until', i.ends_on,
  'organizations', (select count(*)::int from party_arrangement t where t.instructor = i.id and t.ends_on is null),
  'may', ${ctx.authority.mayOn(['party.arrange'], 'i')})`

export type InstructorPage = { condition: Sql; after: readonly [string, string] | null; limit: number }

/** By name; those who serve no more come last. */
export const listInstructors = (
  ctx: Context,
  { condition, after, limit }: InstructorPage,
): Promise<{ view: Instructor; key: string }[]> =>
  ctx.db.rows(sql`
    select ${view(ctx)} as view, ${key} as key from party_instructor i join area a on a.code = i.area
    where ${condition} and ${ctx.authority.scope('party.survey', 'i')}
      ${after ? sql`and (${key}, i.id) > (${after[0]}, ${after[1]}::uuid)` : empty}
    order by ${key}, i.id limit ${limit}`)

const key = sql`((case when i.ends_on is null then '0' else '1' end) || i.name)`

export const oneInstructor = (ctx: Context, id: string): Promise<{ view: Instructor } | null> =>
  ctx.db.maybe(sql`
    select ${view(ctx)} as view from party_instructor i join area a on a.code = i.area
    where i.id = ${id} and ${ctx.authority.scope('party.survey', 'i')}`)

export const insertInstructor = (ctx: Context, id: string, draft: InstructorDraft): Promise<number> =>
  ctx.db.run(sql`
    insert into party_instructor (id, name, unit, area, province, city, county, township, community, starts_on)
    select ${id}, ${draft.name}, ${draft.unit}, a.code, a.province, a.city, a.county, a.township, a.community, ${draft.from}
    from area a where a.code = ${draft.area}`)

export const lockedInstructor = (ctx: Context, id: string) =>
  ctx.db.one<{ from: Day; until: Day | null }>(sql`
    select starts_on as from, ends_on as until from party_instructor where id = ${id} for update`)

export const endInstructorRow = (ctx: Context, id: string, on: Day): Promise<number> =>
  ctx.db.run(sql`update party_instructor set ends_on = ${on} where id = ${id} and ends_on is null`)
