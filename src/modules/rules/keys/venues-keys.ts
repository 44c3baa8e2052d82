// Parameters of venues: how far ahead they are booked, when an answer is due, how early one cancels.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const LimitField = z.object({ days: z.int().min(1).max(90), unit: z.enum(['days', 'workingDays']) })

export const venuesKeys = {
  'venues.bookAhead': ruleKey({
    title: '场地最多提前多少天预约',
    schema: z.int().min(7).max(400),
    base: 180,
    source: 'default',
  }),
  'venues.answerWithin': ruleKey({
    title: '场地预约提出后，多久之内答复',
    schema: LimitField,
    base: { days: 2, unit: 'workingDays' },
    source: 'default',
  }),
  'venues.cancelNotice': ruleKey({
    title: '取消已同意的场地预约，至少提前多少小时（不足的记为临时取消）',
    schema: z.int().min(0).max(240),
    base: 24,
    source: 'default',
  }),
} as const
