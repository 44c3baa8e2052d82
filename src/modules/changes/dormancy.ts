// Signs of life of an organization, and what a person makes of their absence.
import { z } from 'zod'
import { IdField, words } from '../../kernel/fields.ts'

/** Whatever leaves a dated record of the organization. */
export const signs = {
  register: '名录有变动',
  request: '提出变更或退出',
  application: '备案、登记申请',
  certificate: '证书颁发、换发',
  party: '党的组织生活',
  activity: '办活动',
  project: '做项目',
  training: '参加培训',
  service: '志愿服务',
  record: '会议、报告等记录',
} as const
export type Sign = keyof typeof signs

export const dormancyResults = { dormant: '标为不活跃', active: '仍在活动' } as const

export const DormancyVerdict = z.object({
  result: z.enum(['dormant', 'active']),
  reason: words(200),
})
export type DormancyVerdict = z.infer<typeof DormancyVerdict>

export const SignSeen = z.object({
  sign: z.enum(Object.keys(signs) as [Sign]),
  /** The day of the last one; null: none on record. */
  lastOn: z.string().nullable(),
})
export type SignSeen = z.infer<typeof SignSeen>

export const DormancyJudgement = z.object({
  id: IdField,
  result: z.enum(['dormant', 'active']),
  reason: z.string(),
  quietUntil: z.string().nullable(),
  signs: z.array(SignSeen),
  who: z.string(),
  at: z.string(),
})
export type DormancyJudgement = z.infer<typeof DormancyJudgement>
