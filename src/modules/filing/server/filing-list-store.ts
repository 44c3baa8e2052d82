// The SQL of the list of applications: one page, and how many there are.
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import { type ApplicationRow, placeFields } from './filing-store.ts'

/** Rows of a list, with what a line shows. */
export type ListedRow = Pick<
  ApplicationRow,
  | 'id'
  | 'kind'
  | 'tier'
  | 'name'
  | 'area'
  | 'status'
  | 'desk'
  | 'onBehalf'
  | 'submittedOn'
  | 'decidedOn'
  | 'demo'
  | 'dueOn'
> & {
  areaName: string
  townshipName: string | null
  warnWithin: number | null
}

const listFields = sql`json_build_object('id', a.id, 'kind', a.kind, 'tier', a.tier, 'name', a.name, 'area', a.area::text,
  ${placeFields}, 'status', a.status, 'desk', a.desk, 'onBehalf', a.on_behalf, 'submittedOn', a.submitted_on,
  'decidedOn', a.decided_on, 'demo', a.demo, 'dueOn', a.due_on, 'warnWithin', (a.terms->>'warnWithin')::int)`

export type Listing = {
  condition: Sql
  sort: 'due' | 'recent'
  /** Sort value and id of the last row seen. */
  after: readonly [string, string] | null
  limit: number
}

/** One page: those due first, or the newest first. Their ids grow with time. */
export async function listApplications(
  { db, authority }: Context,
  { condition, sort, after, limit }: Listing,
): Promise<{ row: ListedRow; key: string }[]> {
  const key = sort === 'due' ? sql`coalesce(a.due_on, 'infinity'::date)` : sql`a.created_at`
  const from =
    sort === 'due' ? sql`(${key}, a.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)` : newer(after)
  const order = sort === 'due' ? sql`2, a.id` : sql`a.created_at desc, a.id desc`
  return db.rows(sql`
    select ${listFields} as row, ${key}::text as key from application a join area h on h.code = a.area
    where ${authority.scope('filing.see', 'a')} and ${condition} and ${after ? from : sql`true`}
    order by ${order} limit ${limit}`)
}

const newer = (after: Listing['after']): Sql =>
  sql`(a.created_at, a.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`

export async function countApplications(
  { db, authority }: Context,
  condition: Sql,
  cap: number,
): Promise<number> {
  const { counted } = await db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (select 1 from application a
      where ${authority.scope('filing.see', 'a')} and ${condition} limit ${cap + 1}) found`)
  return counted
}
