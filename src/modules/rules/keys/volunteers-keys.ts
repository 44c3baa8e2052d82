// Parameters of volunteer service: how soon hours are confirmed, and what is not for minors.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const kinds = [
  ...['community', 'elderly', 'children', 'culture', 'environment', 'safety'],
  ...['mediation', 'event', 'rescue', 'other'],
] as const

export const volunteersKeys = {
  'volunteers.confirmWithin': ruleKey({
    title: '志愿服务时长在活动后多久之内确认',
    schema: z.object({ days: z.int().min(1).max(90), unit: z.enum(['days', 'workingDays']) }),
    base: { days: 10, unit: 'workingDays' },
    source: { document: '民政部《志愿服务记录与证明出具办法（试行）》', clause: '活动结束后及时记录' },
  }),
  'volunteers.adultKinds': ruleKey({
    title: '未成年人不能参加的志愿服务（按服务类别）',
    schema: z.array(z.enum(kinds)),
    base: ['rescue'],
    source: 'default',
  }),
} as const
