// The handlers of rewards for certificates.
import type { Handlers, Services } from '../../../platform/http.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { rewardsApi } from '../rewards-api.ts'
import { claimOwn, handInOwnProof, lookAtOwnProof, mine, resendOwn, withdrawOwn } from './own-commands.ts'
import { paymentList } from './payment-list.ts'
import { termsOf } from './reward-claims.ts'
import {
  applyForReward,
  correctReward,
  decideReward,
  handInProof,
  lookAtProof,
  payRewards,
  resendReward,
  seeReward,
  withdrawReward,
} from './reward-commands.ts'
import { countRewards, listRewards } from './reward-store.ts'
import { rewardCondition } from './worker-filter-store.ts'
import { ownTrainings } from './worker-trainings.ts'

/** A list stops counting here. */
const countCap = 10_000

export const rewardHandlers = ({ database }: Services): Handlers<typeof rewardsApi> => ({
  rewards: async (ctx, { query }) => {
    const items = await listRewards(ctx, {
      condition: await rewardCondition(ctx, query),
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    const keys = items.map(({ id, appliedOn }) => ({ id, key: appliedOn }))
    return { items, next: pageToken(keys, query.limit) }
  },
  rewardCount: async (ctx, { query }) => {
    const counted = await countRewards(ctx, await rewardCondition(ctx, query), countCap)
    return { value: Math.min(counted, countCap), capped: counted > countCap }
  },
  rewardTerms: async (ctx, { query }) => {
    await authorize(ctx, 'reward.see', areaSubject(query.area))
    return termsOf(ctx.db, query.area)
  },
  handInProof: (ctx, { query, upload }) => handInProof(ctx, query.area, upload),
  apply: (ctx, { body }) => applyForReward(ctx, body),
  paymentList: (ctx, { query }) => paymentList(ctx, database, query),
  pay: (ctx, { body }) => payRewards(ctx, body.ids, body.on),
  reward: (ctx, { params }) => seeReward(ctx, params.id),
  proof: (ctx, { params, query }) => lookAtProof({ ...ctx, db: database }, params.id, query.step),
  decide: (ctx, { params, body }) => decideReward(ctx, params.id, body),
  resend: (ctx, { params, body }) => resendReward(ctx, params.id, body),
  withdraw: (ctx, { params, body }) => withdrawReward(ctx, params.id, body.reason),
  mine: (ctx) => mine(ctx),
  ownTrainings: (ctx, { query }) => ownTrainings(ctx, query),
  handInOwnProof: (ctx, { upload }) => handInOwnProof(ctx, upload),
  claim: (ctx, { body }) => claimOwn(ctx, body),
  resendOwn: (ctx, { params, body }) => resendOwn(ctx, params.id, body),
  withdrawOwn: (ctx, { params, body }) => withdrawOwn(ctx, params.id, body.reason),
  ownProof: (ctx, { params, query }) => lookAtOwnProof({ ...ctx, db: database }, params.id, query.step),
  correct: (ctx, { params, body }) => correctReward(ctx, params.id, body),
})
