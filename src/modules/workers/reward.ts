// What a reward for a certificate is, and the steps it takes.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { CertificateNumber, CertifiedGradeField } from './worker.ts'

export const rewardStatuses = {
  submitted: '待审定',
  approved: '待发放',
  paid: '已发放',
  refused: '不予奖励',
  withdrawn: '已撤回',
} as const
export type RewardStatus = keyof typeof rewardStatuses

/** submitted → approved → paid; refused instead, also after the approval; withdrawn by who applied. */
export const rewardSteps = {
  approve: { from: ['submitted'], to: 'approved' },
  refuse: { from: ['submitted', 'approved'], to: 'refused' },
  withdraw: { from: ['submitted'], to: 'withdrawn' },
  pay: { from: ['approved'], to: 'paid' },
} as const satisfies Record<string, { from: readonly RewardStatus[]; to: RewardStatus }>
export type RewardStep = keyof typeof rewardSteps

export const RewardDraft = z.object({
  name: words(40),
  identity: z.string().trim().min(1, '请填写身份证号').max(40),
  grade: CertifiedGradeField,
  number: CertificateNumber,
  obtainedOn: DayField,
  area: AreaCodeField,
  organization: IdField.nullable().default(null),
  /** The file handed in before. */
  proof: IdField,
})
export type RewardDraft = z.output<typeof RewardDraft>

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
