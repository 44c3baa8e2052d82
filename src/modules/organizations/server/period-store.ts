// The SQL of what was so on which day: organization periods.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, join, raw, type Sql, sql } from '../../../platform/db.ts'

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

/** Opens the first period of new organizations, as they stand in `organization`. */
export const openFirstPeriods = (ctx: Context, ids: readonly string[]): Promise<number> =>
  insertPeriods(
    ctx,
    sql`
    select o.id, coalesce(${existedFrom}, ${ctx.today}::date), null::date, ${factsOf('o')}
    from organization o where o.id = any(${ids}::uuid[]) and o.status <> 'ended'`,
  )

/** Opens a period for an organization that comes back, after its last one. */
export const reopenPeriod = (ctx: Context, id: string, from: Day): Promise<number> =>
  insertPeriods(
    ctx,
    sql`
    select o.id, greatest(${from}::date, (select max(p.ends_on) from organization_period p
        where p.organization = o.id and p.superseded_at is null)), null::date, ${factsOf('o')}
    from organization o where o.id = ${id}`,
  )

/** What changed of one organization: columns of `organization_period`. */
export type PeriodChange = { id: string; columns: string[] }

/**
 * Writes changed columns into every period in force from a day on (`null`: from the very start, a correction). A period
 * that spans the day is split; what was before stays as it was. Superseded periods are kept. An organization that has
 * ended keeps only what lies before the day.
 */
export async function rewritePeriods(
  ctx: Context,
  changes: readonly PeriodChange[],
  from: Day | null,
): Promise<void> {
  const day = sql`${from ?? '-infinity'}::date`
  await supersede(ctx, changes, day)
  await insertPeriods(
    ctx,
    sql`
    select c.organization, c.starts_on, ${day}, ${factsOf('c')} from ${justSuperseded(ctx, changes)} c where c.starts_on < ${day}
    union all
    select c.organization, greatest(c.starts_on, ${day}), c.ends_on, ${join(facts.map(changedOr))}
    from ${justSuperseded(ctx, changes)} c join organization o on o.id = c.organization
    where o.status <> 'ended'`,
  )
}

const changedOr = (fact: string): Sql =>
  raw(`case when '${fact}' = any(c.columns) then o.${fact} else c.${fact} end`)

/** Moves the start of the first period to the day from which the organization is now known to have existed. */
export async function moveStart(ctx: Context, id: string): Promise<void> {
  const changes = [{ id, columns: [] }]
  const first = sql`(select min(starts_on) from organization_period where organization = ${id} and superseded_at is null)`
  const { starts } = await ctx.db.one<{ starts: Day | null }>(sql`select ${first} as starts`)
  if (!starts) return
  await ctx.db.run(sql`
    update organization_period set superseded_at = ${ctx.now}
    where organization = ${id} and superseded_at is null and starts_on = ${starts}`)
  await insertPeriods(
    ctx,
    sql`
    select c.organization, least(coalesce(${existedFrom}, c.starts_on), coalesce(c.ends_on - 1, 'infinity')), c.ends_on, ${factsOf('c')}
    from ${justSuperseded(ctx, changes)} c join organization o on o.id = c.organization
    where c.starts_on = ${starts} and not exists (select 1 from organization_period p
      where p.organization = c.organization and p.superseded_at is null and p.starts_on < c.ends_on)`,
  )
}

const supersede = (ctx: Context, changes: readonly PeriodChange[], day: Sql): Promise<number> =>
  ctx.db.run(sql`
    update organization_period p set superseded_at = ${ctx.now}
    where p.organization = any(${changes.map((change) => change.id)}::uuid[]) and p.superseded_at is null
      and (p.ends_on is null or p.ends_on > ${day})`)

/** The periods that this act superseded, each with the columns that change. */
const justSuperseded = (ctx: Context, changes: readonly PeriodChange[]): Sql => sql`(
  select p.*, r.columns from organization_period p
  join json_to_recordset(${JSON.stringify(changes)}::json) as r(id uuid, columns text[]) on r.id = p.organization
  where p.superseded_at = ${ctx.now})`

/** `select` gives organization, starts_on, ends_on and the facts. */
const insertPeriods = (ctx: Context, select: Sql): Promise<number> =>
  ctx.db.run(sql`
    insert into organization_period (id, organization, starts_on, ends_on, ${factColumns}, recorded_at, recorded_by)
    select gen_random_uuid(), f.*, ${ctx.now}, ${ctx.who.id} from (${select}) f`)

/** Takes back what was recorded for organizations at one moment: those periods go, the ones they superseded return. */
export async function takeBackPeriods(db: Db, ids: readonly string[], recordedAt: string): Promise<void> {
  await db.run(sql`
    delete from organization_period
    where organization = any(${ids}::uuid[]) and superseded_at is null and recorded_at = ${recordedAt}`)
  await db.run(sql`
    update organization_period set superseded_at = null
    where organization = any(${ids}::uuid[]) and superseded_at = ${recordedAt}`)
}
