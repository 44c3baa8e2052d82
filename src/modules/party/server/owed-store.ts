// The SQL of what branches owe: the first period without a meeting, kind by kind. As life-rules.ts has it.
import type { Day } from '../../../kernel/time.ts'
import { join, raw, type Sql, sql } from '../../../platform/db.ts'
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

/** The earliest day by which a branch is to hold something that it has not held; null when nothing is missing. */
export const dueOf = (alias: string, today: Day): Sql =>
  sql`(select min(n.due) from ${nextOf(alias)} n where n.since <= ${today}::date)`
