// Parameters of social workers and of the rewards for their certificates.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const Limit = z.object({
  days: z.int().min(1, '至少 1').max(365, '最多 365'),
  unit: z.enum(['days', 'workingDays']),
})
const fen = z.int().min(0).max(100_000_000)

export const workersKeys = {
  'workers.rewards': ruleKey({
    title: '取得社会工作者职业资格的一次性奖励（0 为不奖励）',
    schema: z.object({ assistant: fen, qualified: fen, senior: fen }),
    base: { assistant: 100_000, qualified: 200_000, senior: 500_000 },
    source: { document: '党建引领培育“红色社区社会组织”工作方案', clause: '三（三）8' },
  }),
  'workers.claimUntil': ruleKey({
    title: '取得证书的次年几月底前可以申请奖励（月，0 为当年年底前）',
    schema: z.int().min(0).max(12),
    base: 6,
    source: 'default',
  }),
  'workers.decideWithin': ruleKey({
    title: '审定奖励申请的期限',
    schema: Limit,
    base: { days: 10, unit: 'workingDays' },
    source: 'default',
  }),
  'workers.mendWithin': ruleKey({
    title: '奖励申请退回后补正的期限',
    schema: Limit,
    base: { days: 10, unit: 'workingDays' },
    source: 'default',
  }),
  'workers.payWithin': ruleKey({
    title: '审定后发放奖励的期限',
    schema: Limit,
    base: { days: 20, unit: 'workingDays' },
    source: 'default',
  }),
  'workers.renewBefore': ruleKey({
    title: '证书登记到期前多少天提醒继续登记（天）',
    schema: z.int().min(1).max(365),
    base: 90,
    source: 'default',
  }),
} as const
