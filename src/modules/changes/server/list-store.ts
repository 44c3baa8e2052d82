// The SQL of the list of requests and exits, open or decided.
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import { areaWithoutKeeper, withinArea } from '../../areas/server/index.ts'
import type { ChangeLine } from '../standing.ts'
import { areaName } from './desk-store.ts'

type Listing = {
  area: string | undefined
  state: 'open' | 'closed'
  after: readonly [string, string] | null
  limit: number
}

/** A line and where the page after it starts. */
export type ListedLine = ChangeLine & { key: string }

/** One page: what waits longest first, what was decided last first. */
export async function listChanges(ctx: Context, listing: Listing): Promise<ListedLine[]> {
  const { state, after, limit } = listing
  const open = state === 'open'
  const order = open ? sql`l.at, l.id` : sql`l.at desc, l.id desc`
  const beyond = after
    ? sql`where (l.at, l.id) ${open ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : empty
  return ctx.db.rows<ListedLine>(sql`
    select l.id, l.what, l.kind, l.status, json_build_object('id', l.organization, 'name', l.name) as organization,
      ${areaName('l.at_area')} as "areaName", ${areaName('l.desk')} as "deskName", l.since, l.mine, l.at::text as key
    from (${await requestLines(ctx, listing)} union all ${await exitLines(ctx, listing)}) l ${beyond}
    order by ${order} limit ${limit}`)
}

const openRequest = sql`r.status in ('submitted', 'returned') and o.status <> 'ended'`
const openExit = sql`e.status in ('requested', 'liquidating', 'noticed') and o.status <> 'ended'`

async function requestLines(ctx: Context, { area, state }: Listing): Promise<Sql> {
  const inside = area
    ? sql`(${await withinArea(ctx.db, area, 'o')} or ${await withinArea(ctx.db, area, 't')})`
    : sql`true`
  return sql`
    select r.id, 'request' as what, r.kind, r.status, o.id as organization, o.name, o.area as at_area, r.area as desk,
      (r.asked_at at time zone 'Asia/Shanghai')::date as since, coalesce(r.decided_at, r.asked_at) as at,
      (${ctx.authority.scope('change.decide', 'r')}) is true and r.status = 'submitted' as mine
    from change_request r join organization o on o.id = r.organization
    left join ${areaWithoutKeeper} t on t.code = r.to_area
    where (${openRequest}) = ${state === 'open'} and (${ctx.authority.scope('change.see', 'o')}
      or ${ctx.authority.scope('change.see', 't')}) and ${inside}`
}

async function exitLines(ctx: Context, { area, state }: Listing): Promise<Sql> {
  const inside = area ? await withinArea(ctx.db, area, 'o') : sql`true`
  return sql`
    select e.id, 'exit' as what, e.kind, e.status, o.id as organization, o.name, o.area as at_area, e.area as desk,
      (e.opened_at at time zone 'Asia/Shanghai')::date as since, coalesce(e.decided_at, e.opened_at) as at,
      case when e.kind = 'removal' then (${ctx.authority.scope('exit.remove', 'o')}) is true
        else (${ctx.authority.scope('exit.decide', 'e')}) is true and e.status = 'requested' end as mine
    from exit_case e join organization o on o.id = e.organization
    where (${openExit}) = ${state === 'open'} and ${ctx.authority.scope('change.see', 'o')} and ${inside}`
}
