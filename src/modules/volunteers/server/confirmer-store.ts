// The SQL of who else could confirm hours: those who stand nearest to them, whoever recorded them left out.
import type { Context } from '../../../platform/context.ts'
import { type Db, raw, type Sql, sql } from '../../../platform/db.ts'

/**
 * Whether hours of the organization `alias` (its `keeper` and `area`) have somebody besides a person to confirm them: the
 * leader whose account keeps it, or a worker of its community.
 */
export function anotherConfirms(alias: string, who: string | null, today: string): Sql {
  const o = raw(alias)
  return sql`(exists (
    select 1 from person p where p.id = ${o}.keeper and p.active and p.id is distinct from ${who}::uuid)
  or exists (
    select 1 from posting h join person p on p.id = h.person
    where h.area = ${o}.area and h.role = 'communityWorker' and h.starts_on <= ${today}::date
      and (h.ends_on is null or h.ends_on > ${today}::date) and p.active and p.id is distinct from ${who}::uuid))`
}

/** Whether the person who asks is the only one who could confirm the hours of a team. */
export const confirmsAlone = async ({ db, who, today }: Context, team: string): Promise<boolean> =>
  !(await anotherOf(db, team, anotherConfirms('o', who.id, today)))

const anotherOf = async (db: Db, team: string, another: Sql): Promise<boolean> =>
  (
    await db.one<{ another: boolean }>(sql`
      select ${another} as another from volunteer_team t join organization o on o.id = t.organization where t.id = ${team}`)
  ).another
