// The SQL that writes rewards: each claimed once, each step taken by one.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import type { FieldChange } from '../../../platform/events.ts'
import {
  type RewardDraft,
  type RewardStatus,
  type RewardStep,
  rewardSteps,
  standingStatuses,
} from '../reward.ts'
import type { CertifiedGrade } from '../worker.ts'

/** An identity number as it is kept: known again by the hash, shown masked. */
export type KeptIdentity = { identityHash: string; identityMasked: string }

export type NewReward = Omit<RewardDraft, 'identity'> &
  KeptIdentity & { id: string; onBehalf: boolean; amount: number; dueOn: Day }

export const insertReward = (ctx: Context, given: NewReward): Promise<number> =>
  ctx.db.run(sql`
    insert into exam_reward (id, name, identity_hash, identity_masked, grade, number, obtained_on, area, province, city,
      county, township, community, organization, social_worker, on_behalf, amount, proof, status, applied_on, applied_by,
      since_on, due_on)
    select ${given.id}, ${given.name}, ${given.identityHash}, ${given.identityMasked}, ${given.grade}, ${given.number},
      ${given.obtainedOn}, a.code, a.province, a.city, a.county, a.township, a.community, ${given.organization},
      ${given.worker}, ${given.onBehalf}, ${given.amount}, ${given.proof}, 'submitted', ${ctx.today}, ${ctx.who.id},
      ${ctx.today}, ${given.dueOn}
    from area a where a.code = ${given.area}`)

/** A claim as rules must know it, locked. */
export type RewardRow = KeptIdentity & {
  id: string
  name: string
  grade: CertifiedGrade
  number: string
  obtainedOn: Day
  area: string
  amount: number
  proof: string | null
  status: RewardStatus
  appliedOn: Day
  paidOn: Day | null
  corrections: { difference: number }[]
}

export async function lockReward(db: Db, id: string): Promise<RewardRow | null> {
  await db.maybe(sql`select 1 from exam_reward where id = ${id} for update`)
  return db.maybe(sql`
    select r.id, r.name, r.identity_hash as "identityHash", r.identity_masked as "identityMasked", r.grade, r.number,
      r.obtained_on as "obtainedOn", r.area::text as area, r.amount, r.proof, r.status, r.applied_on as "appliedOn",
      r.paid_on as "paidOn", (select coalesce(json_agg(json_build_object('difference', n.difference)), '[]')
        from reward_correction n where n.exam_reward = r.id) as corrections
    from exam_reward r where r.id = ${id}`)
}

export type Move = { on: Day; reason?: string | null; dueOn?: Day | null; payBy?: Day | null }

/** Takes one step; how many rows took it: 0 when somebody was quicker. `dueOn`: of what it waits for then. */
export const moveReward = (
  ctx: Context,
  ids: readonly string[],
  step: RewardStep,
  { on, reason = null, dueOn = null, payBy = null }: Move,
): Promise<number> => {
  const { from, to } = rewardSteps[step]
  const decides = step === 'approve' || step === 'refuse'
  return ctx.db.run(sql`
    update exam_reward set status = ${to}, reason = coalesce(${reason}, reason), pay_by = coalesce(${payBy}::date, pay_by),
      since_on = ${on}, due_on = coalesce(${dueOn}::date, due_on),
      paid_on = ${to === 'paid' ? on : null}::date,
      decided_on = case when ${decides} then ${on}::date else decided_on end,
      decided_by = case when ${decides} then ${ctx.who.id}::uuid else decided_by end
    where id = any(${ids}::uuid[]) and status = any(${[...from]}::text[])`)
}

/** What a mending writes; the status is none of its business. */
export type Mended = Pick<
  RewardRow,
  'id' | 'name' | 'identityHash' | 'identityMasked' | 'grade' | 'number' | 'obtainedOn' | 'amount' | 'proof'
>

export const mendReward = (db: Db, given: Mended): Promise<number> =>
  db.run(sql`
    update exam_reward set name = ${given.name}, identity_hash = ${given.identityHash},
      identity_masked = ${given.identityMasked}, grade = ${given.grade}, number = ${given.number},
      obtained_on = ${given.obtainedOn}, amount = ${given.amount}, proof = ${given.proof}
    where id = ${given.id}`)

export type Turn = {
  step: RewardStep | 'apply'
  words?: string | null
  proof?: string | null
  changes?: FieldChange[]
}

/** The same step of some claims, in their threads. */
export async function insertTurns(ctx: Context, rewards: readonly string[], turn: Turn): Promise<void> {
  const rows = rewards.map((reward) => ({ id: ctx.newId(), reward }))
  await ctx.db.run(sql`
    insert into reward_step (id, exam_reward, at, person, person_name, step, words, proof, changes)
    select n.id, n.reward, ${ctx.now}, ${ctx.who.id}, ${ctx.who.name}, ${turn.step}, ${turn.words ?? null},
      ${turn.proof ?? null}, ${JSON.stringify(turn.changes ?? [])}::jsonb
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, reward uuid)`)
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

type Claimed = Pick<RewardRow, 'id' | 'identityHash' | 'grade' | 'number'>

/** The day on which this grade was claimed for this identity, or this certificate for anybody, by another claim that stands. */
export const claimedOn = async (
  db: Db,
  { id, identityHash, grade, number }: Claimed,
): Promise<{ appliedOn: Day; same: boolean } | null> =>
  db.maybe(sql`
    select applied_on as "appliedOn", identity_hash = ${identityHash} as same from exam_reward
    where id <> ${id} and grade = ${grade} and (identity_hash = ${identityHash} or number = ${number})
      and status = any(${[...standingStatuses]}::text[]) order by same desc limit 1`)

/** A file that this person, or nobody in particular, handed in and that no claim refers to; locked. */
export const isOwnLooseFile = async (ctx: Context, file: string): Promise<boolean> =>
  (await ctx.db.maybe(sql`
    select 1 from stored_file f where f.id = ${file} and coalesce(f.kept_by = ${ctx.who.id}, true)
      and not exists (select 1 from exam_reward r where r.proof = f.id)
      and not exists (select 1 from reward_step n where n.proof = f.id) for update`)) !== null

/** The claim that this person made for a certificate with a scan; one who sends it twice at once waits for the first. */
export async function madeWith(
  ctx: Context,
  { proof, grade, number }: Pick<RewardDraft, 'proof' | 'grade' | 'number'>,
): Promise<string | null> {
  await ctx.db.maybe(sql`select 1 from stored_file where id = ${proof} for update`)
  const made = await ctx.db.maybe<{ id: string }>(sql`
    select r.id from reward_step n join exam_reward r on r.id = n.exam_reward
    where n.proof = ${proof} and n.step = 'apply' and n.person = ${ctx.who.id} and r.grade = ${grade} and r.number = ${number}`)
  return made?.id ?? null
}
