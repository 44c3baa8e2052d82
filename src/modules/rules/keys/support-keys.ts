// Parameters of support platforms and incubation: services, stages, how long an answer and a stay may take.
import { z } from 'zod'
import { hubsKeys } from './hubs-keys.ts'
import { ruleKey } from './rule-key.ts'

/** Short name in letters → what people read. */
const named = z.record(z.string().regex(/^[a-z][A-Za-z]{1,30}$/), z.string().trim().min(1).max(20))

export const supportKeys = {
  'support.services': ruleKey({
    title: '支持平台可以提供的服务',
    schema: named,
    base: { ...hubsKeys['hubs.services'].base, capacity: '能力建设', fellowship: '联谊交流' },
    source: 'default',
  }),
  'support.stages': ruleKey({
    title: '孵化的阶段',
    schema: named,
    base: { settling: '入驻适应', growing: '能力提升', standing: '独立运作' },
    source: 'default',
  }),
  'support.decideWithin': ruleKey({
    title: '申请入驻孵化，多久之内答复',
    schema: z.object({ days: z.int().min(1).max(90), unit: z.enum(['days', 'workingDays']) }),
    base: { days: 10, unit: 'workingDays' },
    source: 'default',
  }),
  'support.stayMonths': ruleKey({
    title: '在孵化基地最多住几个月（可以延长）',
    schema: z.int().min(1).max(120),
    base: 24,
    source: 'default',
  }),
} as const
