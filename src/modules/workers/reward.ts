// What a reward for a certificate is, and the steps it takes.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { CertificateNumber, CertifiedGradeField } from './worker.ts'

export const rewardStatuses = {
  submitted: '待审定',
  returned: '待补正',
  approved: '待发放',
  paid: '已发放',
  refused: '不予奖励',
  withdrawn: '已撤回',
} as const
export type RewardStatus = keyof typeof rewardStatuses

/** submitted ⇄ returned; submitted → approved → paid; refused instead, until it is paid; withdrawn until it is decided. */
export const rewardSteps = {
  return: { from: ['submitted'], to: 'returned' },
  resend: { from: ['returned'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  refuse: { from: ['submitted', 'returned', 'approved'], to: 'refused' },
  withdraw: { from: ['submitted', 'returned'], to: 'withdrawn' },
  pay: { from: ['approved'], to: 'paid' },
} as const satisfies Record<string, { from: readonly RewardStatus[]; to: RewardStatus }>
export type RewardStep = keyof typeof rewardSteps

/** Beside one of these nobody claims the grade, or with the certificate, again. */
export const standingStatuses: readonly RewardStatus[] = ['submitted', 'returned', 'approved', 'paid']

/** As the thread names them. */
export const rewardStepWords = {
  apply: '提交申请',
  return: '退回补正',
  resend: '补正后再报',
  approve: '同意奖励',
  refuse: '不予奖励',
  withdraw: '撤回申请',
  pay: '登记已发放',
} as const satisfies Record<RewardStep | 'apply', string>

const Identity = z.string().trim().min(1, '请填写身份证号').max(40)

const certified = { grade: CertifiedGradeField, number: CertificateNumber, obtainedOn: DayField }

/** What a person claims with the own account: name and place are on record. */
export const OwnClaim = z.object({
  identity: Identity,
  ...certified,
  /** The file handed in before. */
  proof: IdField,
})
export type OwnClaim = z.output<typeof OwnClaim>

export const RewardDraft = OwnClaim.extend({
  name: words(40),
  area: AreaCodeField,
  organization: IdField.nullable().default(null),
  /** Whose record it is about; nobody is found by the name. */
  worker: IdField.nullable().default(null),
})
export type RewardDraft = z.output<typeof RewardDraft>

/** How a claim that was returned is sent again. The number and the scan stay as they were where none is given. */
export const OwnMending = z.object({
  ...certified,
  identity: Identity.nullable().default(null),
  proof: IdField.nullable().default(null),
  words: words(200).nullable().default(null),
})
export type OwnMending = z.output<typeof OwnMending>

export const RewardMending = OwnMending.extend({ name: words(40) })
export type RewardMending = z.output<typeof RewardMending>

/** One step of the thread. */
const RewardTurn = z.object({
  id: IdField,
  step: z.enum(Object.keys(rewardStepWords) as [keyof typeof rewardStepWords]),
  on: z.string(),
  by: z.string(),
  words: z.string().nullable(),
  proof: FileView.nullable(),
  /** What was mended, as it was and as it is. */
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
})
export type RewardTurn = z.infer<typeof RewardTurn>

export const Reward = z.object({
  id: IdField,
  name: z.string(),
  /** First six and last four. */
  identity: z.string(),
  grade: CertifiedGradeField,
  number: z.string(),
  obtainedOn: z.string(),
  area: AreaCodeField,
  areaName: z.string(),
  organization: z.object({ id: IdField, name: z.string() }).nullable(),
  /** Of the record that it is tied to. */
  worker: IdField.nullable(),
  /** Claimed by the community or the township in the person's stead. */
  onBehalf: z.boolean(),
  /** In 分. */
  amount: z.int(),
  status: z.enum(Object.keys(rewardStatuses) as [RewardStatus]),
  appliedOn: z.string(),
  appliedBy: z.string(),
  dueOn: z.string(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  payBy: z.string().nullable(),
  paidOn: z.string().nullable(),
  proof: FileView.nullable(),
  corrections: z.array(z.object({ on: z.string(), difference: z.int(), reason: z.string(), by: z.string() })),
  demo: z.boolean(),
  may: z.array(z.string()),
})
export type Reward = z.infer<typeof Reward>

/** How the certificate that is claimed for stands beside the record: the same number, another one, or none of the grade. */
export const certificateMatches = {
  same: '与登记的证书一致',
  other: '与登记的证书编号不同',
  none: '还没有登记这一等级的证书',
}

export const RewardThread = Reward.extend({
  thread: z.array(RewardTurn),
  /** Null where the claim is tied to no record. */
  match: z.enum(Object.keys(certificateMatches) as [keyof typeof certificateMatches]).nullable(),
})
export type RewardThread = z.infer<typeof RewardThread>
