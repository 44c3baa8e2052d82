// The SQL of who lacks the year's training, and of trainings on an organization's page.
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Lacking, TrainingsOf } from '../training.ts'
import { organizationRef } from './training-store.ts'

/**
 * Nobody of `o` has had a training for key members in the year. (TC 优化人才培养: 负责人及其他骨干人员 at least once a year)
 */
export const lacks = (year: number): Sql => sql`not exists (
  select 1 from training_attendance n where n.organization = o.id and n.removed_at is null and n.audience = 'keyMembers'
    and n.attended_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31))`

/** Active organizations that lack it, in the reader's reach. A condition on `o`. */
async function lackingIn(
  ctx: Context,
  { area, year }: { area?: string | undefined; year: number },
): Promise<Sql> {
  const inside = area ? await withinArea(ctx.db, area, 'o') : sql`true`
  return sql`o.status = 'active' and ${ctx.authority.scope('training.lacking', 'o')} and ${inside} and ${lacks(year)}`
}

type Asking = { area?: string | undefined; year: number }
export type LackingRow = Lacking & { key: string }

/** By their names as they are spoken, so that one index orders them. */
export async function listLacking(
  ctx: Context,
  asking: Asking,
  after: readonly [string, string] | null,
  limit: number,
): Promise<LackingRow[]> {
  const rows = await ctx.db.rows<{ view: Lacking; key: string }>(sql`
    select jsonb_build_object('lastOn', (select max(n.attended_on) from training_attendance n
        where n.organization = o.id and n.removed_at is null),
      'asked', ${askedIn(asking.year)}, 'hasKeeper', o.keeper is not null) || ${organizationRef}::jsonb as view, o.pinyin as key
    from organization o where ${await lackingIn(ctx, asking)}
      ${after ? sql`and (o.pinyin, o.id) > (${after[0]}, ${after[1]}::uuid)` : empty}
    order by o.pinyin, o.id limit ${limit}`)
  return rows.map(({ view, key }) => ({ ...view, key }))
}

const askedIn = (year: number): Sql => sql`(
  select json_build_object('id', t.id, 'title', t.title, 'status', e.status)
  from training_enrolment e join training t on t.id = e.training
  where e.organization = o.id and e.status <> 'recalled' and t.status = 'announced' and t.audience = 'keyMembers'
    and t.held_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
  order by t.held_on limit 1)`

export async function countLacking(ctx: Context, asking: Asking, cap: number): Promise<number> {
  const row = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from organization o where ${await lackingIn(ctx, asking)} limit ${cap + 1}) found`)
  return row.counted
}

/** The newest trainings of an organization, and its years. */
export const trainingsOf = (ctx: Context, organization: string, year: number): Promise<TrainingsOf> =>
  ctx.db.one<TrainingsOf>(sql`
    select o.status = 'active' and ${lacks(year)} as lacking,
      (select coalesce(json_agg(y order by y.year desc), '[]') from (
        select extract(year from n.attended_on)::int as year, count(*) as people,
          count(*) filter (where n.leader) as leaders
        from training_attendance n where n.organization = o.id and n.removed_at is null group by 1) y) as years,
      (select coalesce(json_agg(i.view order by i.held_on desc, i.id), '[]') from (
        select t.id, t.held_on, ${item(ctx)} as view from training t
        left join training_enrolment e on e.training = t.id and e.organization = o.id
        cross join lateral (
          select count(*) as people, count(*) filter (where n.leader) as leaders, json_agg(n.name order by n.name) as names
          from training_attendance n where n.training = t.id and n.organization = o.id and n.removed_at is null) n
        where t.id in (select e.training from training_enrolment e where e.organization = o.id
            union select n.training from training_attendance n where n.organization = o.id and n.removed_at is null)
          and (n.people > 0 or (e.status in ('invited', 'enrolled', 'recalled') and t.status <> 'cancelled'))
        order by t.held_on desc, t.id limit 100) i) as items
    from organization o where o.id = ${organization}`)

/** Names are told to the organizer's officers and to the organization's own keeper. */
const item = (
  ctx: Context,
): Sql => sql`json_build_object('training', t.id, 'title', t.title, 'heldOn', t.held_on,
  'status', t.status, 'people', n.people, 'leaders', n.leaders, 'enrolment', e.status,
  'reason', case when e.status = 'recalled' then e.reason end,
  'names', case when (select ${ctx.authority.scope('training.names', 'k')} from (
      select t.province, t.city, t.county, t.township, t.community, o.keeper) k) then coalesce(n.names, '[]') end,
  'may', (select ${ctx.authority.mayOn(['training.names'], 'k')} from (
      select t.province, t.city, t.county, t.township, t.community, o.keeper) k))`
