// The SQL of the made-up changes: whom they happen to.
import type { Day } from '../kernel/time.ts'
import { type Db, sql } from '../platform/db.ts'

export type DemoOrganization = {
  id: string
  name: string
  area: string
  members: number
  partyMembers: number | null
}

/**
 * Groups of a community in use that are half a year old, the youngest first, that nobody keeps and nobody has asked
 * anything for, of one way of management.
 */
export const groupsOf = (
  db: Db,
  { community, tier, today }: { community: string; tier: 'filed' | 'guided'; today: Day },
): Promise<DemoOrganization[]> =>
  db.rows(sql`
    select o.id, o.name, o.area::text as area, o.members, o.party_members as "partyMembers" from organization o
    where o.community = ${community} and o.tier = ${tier} and o.status = 'active' and not o.hub and o.keeper is null
      and o.members >= 4 and o.founded_on < ${today}::date - interval '6 months'
      and not exists (select 1 from application a where a.organization = o.id)
    order by o.founded_on desc, o.name`)

/** Filed organizations that somebody keeps first, then guided ones. */
export const keptBy = (db: Db, person: string | null): Promise<{ id: string }[]> =>
  db.rows(sql`
    select o.id from organization o where o.keeper = ${person} and o.status = 'active' and o.tier <> 'registered'
    order by o.tier, o.name`)

/** Other communities of a township with the most groups first. */
export const communitiesBeside = async (db: Db, township: string, except: string): Promise<string[]> =>
  (
    await db.rows<{ code: string }>(sql`
      select o.community::text as code from organization o
      where o.township = ${township} and o.community is not null and o.community <> ${except} and o.status = 'active'
      group by o.community order by count(*) desc, o.community limit 4`)
  ).map(({ code }) => code)

/** From one in four of the older guided groups nothing was heard for more than a year. */
export const letSomeBeSilent = (db: Db, today: Day): Promise<number> =>
  db.run(sql`
    update organization set created_at = ${today}::date - interval '15 months', updated_at = ${today}::date - interval '15 months'
    where tier = 'guided' and status = 'active' and keeper is null and founded_on < ${today}::date - interval '20 months'
      and abs(hashtext(name)) % 4 = 0`)
