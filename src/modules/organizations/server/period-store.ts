// The SQL of what was so on which day: organization periods.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, raw, type Sql, sql } from '../../../platform/db.ts'

/** Columns that a period keeps of its organization. */
const facts = [
  'area',
  'province',
  'city',
  'county',
  'township',
  'community',
  'category',
  'tier',
  'legal_form',
  'status',
  'hub',
  'charter',
  'leader_in_party',
  'members',
  'party_members',
  'party_presence',
  'residents_served',
] as const

const factColumns = raw(facts.join(', '))
const factsOf = (alias: string) => raw(facts.map((fact) => `${alias}.${fact}`).join(', '))

/** The earliest day that says an organization existed; null when none is known. */
const existedFrom = raw('least(o.founded_on, o.filed_on, o.registered_on)')

/** Opens the first period of new organizations, as they stand in `organization`; those that have ended get none. */
export const openFirstPeriods = (ctx: Context, ids: readonly string[], act = ctx.newId()): Promise<number> =>
  insertPeriods(
    ctx,
    act,
    sql`
    select o.id, coalesce(${existedFrom}, ${ctx.today}::date), null::date, ${factsOf('o')}
    from organization o where o.id = any(${ids}::uuid[]) and o.status <> 'ended'`,
  )

/** Opens the first period of organizations on the day of a decision, whenever they say that they were founded. */
export const startPeriods = (ctx: Context, ids: readonly string[], on: Day): Promise<number> =>
  insertPeriods(
    ctx,
    ctx.newId(),
    sql`
    select o.id, ${on}::date, null::date, ${factsOf('o')} from organization o where o.id = any(${ids}::uuid[])`,
  )

/** Opens a period for an organization that comes back, after its last one. */
export const reopenPeriod = (ctx: Context, id: string, from: Day): Promise<number> =>
  insertPeriods(
    ctx,
    ctx.newId(),
    sql`
    select o.id, greatest(${from}::date, (select max(p.ends_on) from organization_period p
        where p.organization = o.id and p.superseded_at is null)), null::date, ${factsOf('o')}
    from organization o where o.id = ${id}`,
  )

/** What changed of one organization: columns of `organization_period`. */
export type PeriodChange = { id: string; columns: string[] }

/**
 * Writes changed columns into every period in force from a day on (`null`: from the very start, a correction). A period
 * that spans the day is split; what was before stays as it was. Superseded periods are kept. How long an organization
 * existed stays as it was. `act` names the edit or import, for taking it back.
 */
export async function rewritePeriods(
  ctx: Context,
  changes: readonly PeriodChange[],
  from: Day | null,
  act = ctx.newId(),
): Promise<void> {
  const touched = changes.filter(({ columns }) => columns.length > 0)
  if (touched.length === 0) return
  const day = sql`${from ?? '-infinity'}::date`
  await replacePeriods(ctx, act, {
    of: sql`json_to_recordset(${JSON.stringify(touched)}::json) as r(id uuid, columns text[])
      where p.organization = r.id and (p.ends_on is null or p.ends_on > ${day})`,
    by: sql`
    select g.organization, g.starts_on, ${day}, ${factsOf('g')} from gone g where g.starts_on < ${day}
    union all
    select g.organization, greatest(g.starts_on, ${day}), g.ends_on, ${join(facts.map(changedOr))}
    from gone g join organization o on o.id = g.organization`,
  })
}

const changedOr = (fact: string): Sql =>
  raw(`case when '${fact}' = any(g.columns) then o.${fact} else g.${fact} end`)

/** Party facts by the register's names of fields. */
const datedFacts = sql`jsonb_build_object('partyPresence', p.party_presence, 'partyMembers', p.party_members)`

/** Which of some facts are otherwise on a day since `from`; `from` of each is what the first such day has. */
export const otherwiseSince = (
  db: Db,
  facts: readonly { id: string; field: string; value: unknown }[],
  from: Day,
): Promise<{ id: string; field: string; from: unknown; to: unknown }[]> =>
  db.rows(sql`
    select distinct on (r.id, r.field) r.id, r.field, ${datedFacts} -> r.field as from, r.value as to
    from json_to_recordset(${JSON.stringify(facts)}::json) as r(id uuid, field text, value jsonb)
    join organization_period p on p.organization = r.id and p.superseded_at is null
      and (p.ends_on is null or p.ends_on > ${from})
    where ${datedFacts} -> r.field is distinct from coalesce(r.value, 'null'::jsonb)
    order by r.id, r.field, p.starts_on`)

/** From the day on the organizations exist no more. */
export const endPeriods = (ctx: Context, ids: readonly string[], day: Day): Promise<number> =>
  replacePeriods(ctx, ctx.newId(), {
    of: sql`unnest(${ids}::uuid[]) as r(id) where p.organization = r.id and (p.ends_on is null or p.ends_on > ${day})`,
    by: sql`select g.organization, g.starts_on, ${day}::date, ${factsOf('g')} from gone g where g.starts_on < ${day}`,
  })

/** Lets the first period begin on the day from which the organization is now known to have existed, if one is known. */
export const moveStart = (ctx: Context, id: string): Promise<number> =>
  replacePeriods(ctx, ctx.newId(), {
    of: sql`(select o.id, ${existedFrom} as start, (select min(f.starts_on) from organization_period f
        where f.organization = o.id and f.superseded_at is null) as first from organization o where o.id = ${id}) r
      where p.organization = r.id and r.start <> r.first and (p.starts_on < r.start or p.starts_on = r.first)`,
    by: sql`select g.organization, g.start, g.ends_on, ${factsOf('g')} from gone g
      where g.ends_on is null or g.ends_on > g.start`,
  })

/**
 * Supersedes periods in force and writes others in their place, in one statement. `of` is the rest of
 * `update organization_period p … from`, `by` selects organization, starts_on, ends_on and the facts from `gone`, which
 * holds the superseded periods beside the columns of `r`.
 */
const replacePeriods = (ctx: Context, act: string, { of, by }: { of: Sql; by: Sql }): Promise<number> =>
  insertPeriods(
    ctx,
    act,
    by,
    sql`with gone as (
      update organization_period p set superseded_at = ${ctx.now}, superseded_in = ${act}
      from ${of} and p.superseded_at is null returning p.*, r.*)`,
  )

/** `select` gives organization, starts_on, ends_on and the facts. */
const insertPeriods = (ctx: Context, act: string, select: Sql, before: Sql = empty): Promise<number> =>
  ctx.db.run(sql`
    ${before}
    insert into organization_period
      (id, organization, starts_on, ends_on, ${factColumns}, recorded_at, recorded_by, recorded_in)
    select gen_random_uuid(), f.*, ${ctx.now}, ${ctx.who.id}, ${act} from (${select}) f`)

/** Takes back what one act recorded for organizations: its periods go, the ones that it superseded return. */
export async function takeBackPeriods(db: Db, ids: readonly string[], act: string): Promise<void> {
  await db.run(sql`
    delete from organization_period where organization = any(${ids}::uuid[]) and recorded_in = ${act}`)
  await db.run(sql`
    update organization_period set superseded_at = null, superseded_in = null
    where organization = any(${ids}::uuid[]) and superseded_in = ${act}`)
}
