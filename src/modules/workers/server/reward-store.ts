// The SQL of rewards: reading them, and the few statements that write.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import type { Subject } from '../../../platform/policy.ts'
import { type Reward, type RewardDraft, type RewardStep, rewardSteps } from '../reward.ts'

const relation = sql`exam_reward r join area a on a.code = r.area
  left join area t on t.code = r.township and t.code <> r.area left join organization o on o.id = r.organization
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
  'amount', r.amount, 'status', r.status, 'appliedOn', r.applied_on,
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

export async function oneReward(ctx: Context, id: string): Promise<Reward | null> {
  const row = await ctx.db.maybe<{ view: Reward }>(sql`
    select ${view(ctx)} as view from ${relation} where r.id = ${id} and ${ctx.authority.scope('reward.see', 'r')}`)
  return row?.view ?? null
}

export type Listing = { condition: Sql; after: readonly [string, string] | null; limit: number }

/** One page, the newest first. */
export async function listRewards(ctx: Context, { condition, after, limit }: Listing): Promise<Reward[]> {
  const rows = await ctx.db.rows<{ view: Reward }>(sql`
    select ${view(ctx)} as view from ${relation}
    where ${ctx.authority.scope('reward.see', 'r')} and ${condition}
      ${after ? sql`and (r.applied_on, r.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by r.applied_on desc, r.id desc limit ${limit}`)
  return rows.map((row) => row.view)
}

export async function countRewards(ctx: Context, condition: Sql, cap: number): Promise<number> {
  const { counted } = await ctx.db.one<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select 1 from exam_reward r where ${ctx.authority.scope('reward.see', 'r')} and ${condition} limit ${cap + 1}) f`)
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

export type NewReward = Omit<RewardDraft, 'identity'> & {
  id: string
  identityHash: string
  identityMasked: string
  amount: number
  dueOn: Day
}

export const insertReward = (ctx: Context, given: NewReward): Promise<number> =>
  ctx.db.run(sql`
    insert into exam_reward (id, name, identity_hash, identity_masked, grade, number, obtained_on, area, province, city,
      county, township, community, organization, amount, proof, status, applied_on, applied_by, due_on)
    select ${given.id}, ${given.name}, ${given.identityHash}, ${given.identityMasked}, ${given.grade}, ${given.number},
      ${given.obtainedOn}, a.code, a.province, a.city, a.county, a.township, a.community, ${given.organization},
      ${given.amount}, ${given.proof}, 'submitted', ${ctx.today}, ${ctx.who.id}, ${given.dueOn}
    from area a where a.code = ${given.area}`)

export const lockReward = (ctx: Context, id: string): Promise<Reward | null> =>
  ctx.db
    .maybe(sql`select 1 from exam_reward where id = ${id} for update`)
    .then((found) => (found ? oneReward(ctx, id) : null))

/** Takes one step; how many rows took it: 0 when somebody was quicker. */
export const moveReward = (
  ctx: Context,
  ids: readonly string[],
  step: RewardStep,
  { on, reason = null, payBy = null }: { on: Day; reason?: string | null; payBy?: Day | null },
): Promise<number> => {
  const { from, to } = rewardSteps[step]
  const decides = step === 'approve' || step === 'refuse'
  return ctx.db.run(sql`
    update exam_reward set status = ${to}, reason = coalesce(${reason}, reason), pay_by = coalesce(${payBy}::date, pay_by),
      paid_on = ${to === 'paid' ? on : null}::date,
      decided_on = case when ${decides} then ${on}::date else decided_on end,
      decided_by = case when ${decides} then ${ctx.who.id}::uuid else decided_by end
    where id = any(${ids}::uuid[]) and status = any(${[...from]}::text[])`)
}

export const insertCorrection = (
  ctx: Context,
  reward: string,
  given: { difference: number; on: Day; reason: string },
): Promise<number> =>
  ctx.db.run(sql`
    insert into reward_correction (id, exam_reward, corrected_on, difference, reason, recorded_by, recorded_at)
    values (${ctx.newId()}, ${reward}, ${given.on}, ${given.difference}, ${given.reason}, ${ctx.who.id}, ${ctx.now})`)

/** Of some ids, those approved that the person may pay, locked, with what they come to. */
export const lockPayable = (ctx: Context, ids: readonly string[]) =>
  ctx.db.rows<{ id: string; area: string; amount: number; decidedOn: Day }>(sql`
    select r.id, r.area::text as area, r.amount, r.decided_on as "decidedOn" from exam_reward r
    where r.id = any(${ids}::uuid[]) and r.status = 'approved' and ${ctx.authority.scope('reward.pay', 'r')}
    order by r.id for update`)

export const identitySalt = async (db: Db): Promise<string> =>
  (await db.one<{ salt: string }>(sql`select salt from identity_salt`)).salt

/** The day on which this grade was claimed for this identity, or this certificate for anybody. */
export const claimedOn = async (
  db: Db,
  { identityHash, grade, number }: Pick<NewReward, 'identityHash' | 'grade' | 'number'>,
): Promise<{ appliedOn: Day; same: boolean } | null> =>
  db.maybe(sql`
    select applied_on as "appliedOn", identity_hash = ${identityHash} as same from exam_reward
    where grade = ${grade} and (identity_hash = ${identityHash} or number = ${number})
      and status in ('submitted', 'approved', 'paid') order by same desc limit 1`)

/** A file that this person, or nobody in particular, handed in and that no reward refers to yet. */
export const isOwnLooseFile = async (ctx: Context, file: string): Promise<boolean> =>
  (await ctx.db.maybe(sql`
    select 1 from stored_file f where f.id = ${file} and coalesce(f.kept_by = ${ctx.who.id}, true)
      and not exists (select 1 from exam_reward r where r.proof = f.id)`)) !== null

export const proofOf = async (db: Db, id: string): Promise<string | null> =>
  (await db.maybe<{ proof: string | null }>(sql`select proof from exam_reward where id = ${id}`))?.proof ??
  null
