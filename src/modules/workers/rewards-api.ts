// The endpoints of rewards for certificates (持证奖励).
import { z } from 'zod'
import { type EndpointTable, get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import {
  OwnClaim,
  OwnMending,
  Reward,
  RewardDraft,
  RewardMending,
  type RewardStatus,
  RewardThread,
  rewardStatuses,
} from './reward.ts'
import { CertifiedGradeField, WorkerPage, WorkerTrainings } from './worker.ts'

export const RewardFilter = z.object({
  area: AreaCodeField.optional(),
  /** Part of a name or a certificate's number. */
  q: z.string().trim().max(60).optional(),
  status: oneOrMore(z.enum(Object.keys(rewardStatuses) as [RewardStatus])),
  grade: oneOrMore(CertifiedGradeField),
  /** Of one social worker. */
  worker: IdField.optional(),
})
export type RewardFilter = z.output<typeof RewardFilter>

const byId = z.object({ id: IdField })
const reason = words(200)
/** The scan that was sent with a step of the thread; absent: the one sent last. */
const scanOf = z.object({ step: IdField.optional() })

const RewardTermsView = z.object({ amounts: z.record(CertifiedGradeField, z.int()), claimUntil: z.int() })

/** What a person sees with the account that is tied to the own record; nothing where none is. */
export const OwnRecord = z.object({
  worker: WorkerPage.nullable(),
  terms: RewardTermsView.nullable(),
  rewards: z.array(RewardThread),
})
export type OwnRecord = z.infer<typeof OwnRecord>

const ownApi = {
  mine: get('/my-certificates', {
    summary: 'The own certificates, places of work and claims of the person who asks',
    needs: 'worker.own',
    returns: OwnRecord,
  }),
  ownTrainings: get('/my-certificates/trainings', {
    summary: 'Trainings at which the person who asks was, the newest first; nothing where no record is tied',
    needs: 'worker.own',
    query: z.object(pageQuery),
    returns: WorkerTrainings,
  }),
  handInOwnProof: post('/my-certificates/proofs', {
    summary: 'Hand in the scan of the own certificate, before the claim that names it',
    needs: 'worker.own',
    upload: true,
    returns: FileView,
  }),
  claim: post('/my-certificates/claims', {
    summary: 'Claim a reward for oneself; the same claim sent twice is one',
    needs: 'worker.own',
    body: OwnClaim,
    returns: OwnRecord,
  }),
  resendOwn: post('/my-certificates/claims/:id/resending', {
    summary: 'Send the own claim again after it was returned for mending',
    needs: 'worker.own',
    params: byId,
    body: OwnMending,
    returns: OwnRecord,
  }),
  withdrawOwn: post('/my-certificates/claims/:id/withdrawal', {
    summary: 'Withdraw the own claim that has not been decided',
    needs: 'worker.own',
    params: byId,
    body: z.object({ reason }),
    returns: OwnRecord,
  }),
  ownProof: get('/my-certificates/claims/:id/proof', {
    summary: 'The scan that went with the own claim',
    needs: 'worker.own',
    params: byId,
    query: scanOf,
    file: 'application/octet-stream',
  }),
} as const satisfies EndpointTable

/** As many as one payment list has. */
export const mostPaid = 500

export const rewardsApi = {
  rewards: get('/rewards', {
    summary: 'Applications for rewards, the newest first',
    needs: 'reward.see',
    query: RewardFilter.extend(pageQuery),
    returns: pageOf(Reward),
  }),
  rewardCount: get('/rewards/count', {
    summary: 'How many applications a filter matches, and what they come to; stops counting at 10,000',
    needs: 'reward.see',
    query: RewardFilter,
    returns: CappedCount,
  }),
  rewardTerms: get('/rewards/terms', {
    summary: 'What a place gives for which certificate, and until when one may apply',
    needs: 'reward.see',
    query: z.object({ area: AreaCodeField }),
    returns: RewardTermsView,
  }),
  handInProof: post('/rewards/proofs', {
    summary: 'Hand in the scan of a certificate, before the application that names it',
    needs: 'reward.apply',
    query: z.object({ area: AreaCodeField }),
    upload: true,
    returns: FileView,
  }),
  apply: post('/rewards', {
    summary: 'Apply for a reward; refused when the person has claimed this grade before, anywhere',
    needs: 'reward.apply',
    body: RewardDraft,
    returns: Reward,
  }),
  paymentList: get('/rewards/payment-list', {
    summary: 'Approved rewards that are to be paid, as a workbook with totals for the finance office',
    needs: 'reward.pay',
    query: z.object({ area: AreaCodeField.optional() }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  pay: post('/rewards/payments', {
    summary: 'Note the day on which rewards were paid: all of them or none',
    needs: 'reward.pay',
    body: z.object({ ids: z.array(IdField).min(1).max(mostPaid), on: DayField }),
    returns: z.object({ paid: z.int(), amount: z.int() }),
  }),
  reward: get('/rewards/:id', {
    summary: 'One application with its thread',
    needs: 'reward.see',
    params: byId,
    returns: RewardThread,
  }),
  proof: get('/rewards/:id/proof', {
    summary: 'The scan of the certificate; the look is recorded',
    needs: 'reward.seeProof',
    params: byId,
    query: scanOf,
    file: 'application/octet-stream',
  }),
  decide: post('/rewards/:id/decision', {
    summary: 'Approve, refuse or return an application for mending; the latter two need words',
    needs: 'reward.decide',
    params: byId,
    body: z.discriminatedUnion('decision', [
      z.object({ decision: z.literal('approve') }),
      z.object({ decision: z.literal('refuse'), reason }),
      z.object({ decision: z.literal('return'), reason }),
    ]),
    returns: Reward,
  }),
  resend: post('/rewards/:id/resending', {
    summary: 'Send an application again after it was returned for mending, in the person’s stead',
    needs: 'reward.apply',
    params: byId,
    body: RewardMending,
    returns: Reward,
  }),
  withdraw: post('/rewards/:id/withdrawal', {
    summary: 'Withdraw an application that has not been decided',
    needs: 'reward.apply',
    params: byId,
    body: z.object({ reason }),
    returns: Reward,
  }),
  ...ownApi,
  correct: post('/rewards/:id/corrections', {
    summary: 'Put on record what was wrong with a payment; the payment stays as it was',
    needs: 'reward.correct',
    params: byId,
    body: z.object({ difference: z.int().min(-10_000_000).max(10_000_000), on: DayField, reason }),
    returns: Reward,
  }),
} as const satisfies EndpointTable
