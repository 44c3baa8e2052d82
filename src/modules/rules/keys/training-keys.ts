// Parameters of trainings: how soon after one it is recorded who was there.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

export const trainingKeys = {
  'training.recordWithin': ruleKey({
    title: '培训结束后，多久之内登记签到',
    schema: z.object({ days: z.int().min(1).max(90), unit: z.enum(['days', 'workingDays']) }),
    base: { days: 10, unit: 'workingDays' },
    source: 'default',
  }),
} as const
