// The SQL of social workers: reading them.
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Colleague, Worker, WorkerPage } from '../worker.ts'
import type { WorkerSums } from '../workers-api.ts'

const postView = sql`json_build_object('id', p.id, 'site', p.site, 'area', p.area::text,
  'areaName', concat_ws(' ', t.short_name, a.short_name),
  'organization', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end,
  'station', case when coalesce(s.name, p.station_words) is not null
    then json_build_object('id', s.id, 'name', coalesce(s.name, p.station_words)) end,
  'employment', p.employment, 'startsOn', p.starts_on, 'endsOn', p.ends_on)`

/** A post's place `a` with its township `t`, its organization `o` or its station `s`. */
const places = sql`join area a on a.code = p.area left join area t on t.code = a.township and t.code <> a.code
  left join organization o on o.id = p.organization left join support_platform s on s.id = p.station`

const certificateView = sql`json_build_object('id', c.id, 'grade', c.grade, 'number', c.number,
  'obtainedOn', c.obtained_on, 'validUntil', c.valid_until, 'renewFrom', c.renew_from)`

/** The highest first. */
const byGrade = sql`array_position(array['senior', 'qualified', 'assistant'], c.grade)`

/** A worker `w`, the post `p` held now or last at `a` in `o`, and the highest certificate `c` that holds today. */
const relation = (ctx: Context): Sql => sql`social_worker w
  join lateral (select * from worker_post l where l.social_worker = w.id order by l.starts_on desc limit 1) p on true
  ${places}
  left join lateral (select c.* from worker_certificate c
    where c.social_worker = w.id and c.obtained_on <= ${ctx.today} and coalesce(c.valid_until, 'infinity') >= ${ctx.today}::date
    order by ${byGrade} limit 1) c on true`

const view = (ctx: Context): Sql => sql`json_build_object('id', w.id, 'name', w.name, 'post', ${postView},
  'grade', coalesce(c.grade, 'none'), 'certificate', case when c.id is not null then ${certificateView} end,
  'demo', w.demo, 'may', ${ctx.authority.mayOn(['worker.keep', 'worker.setAccount'], 'w')})`

type Viewed<T> = { view: T }

export const workerSubject = (id: string): Subject => ({
  from: sql`social_worker w where w.id = ${id}`,
  alias: 'w',
  see: 'worker.see',
  called: '社会工作者',
})

export type Listing = {
  action: 'worker.see' | 'worker.export'
  condition: Sql
  /** Name and id of the last row seen. */
  after: readonly [string, string] | null
  limit: number
}

/** One page, by name. */
export async function listWorkers(ctx: Context, { action, condition, after, limit }: Listing) {
  const rows = await ctx.db.rows<Viewed<Worker>>(sql`
    select ${view(ctx)} as view from ${relation(ctx)}
    where ${ctx.authority.scope(action, 'w')} and ${condition}
      ${after ? sql`and (w.name, w.id) > (${after[0]}, ${after[1]}::uuid)` : empty}
    order by w.name, w.id limit ${limit}`)
  return rows.map((row) => row.view)
}

export async function countWorkers(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from ${relation(ctx)} where ${ctx.authority.scope('worker.see', 'w')} and ${condition} limit ${cap + 1}) f`)
  return counted
}

/** One whom the reader may see, with everything that was ever on record, the newest first. */
export const oneWorker = (ctx: Context, id: string): Promise<WorkerPage | null> =>
  whole(ctx, sql`w.id = ${id} and ${ctx.authority.scope('worker.see', 'w')}`)

/** The record to which the account of the person who asks is tied. */
export const ownWorker = (ctx: Context): Promise<WorkerPage | null> => whole(ctx, isOneself(ctx))

/** A condition on `w`. */
export const isOneself = (ctx: Context): Sql => ctx.authority.scope('worker.own', 'w')

async function whole(ctx: Context, condition: Sql): Promise<WorkerPage | null> {
  const row = await ctx.db.maybe<Viewed<Worker> & Omit<WorkerPage, keyof Worker>>(sql`
    select ${view(ctx)} as view, (select k.display_name from person k where k.id = w.keeper) as account,
      (select json_agg(${postView} order by p.starts_on desc) from worker_post p ${places} where p.social_worker = w.id) as posts,
      (select coalesce(json_agg(${certificateView} order by ${byGrade}), '[]') from worker_certificate c
       where c.social_worker = w.id) as certificates
    from ${relation(ctx)} where ${condition}`)
  return row && { ...row.view, account: row.account, posts: row.posts, certificates: row.certificates }
}

/** Those who work at an organization today; who may ask is decided on the organization. */
export const colleaguesAt = (ctx: Context, organization: string): Promise<Colleague[]> =>
  colleagues(ctx, sql`p.organization = ${organization}`)

/** Those who work at a station today; who may ask is decided on the station. */
export const colleaguesAtStation = (ctx: Context, station: string): Promise<Colleague[]> =>
  colleagues(ctx, sql`p.station = ${station}`)

const colleagues = (ctx: Context, place: Sql): Promise<Colleague[]> =>
  ctx.db.rows<Colleague>(sql`
    select w.id, w.name, coalesce(c.grade, 'none') as grade, p.employment, p.starts_on as since from ${relation(ctx)}
    where ${place} and ${worksOn(ctx)} order by w.name, w.id limit 500`)

/** Holds the post `p` today. */
export const worksOn = (ctx: Context): Sql => sql`coalesce(p.ends_on, 'infinity') > ${ctx.today}::date`

/** `inside` narrows `f`, a period of work, and `a`, an area. */
export const sumWorkers = (ctx: Context, inside: (alias: string) => Sql): Promise<WorkerSums> =>
  ctx.db.one<WorkerSums>(sql`
    with f as (
      select f.* from worker_period f
      where f.starts_on <= ${ctx.today} and coalesce(f.ends_on, 'infinity') > ${ctx.today}::date
        and ${ctx.authority.scope('worker.see', 'f')} and ${inside('f')})
    select count(*)::int as working,
      json_build_object('assistant', count(*) filter (where grade = 'assistant'),
        'qualified', count(*) filter (where grade = 'qualified'), 'senior', count(*) filter (where grade = 'senior'),
        'none', count(*) filter (where grade = 'none')) as grades,
      json_build_object('full', count(*) filter (where employment = 'full'),
        'part', count(*) filter (where employment = 'part')) as employments,
      count(distinct community) filter (where grade <> 'none')::int as "certifiedCommunities",
      (select count(*)::int from area a where a.level = 'community' and not a.virtual
        and ${ctx.authority.scope('worker.see', 'a')} and ${inside('a')}) as communities
    from f`)
