// The SQL of rewards: reading them.
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Reward, RewardThread } from '../reward.ts'
import { isOneself } from './worker-store.ts'

const relation = sql`exam_reward r join area a on a.code = r.area
  left join area t on t.code = r.township and t.code <> r.area left join organization o on o.id = r.organization
  left join social_worker w on w.id = r.social_worker
  left join stored_file f on f.id = r.proof
  left join person p on p.id = r.applied_by left join person d on d.id = r.decided_by`

const nobody = '演示'

const actions = ['reward.apply', 'reward.seeProof', 'reward.decide', 'reward.pay', 'reward.correct']

const corrections = sql`(select coalesce(json_agg(json_build_object('on', n.corrected_on, 'difference', n.difference,
    'reason', n.reason, 'by', coalesce(e.display_name, ${nobody}::text)) order by n.recorded_at), '[]')
  from reward_correction n left join person e on e.id = n.recorded_by where n.exam_reward = r.id)`

const view = (
  ctx: Context,
): Sql => sql`json_build_object('id', r.id, 'name', r.name, 'identity', r.identity_masked,
  'grade', r.grade, 'number', r.number, 'obtainedOn', r.obtained_on, 'area', r.area::text,
  'areaName', concat_ws(' ', t.short_name, a.short_name),
  'organization', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end,
  'worker', r.social_worker, 'onBehalf', r.on_behalf, 'amount', r.amount, 'status', r.status, 'appliedOn', r.applied_on,
  'appliedBy', coalesce(p.display_name, ${nobody}::text), 'dueOn', r.due_on, 'decidedOn', r.decided_on,
  'decidedBy', case when r.decided_on is not null then coalesce(d.display_name, ${nobody}::text) end,
  'reason', r.reason, 'payBy', r.pay_by, 'paidOn', r.paid_on,
  'proof', case when f.id is not null then ${fileView('f')} end, 'corrections', ${corrections}, 'demo', r.demo,
  'may', ${ctx.authority.mayOn(actions, 'r')})`

export const rewardSubject = (id: string): Subject => ({
  from: sql`exam_reward r where r.id = ${id}`,
  alias: 'r',
  see: 'reward.see',
  called: '奖励申请',
})

/** Those that the reader may see as an officer. */
const seen = (ctx: Context): Sql => ctx.authority.scope('reward.see', 'r')

export const oneReward = (ctx: Context, id: string): Promise<Reward | null> =>
  ctx.db
    .maybe<{ view: Reward }>(
      sql`select ${view(ctx)} as view from ${relation} where r.id = ${id} and ${seen(ctx)}`,
    )
    .then((row) => row?.view ?? null)

/** Every step so far, the first one first. */
const thread = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'step', n.step,
    'on', (n.at at time zone 'Asia/Shanghai')::date, 'by', n.person_name, 'words', n.words,
    'proof', case when m.id is not null then ${fileView('m')} end, 'changes', n.changes) order by n.at, n.id), '[]')
  from reward_step n left join stored_file m on m.id = n.proof where n.exam_reward = r.id)`

/** Beside the certificates that are on record of the worker. */
const match = sql`case when w.id is not null then coalesce((
    select case when n.number = r.number then 'same' else 'other' end from worker_certificate n
    where n.social_worker = w.id and n.grade = r.grade), 'none') end`

const whole = async (ctx: Context, condition: Sql): Promise<RewardThread[]> => {
  const rows = await ctx.db.rows<{ view: Reward } & Pick<RewardThread, 'thread' | 'match'>>(sql`
    select ${view(ctx)} as view, ${thread} as thread, ${match} as match from ${relation}
    where ${condition} order by r.applied_on desc, r.id desc limit 200`)
  return rows.map(({ view, ...more }) => ({ ...view, ...more }))
}

export const rewardWithThread = async (ctx: Context, id: string): Promise<RewardThread | null> =>
  (await whole(ctx, sql`r.id = ${id} and ${seen(ctx)}`))[0] ?? null

/** Those that are tied to the record of the person who asks. */
export const ownRewards = (ctx: Context): Promise<RewardThread[]> => whole(ctx, isOneself(ctx))

export type Listing = { condition: Sql; after: readonly [string, string] | null; limit: number }

/** One page, the newest first. */
export async function listRewards(ctx: Context, { condition, after, limit }: Listing): Promise<Reward[]> {
  const rows = await ctx.db.rows<{ view: Reward }>(sql`
    select ${view(ctx)} as view from ${relation}
    where ${seen(ctx)} and ${condition}
      ${after ? sql`and (r.applied_on, r.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by r.applied_on desc, r.id desc limit ${limit}`)
  return rows.map((row) => row.view)
}

export async function countRewards(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from exam_reward r where ${seen(ctx)} and ${condition} limit ${cap + 1}) f`)
  return counted
}

/** Approved ones on which the person may note the payment, in the order of places and names. */
export async function payable(ctx: Context, condition: Sql): Promise<Reward[]> {
  const rows = await ctx.db.rows<{ view: Reward }>(sql`
    select ${view(ctx)} as view from ${relation}
    where r.status = 'approved' and ${ctx.authority.scope('reward.pay', 'r')} and ${condition}
    order by r.area, r.name, r.id limit 10000`)
  return rows.map((row) => row.view)
}

/** The scan that was sent with a step, or (null) the one sent last. */
export const proofOf = async (db: Db, id: string, step: string | null): Promise<string | null> =>
  (
    await db.maybe<{ proof: string | null }>(sql`
      select case when ${step}::uuid is null then r.proof else n.proof end as proof
      from exam_reward r left join reward_step n on n.exam_reward = r.id and n.id = ${step}::uuid where r.id = ${id}`)
  )?.proof ?? null

/** Whether a claim is tied to the record of the person who asks. */
export const isOwn = async (ctx: Context, id: string): Promise<boolean> =>
  (await ctx.db.maybe(sql`
    select 1 from exam_reward r join social_worker w on w.id = r.social_worker where r.id = ${id} and ${isOneself(ctx)}`)) !==
  null
