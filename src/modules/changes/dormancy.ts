// Signs of life of an organization, and what a person makes of their absence.
import { z } from 'zod'
import { IdField, words } from '../../kernel/fields.ts'

/** Signs that have a source here. Activities, projects and reports are not recorded yet, and so are not looked at. */
export const signs = {
  register: '名录有变动',
  request: '提出变更或退出',
  application: '备案、登记申请',
  certificate: '证书颁发、换发',
  party: '党的组织生活',
} as const
export type Sign = keyof typeof signs

export const notLookedAt = '活动、项目、年度报告（还没有来源）'

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
