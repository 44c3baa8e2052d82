// The SQL of taking over the party members that an application named, once its organization is in the register.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'

export type Handover = { organization: string; application: string }

/**
 * Members of the roster who are in the party, full or probationary, from the day on; an organization that has a list
 * already keeps its own. The day on which a membership became full is not asked of a roster: it counts from this day.
 * @returns the organizations that got a list
 */
export async function takeMembers(ctx: Context, handovers: readonly Handover[], on: Day): Promise<string[]> {
  const rows = await ctx.db.rows<{ organization: string }>(sql`
    insert into party_member (id, organization, name, full_since, relation, leader, key_member, starts_on)
    select gen_random_uuid(), h.organization, m.name || coalesce('（' || m.mark || '）', ''),
      case when m.party = 'full' then ${on}::date end, 'unknown', m.leader, m.key_member, ${on}
    from json_to_recordset(${JSON.stringify(handovers)}::json) as h(organization uuid, application uuid)
    join application_member m on m.application = h.application
    where m.party in ('full', 'probationary')
      and not exists (select 1 from party_member p where p.organization = h.organization)
    on conflict do nothing
    returning organization`)
  return [...new Set(rows.map(({ organization }) => organization))]
}

/** A roster that says of everybody whether they are in the party is a complete list; its number is the register's. */
export const takeRosters = (ctx: Context, handovers: readonly Handover[], on: Day): Promise<number> =>
  ctx.db.run(sql`
    insert into party_roster (organization, kept_from, recorded_at, recorded_by)
    select h.organization, ${on}, ${ctx.now}, ${ctx.who.id}
    from json_to_recordset(${JSON.stringify(handovers)}::json) as h(organization uuid, application uuid)
    where exists (select 1 from application_member m where m.application = h.application)
      and not exists (select 1 from application_member m where m.application = h.application and m.party is null)
      and not exists (select 1 from party_member p where p.organization = h.organization and p.starts_on < ${on})
    on conflict (organization) do nothing`)
