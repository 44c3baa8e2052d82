// The SQL of silence: the last sign of each kind of life, and what people decided about its absence.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, join, raw, type Sql, sql } from '../../../platform/db.ts'
import type { DormancyJudgement, Sign, SignSeen } from '../dormancy.ts'

const dayIn = (column: string): Sql => sql`(${raw(column)} at time zone 'Asia/Shanghai')::date`

/** The day of the last sign of each kind for the organization `o`; null: none on record. */
const lastSigns: Readonly<Record<Sign, Sql>> = {
  register: dayIn('o.updated_at'),
  request: sql`greatest((select max(${dayIn('r.asked_at')}) from change_request r where r.organization = o.id),
    (select max(${dayIn('e.opened_at')}) from exit_case e where e.organization = o.id and e.kind = 'cancellation'))`,
  application: sql`(select max(a.submitted_on) from application a where a.organization = o.id)`,
  certificate: sql`(select max(c.issued_on) from certificate c where c.organization = o.id)`,
  party: sql`(select max(y.held_on) from party_arrangement g join party_activity y on y.branch = g.branch
    and y.held_on >= g.starts_on and (g.ends_on is null or y.held_on < g.ends_on) and y.withdrawn_because is null
    where g.organization = o.id)`,
  activity: sql`greatest((select max(${dayIn('v.starts_at')}) from activity v
      where v.organization = o.id and v.status in ('held', 'concluded')),
    (select max(${dayIn('v.starts_at')}) from activity_partner t join activity v on v.id = t.activity
      where t.organization = o.id and v.status in ('held', 'concluded')))`,
  project: sql`(select max(case j.status when 'finished' then coalesce(j.ends_on, j.starts_on) else j.starts_on end)
    from project j where j.organization = o.id and j.status in ('running', 'finished'))`,
  training: sql`(select max(n.attended_on) from training_attendance n
    where n.organization = o.id and n.removed_at is null)`,
  service: sql`(select max(s.served_on) from service_entry s where s.organization = o.id and s.status = 'confirmed')`,
  record: sql`(select max(d.starts_on) from dated_record d where d.organization = o.id and d.status = 'standing')`,
}

/** As the rule's schema has it. */
const fewestMonths = 3

const kinds = Object.keys(lastSigns) as Sign[]

/** The day of the last sign of any kind; at the latest the day from which the organization is known. */
export const lastSign = sql`greatest(${join(kinds.map((kind) => lastSigns[kind]))}, o.founded_on)`

/** Until when a person's judgement keeps an organization quiet. */
export const quietUntil = sql`(select max(d.quiet_until) from dormancy_judgement d where d.organization = o.id)`

export async function signsOf(db: Db, organization: string): Promise<SignSeen[]> {
  const pairs = kinds.map((kind) => sql`${raw(`'${kind}'`)}, ${lastSigns[kind]}`)
  const { seen } = await db.one<{ seen: Record<Sign, string | null> }>(
    sql`select json_build_object(${join(pairs)}) as seen from organization o where o.id = ${organization}`,
  )
  return kinds.map((sign) => ({ sign, lastOn: seen[sign] }))
}

/** Since when nothing was heard of one that should be active and is not kept quiet; null otherwise. */
export const silentSince = async (
  db: Db,
  organization: string,
  months: number,
  today: Day,
): Promise<Day | null> =>
  (
    await db.maybe<{ since: Day }>(sql`
      select ${lastSign} as since from organization o where o.id = ${organization} and ${silent(sql`${months}::int`, today)}`)
  )?.since ?? null

/**
 * The months of silence that the rules of the place name, for the organization `o`. The rule sets are asked only where one
 * of them says anything of it.
 */
export const monthsBy = (base: number): Sql =>
  sql`case when exists (select 1 from rule_set s where s.superseded_at is null and s.entries ? 'changes.dormantAfterMonths')
    then coalesce((rule_values('changes', o.province, o.city, o.county, o.township)
      ->> 'changes.dormantAfterMonths')::int, ${base}) else ${base} end`

/**
 * A condition on `o`: active, nothing heard for so many months, nobody said lately that it is active. Those that changed
 * within the fewest months that a rule may name are passed over first.
 */
export const silent = (months: Sql, today: Day): Sql =>
  sql`o.status = 'active' and o.updated_at < ${today}::date - make_interval(months => ${fewestMonths})
    and ${lastSign} <= ${today}::date - make_interval(months => ${months})
    and coalesce(${quietUntil} < ${today}::date, true)`

export const insertJudgement = (
  ctx: Context,
  id: string,
  organization: string,
  judgement: {
    result: 'dormant' | 'active'
    reason: string
    quietUntil: Day | null
    signs: readonly SignSeen[]
  },
): Promise<number> =>
  ctx.db.run(sql`
    insert into dormancy_judgement (id, organization, result, reason, quiet_until, signs, decided_by, decided_by_name, decided_at)
    values (${id}, ${organization}, ${judgement.result}, ${judgement.reason}, ${judgement.quietUntil},
      ${JSON.stringify(judgement.signs)}::jsonb, ${ctx.who.id}, ${ctx.who.name}, ${ctx.now})`)

export const readJudgements = (db: Db, organization: string): Promise<DormancyJudgement[]> =>
  db.rows(sql`
    select d.id, d.result, d.reason, d.quiet_until as "quietUntil", d.signs, d.decided_by_name as who, d.decided_at as at
    from dormancy_judgement d where d.organization = ${organization} order by d.decided_at desc, d.id desc`)
