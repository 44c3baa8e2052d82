// The SQL of ties between hubs and the organizations that they serve.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { HubView, Partner, TieStatus } from '../hub.ts'
import type { Side } from '../hub-rules.ts'

/** A tie on which somebody acts: `side` is the organization whose people may. */
export const tieSubject = (id: string, side: 'hub' | 'served'): Subject => ({
  from: sql`hub_tie t join organization o on o.id = ${side === 'hub' ? sql`t.hub` : sql`t.served`} where t.id = ${id}`,
  alias: 'o',
  see: 'organization.see',
  called: '联系服务',
})

/** Both organizations, locked in order of id; null for one that does not exist. */
export async function lockSides(
  db: Db,
  { hub, served }: { hub: string; served: string },
): Promise<{ hub: Side | null; served: Side | null }> {
  const rows = await db.rows<Side>(sql`
    select id, name, hub, status from organization where id in (${hub}, ${served}) order by id for update`)
  const one = (id: string) => rows.find((row) => row.id === id) ?? null
  return { hub: one(hub), served: one(served) }
}

/** Both sides by id and name. */
export type Pair = { hub: string; hubName: string; served: string; servedName: string }

/** `area`: of the served organization. */
export type TieRow = Pair & { id: string; status: TieStatus; startsOn: Day; area: string }

const pairFields = sql`t.hub, h.name as "hubName", t.served, s.name as "servedName"`
const pairTables = sql`hub_tie t join organization h on h.id = t.hub join organization s on s.id = t.served`

export const lockTie = (db: Db, id: string): Promise<TieRow | null> =>
  db.maybe(sql`
    select t.id, t.status, t.starts_on as "startsOn", s.area::text as area, ${pairFields}
    from ${pairTables} where t.id = ${id} for update of t`)

export type NewTie = {
  id: string
  hub: string
  served: string
  status: 'proposed' | 'active'
  from: Day
  dueOn: Day | null
}

export const insertTie = (ctx: Context, { id, hub, served, status, from, dueOn }: NewTie): Promise<number> =>
  ctx.db.run(sql`
    insert into hub_tie (id, hub, served, status, starts_on, proposed_by, proposed_at, due_on)
    values (${id}, ${hub}, ${served}, ${status}, ${from}, ${status === 'proposed' ? ctx.who.id : null},
      ${status === 'proposed' ? ctx.now : null}, ${dueOn})`)

/** The one statement that changes a status; it names the status that it leaves. A tie that would
 *  end before it began ends on its first day. Returns how many ties moved. */
export const moveTies = (
  db: Db,
  ids: readonly string[],
  { from, to }: { from: TieStatus; to: TieStatus },
  endsOn: Day | null = null,
): Promise<number> =>
  db.run(sql`
    update hub_tie set status = ${to}, ends_on = case when ${endsOn}::date is not null then greatest(starts_on, ${endsOn}::date) end
    where id = any(${ids}::uuid[]) and status = ${from}`)

/** Whether the pair is tied at some time from a day on. */
export const tiedSince = async (db: Db, hub: string, served: string, from: Day): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from hub_tie where hub = ${hub} and served = ${served} and status in ('active', 'ended')
      and daterange(starts_on, ends_on) && daterange(${from}, null)`)) !== null

/** From a day on the services are these: what holds on that day goes on or ends, what would begin later is forgotten. */
export async function setServices(
  ctx: Context,
  tie: string,
  services: readonly string[],
  from: Day,
): Promise<void> {
  await ctx.db.run(sql`delete from hub_service where hub_tie = ${tie} and starts_on >= ${from}`)
  await ctx.db.run(sql`
    update hub_service set ends_on = case when service <> all(${services}::text[]) then ${from}::date end
    where hub_tie = ${tie} and (ends_on is null or ends_on > ${from})`)
  await ctx.db.run(sql`
    insert into hub_service (id, hub_tie, service, starts_on)
    select gen_random_uuid(), ${tie}, n.service, ${from} from unnest(${services}::text[]) as n(service)
    where not exists (select 1 from hub_service s
      where s.hub_tie = ${tie} and s.service = n.service and s.ends_on is null)`)
}

/** Services end with their ties. */
export const endServices = (db: Db, ties: readonly string[], on: Day): Promise<number> =>
  db.run(sql`
    update hub_service set ends_on = greatest(starts_on, ${on}::date)
    where hub_tie = any(${ties}::uuid[]) and (ends_on is null or ends_on > ${on})`)

/** Ties of an organization that go on or wait, as hub or as the one served; locked. */
export const openTies = (
  db: Db,
  organization: string,
  as: 'hub' | 'either',
): Promise<(Pair & { id: string; status: 'active' | 'proposed' })[]> =>
  db.rows(sql`
    select t.id, t.status, ${pairFields} from ${pairTables}
    where (t.hub = ${organization} or (${as === 'either'} and t.served = ${organization}))
      and t.status in ('active', 'proposed') order by t.id for update of t`)

/** Organizations of a hub's township (of its county where it stands above) that bear a name and have not ended. */
export const namedNear = (db: Db, hub: string, name: string): Promise<{ id: string }[]> =>
  db.rows(sql`
    select s.id from organization h join organization s on s.bare = ${name} and s.status <> 'ended' and s.id <> h.id
      and (s.township = h.township or (h.township is null and s.county = h.county))
    where h.id = ${hub} limit 2`)

/** Hubs that stand in the township of an organization, or above it in its county. */
export const choicesFor = (db: Db, served: string): Promise<Partner[]> =>
  db.rows(sql`
    select h.id, h.name, a.short_name as "areaName", false as ended
    from organization s join organization h on h.hub and h.status <> 'ended' and h.id <> s.id
      and (h.township = s.township or (h.township is null and h.county = s.county))
    join area a on a.code = h.area where s.id = ${served}
    order by h.community is not null, h.name limit 100`)

export const areaOf = async (db: Db, organization: string): Promise<string | null> =>
  (
    await db.maybe<{ area: string }>(
      sql`select area::text as area from organization where id = ${organization}`,
    )
  )?.area ?? null

type Seen = Omit<HubView, 'offered'>

/** Everything that hubs have to do with an organization. */
export async function hubView(ctx: Context, id: string): Promise<Seen> {
  const row = await ctx.db.one<Seen>(sql`
    select o.hub as "isHub", ${ctx.authority.mayOn(['hub.mark', 'hub.tie', 'hub.propose'], 'o')} as may,
      (select count(*)::int from hub_tie t join organization s on s.id = t.served
        where t.hub = o.id and t.status = 'active' and s.status <> 'ended') as "servesCount",
      ${ties(ctx, sql`t.hub = o.id and (${ctx.authority.scope('organization.see', 's')} or ${ctx.authority.scope('hub.propose', 'h')})`, 's')} as serves,
      ${ties(ctx, sql`t.served = o.id`, 'h')} as "servedBy"
    from organization o where o.id = ${id}`)
  return row
}

/** As JSON; `partner` is the alias of the other side: `h` the hub, `s` the one served. */
const ties = (ctx: Context, where: Sql, partner: 'h' | 's'): Sql => {
  const other = partner === 'h' ? sql`h` : sql`s`
  return sql`(select coalesce(json_agg(f.view order by f.rank, f.starts_on desc, f.name), '[]') from (
    select ${oneTie(ctx, other)} as view, t.starts_on, ${other}.name,
      array_position(array['proposed', 'active', 'ended'], t.status) as rank
    from hub_tie t join organization h on h.id = t.hub join organization s on s.id = t.served
    join area a on a.code = ${other}.area left join person p on p.id = t.proposed_by
    where ${where} and t.status in ('proposed', 'active', 'ended')
    order by rank, t.starts_on desc limit 300) f)`
}

const oneTie = (ctx: Context, other: Sql): Sql => sql`json_build_object('id', t.id, 'status', t.status,
  'partner', json_build_object('id', ${other}.id, 'name', ${other}.name, 'areaName', a.short_name,
    'ended', ${other}.status = 'ended'),
  'services', (select coalesce(json_agg(distinct v.service), '[]') from hub_service v where v.hub_tie = t.id
    and (t.status = 'ended' or v.ends_on is null or v.ends_on > ${ctx.today})),
  'startsOn', t.starts_on, 'endsOn', t.ends_on, 'proposedBy', p.display_name, 'dueOn', t.due_on,
  'may', ${ctx.authority.mayOn(['hub.tie'], 's')} || ${ctx.authority.mayOn(['hub.propose'], 'h')})`
