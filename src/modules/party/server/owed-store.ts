// The SQL of what branches owe: the first period without a meeting, kind by kind. As life-rules.ts has it.
import type { Context } from '../../../platform/context.ts'
import { type Db, join, raw, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import { periodMonths } from '../life-rules.ts'
import { activityKinds, everyWords } from '../party.ts'
import { ruleAt } from './rule-store.ts'

const frequencies: Sql = join(
  Object.entries(periodMonths).map(
    ([every, months]) =>
      sql`(${every}::text, ${months}::int, ${everyWords[every as keyof typeof periodMonths]}::text)`,
  ),
)

const kindWords = sql`${JSON.stringify(activityKinds)}::jsonb`

/** The first day of the period of so many months in which a day lies. */
export const periodStart = (day: Sql, months: Sql): Sql => sql`(date_trunc('year', ${day}::timestamp)
  + make_interval(months => (extract(month from ${day})::int - 1) / ${months} * ${months}))::date`

const afterLast = sql`case when l.last_held >= ${periodStart(sql`l.start`, sql`l.months`)}
  then (${periodStart(sql`l.last_held`, sql`l.months`)} + make_interval(months => l.months))::date
  else ${periodStart(sql`l.start`, sql`l.months`)} end`

/** Of the branch `alias`: kind, words, since (the first day of what comes next) and due (its last day). */
export function nextOf(alias: string): Sql {
  const b = raw(alias)
  return sql`(
  select n.kind, n.words, n.since, (n.since + make_interval(months => n.months))::date - 1 as due
  from (
    select l.kind, l.words, l.months, ${afterLast} as since
    from (
      select e.key as kind, f.words || (${kindWords} ->> e.key) as words, f.months,
        greatest(${b}.founded_on, ${b}.recorded_on) as start,
        (select max(x.held_on) from party_activity x where x.branch = ${b}.id and x.kind = e.key
          and x.withdrawn_because is null) as last_held
      from jsonb_each_text(${ruleAt('party.lifeEvery', alias)}) e
      join (values ${frequencies}) f (every, months, words) on f.every = e.value
      where e.key <> 'committeeMeeting' or ${b}.committee is not null) l) n)`
}

/**
 * Of many branches at once (`relation` selects whole rows of `party_branch`): id and due, the nearest day by which something
 * is to be held; null when nothing is asked. As `nextOf`, but the rules are asked once a township and the meetings are read
 * in one sweep.
 */
const duesOf = (relation: Sql): Sql => sql`(
  with b as materialized (${relation}),
    place as (select distinct ${lineage('b')} from b),
    expected as materialized (
      select p.*, e.key as kind, f.months from place p
      cross join lateral jsonb_each_text(${ruleAt('party.lifeEvery', 'p')}) e
      join (values ${frequencies}) f (every, months, words) on f.every = e.value),
    held as (
      select x.branch, x.kind, max(x.held_on) as last_held from party_activity x join b on b.id = x.branch
      where x.withdrawn_because is null group by x.branch, x.kind),
    l as (
      select b.id, e.months, greatest(b.founded_on, b.recorded_on) as start, h.last_held
      from b join expected e on (${known('b')}) = (${known('e')})
      left join held h on h.branch = b.id and h.kind = e.kind
      where e.kind <> 'committeeMeeting' or b.committee is not null),
    n as (select l.id, l.months, ${afterLast} as since from l)
  select b.id, min((n.since + make_interval(months => n.months))::date - 1) as due
  from b left join n on n.id = b.id group by b.id)`

/**
 * Writes down anew when the next meeting of each branch (a condition on `b`) is due: after all that it follows from, its
 * meetings, its committee, the rules of its place. It does not depend on the day, so that lists are read in its order from
 * an index.
 */
export const refreshDues = (db: Db, condition: Sql): Promise<number> =>
  db.run(sql`
    update party_branch t set due_on = coalesce(d.due, 'infinity')
    from ${duesOf(sql`select b.* from party_branch b where b.dissolved_on is null and ${condition}`)} d
    where d.id = t.id and t.due_on <> coalesce(d.due, 'infinity')`)

/** When the rules of an area changed; null: of the whole country. */
export const followRules = async (ctx: Context, area: string | null): Promise<void> => {
  await refreshDues(ctx.db, area === null ? sql`true` : await withinArea(ctx.db, area, 'b'))
}

const levels = ['province', 'city', 'county', 'township']
const lineage = (alias: string): Sql => raw(levels.map((level) => `${alias}.${level}`).join(', '))
/** Levels that an area lacks are 0, so that they compare equal. */
const known = (alias: string): Sql => raw(levels.map((level) => `coalesce(${alias}.${level}, 0)`).join(', '))
