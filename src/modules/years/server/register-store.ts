// The SQL of the register's part in an organization's year: its facts on two days, and what happened to it between them.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, join, type Sql, sql } from '../../../platform/db.ts'

export type Standing = Readonly<Record<string, string | number | boolean | null>>
export type Known = {
  id: string
  name: string
  areaName: string
  demo: boolean
  /** The first day on which it was on the register; null: never. */
  since: Day | null
  /** Of the actions asked about those that the reader may do on it. */
  may: string[]
}

/** Null for one that the reader may not see. */
export const knownOrganization = (
  ctx: Context,
  id: string,
  actions: readonly string[],
): Promise<Known | null> =>
  ctx.db.maybe<Known>(sql`
    select o.id, o.name, concat_ws(' ', t.short_name, a.short_name) as "areaName", o.demo,
      (select min(p.starts_on) from organization_period p where p.organization = o.id and p.superseded_at is null) as since,
      ${ctx.authority.mayOn(actions, 'o')} as may
    from organization o join area a on a.code = o.area left join area t on t.code = o.township and t.code <> a.code
    where o.id = ${id} and ${ctx.authority.scope('year.see', 'o')}`)

/** What the register said on a day; null when the organization was not on it. */
export async function standingOn(db: Db, id: string, on: Day): Promise<Standing | null> {
  const row = await db.maybe<{ view: Standing }>(sql`
    select json_build_object('area', concat_ws(' ', t.short_name, a.short_name), 'category', p.category, 'tier', p.tier,
      'status', p.status, 'hub', p.hub, 'charter', p.charter, 'members', p.members, 'leaderInParty', p.leader_in_party,
      'partyMembers', p.party_members, 'partyPresence', p.party_presence, 'residentsServed', p.residents_served) as view
    from organization_period p join area a on a.code = p.area left join area t on t.code = p.township and t.code <> a.code
    where p.organization = ${id} and p.superseded_at is null and p.starts_on <= ${on}
      and (p.ends_on is null or p.ends_on > ${on})`)
  return row?.view ?? null
}

export type EventRow = { id: string; day: Day; action: string; reason: string | null }

/** What was done to the register's facts, as it took effect; the newest first. */
export const eventsBetween = (db: Db, id: string, from: Day, to: Day): Promise<EventRow[]> =>
  db.rows(sql`
    select e.id, ${effect} as day, e.action, e.reason from event e
    where e.subject_kind = 'organization' and e.subject = ${id} and ${effect} between ${from} and ${to}
      and (${join(registerActions, ' or ')}) and e.action not in ('organization.seePhone', 'organization.setKeeper')
    order by ${effect} desc, e.at desc`)

const effect: Sql = sql`coalesce(e.effective_on, (e.at at time zone 'Asia/Shanghai')::date)`
const registerActions = ['organization', 'tier', 'exit', 'admonition', 'dormancy'].map(
  (of) => sql`e.action like ${`${of}.%`}`,
)
