// The SQL of filed organizations that have no certificate.
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import type { Waiting } from '../certificates-api.ts'

/** Filed, not ended, and without a certificate that was neither replaced nor cancelled; of the relation `alias`. */
export const isWaiting = sql`o.tier = 'filed' and o.status <> 'ended'
  and not exists (select 1 from certificate c where c.organization = o.id and c.status = 'valid')`

/** The day from which it waits; organizations without a day of filing come last. */
const filed = sql`coalesce(o.filed_on, 'infinity'::date)`

export const listWaiting = (
  ctx: Context,
  condition: Sql,
  after: readonly [unknown, string] | null,
  limit: number,
): Promise<(Waiting & { key: string })[]> =>
  ctx.db.rows(sql`
    select o.id, o.name, a.short_name as "areaName", o.filed_on as "filedOn", ${filed}::text as key,
      (select t.short_name from area t where t.code = o.township and t.code <> o.area) as "townshipName"
    from organization o join area a on a.code = o.area
    where ${isWaiting} and ${ctx.authority.scope('certificate.issue', 'o')} and ${condition}
      ${after ? sql`and (${filed}, o.id) > (${String(after[0])}::date, ${after[1]}::uuid)` : empty}
    order by ${filed}, o.id limit ${limit}`)

export async function countWaiting(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from organization o where ${isWaiting} and ${ctx.authority.scope('certificate.issue', 'o')} and ${condition}
      limit ${cap + 1}) f`)
  return counted
}
