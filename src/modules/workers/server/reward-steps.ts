// One step of a claim: taken by whoever is first, kept in its thread, recorded beside it.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { notFound } from '../../../platform/policy.ts'
import type { RewardStep } from '../reward.ts'
import { whyNotStep } from '../reward-rules.ts'
import { someMoved } from './reward-refusals.ts'
import {
  insertTurns,
  lockReward,
  type Move,
  moveReward,
  type RewardRow,
  type Turn,
} from './reward-writes-store.ts'

/** A claim, locked, on which the step can be taken now. */
export async function openFor(ctx: Context, id: string, step: RewardStep): Promise<RewardRow> {
  const reward = await locked(ctx, id)
  refuseIf(whyNotStep(step, reward))
  return reward
}

export async function locked(ctx: Context, id: string): Promise<RewardRow> {
  const reward = await lockReward(ctx.db, id)
  if (!reward) throw notFound('奖励申请')
  return reward
}

/** All of them or none. */
export async function take(
  ctx: Context,
  ids: readonly string[],
  step: RewardStep,
  move: Move,
): Promise<void> {
  const moved = await moveReward(ctx, ids, step, move)
  if (moved !== ids.length) throw someMoved(ids.length - moved)
}

type Told = { id: string; area: string }

export const tell = (ctx: Context, reward: Told, turn: Turn): Promise<void> => tellAll(ctx, [reward], turn)

export async function tellAll(
  ctx: Context,
  rewards: readonly Told[],
  turn: Turn & Pick<Partial<Move>, 'on'>,
): Promise<void> {
  await insertTurns(
    ctx,
    rewards.map(({ id }) => id),
    turn,
  )
  await recordAll(
    ctx,
    rewards.map(({ id, area }) => ({
      ...{ action: `reward.${turn.step}`, subjectKind: 'reward', subject: id, area },
      ...{ effectiveOn: turn.on ?? null, reason: turn.words ?? null, changes: turn.changes ?? [] },
    })),
  )
}
