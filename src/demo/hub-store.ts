// The SQL of made-up ties between hubs and the organizations of their townships: in bulk, plausible, marked as demo.
import { addDays } from '../kernel/time.ts'
import type { Context } from '../platform/context.ts'
import { type Sql, sql } from '../platform/db.ts'

/** The same every time for the same names: 0–99. */
const chance = (salt: string): Sql => sql`(abs(hashtext(o.name || ${salt})) % 100)`

/** A fifth of the organizations of a township with a hub are served by it; some of these are only proposed so far. */
export async function addHubTies(ctx: Context, services: readonly string[]): Promise<void> {
  await ctx.db.run(sql`
    with first as materialized (
      select distinct on (h.township) h.township, h.id, h.registered_on from organization h
      where h.hub and h.demo and h.status <> 'ended' order by h.township, h.id)
    insert into hub_tie (id, hub, served, status, starts_on, proposed_at, due_on, demo)
    select gen_random_uuid(), h.id, o.id, k.status,
      case k.status when 'active' then greatest(o.founded_on, h.registered_on) + ${chance('day')} % 30 else ${ctx.today} end,
      case k.status when 'proposed' then ${ctx.now}::timestamptz end,
      case k.status when 'proposed' then ${addDays(ctx.today, 14)}::date end, true
    from organization o join first h on h.township = o.township
    cross join lateral (select case when ${chance('state')} < 4 then 'proposed' else 'active' end as status) k
    where o.demo and o.status = 'active' and not o.hub and ${chance('tie')} < 20
      and greatest(o.founded_on, h.registered_on) < ${addDays(ctx.today, -31)}`)
  await ctx.db.run(sql`
    insert into hub_service (id, hub_tie, service, starts_on)
    select gen_random_uuid(), t.id, s.service, t.starts_on
    from hub_tie t join organization o on o.id = t.served
    cross join lateral (select distinct (${services}::text[])[1 + ${chance('service')} * n % ${services.length}] as service
      from generate_series(1, 1 + ${chance('more')} % 3) n) s
    where t.demo`)
}
