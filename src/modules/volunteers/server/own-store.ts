// The SQL of what belongs to the person whose account asks.
import { firstDayOf, yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'
import type { Mine } from '../service-api.ts'

export const ownSums = (ctx: Context): Promise<Pick<Mine, 'minutes' | 'thisYear'>> =>
  ctx.db.one(sql`
    select coalesce(sum(e.minutes), 0)::int as minutes,
      coalesce(sum(e.minutes) filter (where e.served_on >= ${firstDayOf(yearOf(ctx.today))}), 0)::int as "thisYear"
    from service_entry e join volunteer v on v.id = e.volunteer
    where v.keeper = ${ctx.who.id} and e.status = 'confirmed'`)

export const ownTeams = (ctx: Context): Promise<Mine['teams']> =>
  ctx.db.rows(sql`
    select m.id as member, t.name as "teamName", o.name as "organizationName"
    from team_member m join volunteer v on v.id = m.volunteer join volunteer_team t on t.id = m.volunteer_team
    join organization o on o.id = t.organization
    where v.keeper = ${ctx.who.id} and (m.ends_on is null or m.ends_on > ${ctx.today}) order by m.starts_on, m.id`)

/** The team of a membership of the person who asks; null for somebody else's. */
export const teamOfOwn = async (ctx: Context, member: string): Promise<string | null> =>
  (
    await ctx.db.maybe<{ team: string }>(sql`
      select m.volunteer_team as team from team_member m join volunteer v on v.id = m.volunteer
      where m.id = ${member} and v.keeper = ${ctx.who.id}`)
  )?.team ?? null
