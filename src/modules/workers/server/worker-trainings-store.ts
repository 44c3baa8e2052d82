// The SQL of the trainings at which a social worker was: found in their lists by name, post and day, nothing written twice.
import type { Context } from '../../../platform/context.ts'
import { empty, type Sql, sql } from '../../../platform/db.ts'
import { briefFields, trainingVisible } from '../../training/server/index.ts'
import type { WorkerTraining, WorkerTrainings } from '../worker.ts'

/**
 * A worker of the name on the list held a post on the day of the attendance `n`: at the organization for which
 * somebody came; where it was for none, anywhere in the area of the training.
 */
const fits = (worker: Sql): Sql => sql`exists (
  select 1 from worker_period f where f.social_worker = ${worker}
    and f.starts_on <= n.attended_on and coalesce(f.ends_on, 'infinity') > n.attended_on
    and case when n.organization is null then n.area in (f.community, f.township, f.county, f.city, f.province)
      else n.organization = f.organization end)`

/** Whoever else bears the name may have been the one who came: it is given to neither. */
const isShared = sql`exists (
  select 1 from social_worker s where s.bare = n.bare and s.id <> w.id and ${fits(sql`s.id`)})`

/** A condition on `w`. */
export const isWorker = (id: string): Sql => sql`w.id = ${id}`

/** Each training at which the worker `w`, by the condition `who`, may have been, on which day: null where only namesakes' attendances speak for it. */
const attended = (who: Sql): Sql => sql`
  select n.training, max(n.attended_on) filter (where not ${isShared}) as day
  from social_worker w join training_attendance n on n.bare = w.bare and n.removed_at is null
  where ${who} and ${fits(sql`w.id`)} group by n.training`

/** By year, the newest first; and how many were given to nobody. */
export const trainingSums = (
  ctx: Context,
  who: Sql,
): Promise<Pick<WorkerTrainings, 'years' | 'unassigned'>> =>
  ctx.db.one(sql`
    with m as materialized (${attended(who)})
    select (select count(*)::int from m where m.day is null) as unassigned,
      (select coalesce(json_agg(y order by y.year desc), '[]') from (
        select extract(year from m.day)::int as year, count(*) as trainings from m where m.day is not null group by 1) y) as years`)

export type TrainingRow = { view: WorkerTraining; key: string; id: string }
type Paging = { after: readonly [day: string, id: string] | null; limit: number }

/** The newest first; the id in the view is only for those who may open the training. */
export const listAttended = (ctx: Context, who: Sql, { after, limit }: Paging): Promise<TrainingRow[]> =>
  ctx.db.rows(sql`
    select m.day as key, t.id, json_build_object(${briefFields}, 'attendedOn', m.day,
      'id', case when ${trainingVisible(ctx)} then t.id end) as view
    from (${attended(who)}) m join training t on t.id = m.training
    where m.day is not null ${after ? sql`and (m.day, t.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by m.day desc, t.id desc limit ${limit}`)
