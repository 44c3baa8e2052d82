// Parameters of hub organizations: what they may do for others, and how long a proposal may wait.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

export const hubsKeys = {
  'hubs.services': ruleKey({
    title: '枢纽型组织可以提供的服务',
    /** Short name in letters → what people read. */
    schema: z.record(z.string().regex(/^[a-z][A-Za-z]{1,30}$/), z.string().trim().min(1).max(20)),
    base: {
      party: '党建引领',
      incubation: '培育孵化',
      custody: '资金代管',
      training: '人员培训',
      project: '项目指导',
      resources: '资源对接',
      venue: '场地支持',
      advice: '政策咨询',
    },
    source: 'default',
  }),
  'hubs.confirmWithin': ruleKey({
    title: '枢纽型组织提出联系服务后，多久之内确认',
    schema: z.object({ days: z.int().min(1).max(90), unit: z.enum(['days', 'workingDays']) }),
    base: { days: 10, unit: 'workingDays' },
    source: 'default',
  }),
} as const
