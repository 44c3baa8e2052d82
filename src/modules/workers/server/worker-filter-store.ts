// From the filters of the lists of workers and rewards to conditions in SQL.
import type { Context } from '../../../platform/context.ts'
import { join, type Sql, sql } from '../../../platform/db.ts'
import { levelOf, within, withinArea } from '../../areas/server/index.ts'
import type { RewardFilter } from '../rewards-api.ts'
import type { WorkerFilter } from '../workers-api.ts'
import { worksOn } from './worker-store.ts'

/** Conditions on `w`, `p` and `c`; what the reader may see is added by the store. */
export async function workerCondition(ctx: Context, filter: WorkerFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`true`]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'w'))
  if (filter.q)
    conditions.push(sql`(w.name like ${like(filter.q)} or exists (
    select 1 from worker_certificate n where n.social_worker = w.id and n.number like ${like(folded(filter.q))}))`)
  if (filter.grade?.length) conditions.push(sql`coalesce(c.grade, 'none') = any(${filter.grade}::text[])`)
  if (filter.employment?.length) conditions.push(sql`p.employment = any(${filter.employment}::text[])`)
  if (filter.state !== 'all')
    conditions.push(filter.state === 'working' ? worksOn(ctx) : sql`not ${worksOn(ctx)}`)
  if (filter.expiring)
    conditions.push(sql`exists (select 1 from worker_certificate e
      where e.social_worker = w.id and e.renew_from <= ${ctx.today})`)
  return join(conditions, ' and ')
}

/** Conditions on `r`. */
export async function rewardCondition(ctx: Context, filter: RewardFilter): Promise<Sql> {
  const conditions: Sql[] = [sql`true`]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'r'))
  if (filter.q)
    conditions.push(sql`(r.name like ${like(filter.q)} or r.number like ${like(folded(filter.q))})`)
  if (filter.worker) conditions.push(sql`r.social_worker = ${filter.worker}`)
  if (filter.status?.length) conditions.push(sql`r.status = any(${filter.status}::text[])`)
  if (filter.grade?.length) conditions.push(sql`r.grade = any(${filter.grade}::text[])`)
  return join(conditions, ' and ')
}

/** The same area for several relations. */
export async function insideOf(
  ctx: Context,
  { area }: { area?: string | undefined },
): Promise<(alias: string) => Sql> {
  if (!area) return () => sql`true`
  const level = await levelOf(ctx.db, area)
  return (alias) => (level ? within(area, level, alias) : sql`false`)
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** As certificate numbers are kept. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
