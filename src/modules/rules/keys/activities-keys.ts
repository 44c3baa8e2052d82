// Parameters of activities and major events: which must be reported, to whom, how long before, what else is needed.
import { z } from 'zod'
import { ruleKey } from './rule-key.ts'

const Limit = z.object({
  days: z.int().min(1, '至少 1').max(365, '最多 365'),
  unit: z.enum(['days', 'workingDays']),
})

const publicSecurity = (clause: string) => ({ document: '大型群众性活动安全管理条例', clause }) as const

/** Names of the choices in `activities/activity.ts`. */
const Types = z.array(z.enum(['festival', 'performance', 'contest', 'gathering', 'other']))
const Features = z.array(z.enum(['foreigners', 'minors', 'outdoors', 'tickets']))

export const activitiesKeys = {
  'activities.recordWithin': ruleKey({
    title: '活动结束后多久之内记录举办情况',
    schema: Limit,
    base: { days: 10, unit: 'workingDays' },
    source: 'default',
  }),
  'activities.waitingAtMost': ruleKey({
    title: '报名满员以后，最多几个人候补',
    schema: z.int().min(0).max(1_000),
    base: 50,
    source: 'default',
  }),
  'majorEvents.types': ruleKey({
    title: '哪些类型的活动属于重大活动',
    schema: Types,
    base: ['festival', 'performance', 'contest', 'gathering'],
    source: 'default',
  }),
  'majorEvents.typesFrom': ruleKey({
    title: '这些类型的活动，预计多少人以上须报告',
    schema: z.int().min(1).max(100_000),
    base: 50,
    source: 'default',
  }),
  'majorEvents.peopleFrom': ruleKey({
    title: '不论类型，预计多少人以上须报告',
    schema: z.int().min(1).max(100_000),
    base: 200,
    source: 'default',
  }),
  /** 分. */
  'majorEvents.fromMoney': ruleKey({
    title: '不论类型，经费多少以上须报告（不按经费的，留空）',
    schema: z.int().min(1).max(10_000_000_000).nullable(),
    base: 5_000_000,
    source: 'default',
  }),
  'majorEvents.features': ruleKey({
    title: '不论类型和人数，有哪些情形须报告',
    schema: Features,
    base: ['foreigners', 'tickets'],
    source: 'default',
  }),
  'majorEvents.recipient': ruleKey({
    title: '重大活动向谁报告',
    schema: z.enum(['township', 'county']),
    base: 'township',
    source: 'default',
  }),
  'majorEvents.countyFrom': ruleKey({
    title: '预计多少人以上改向县区报告（都向上面写的机关报告的，留空）',
    schema: z.int().min(1).max(100_000).nullable(),
    base: 500,
    source: 'default',
  }),
  'majorEvents.lead': ruleKey({
    title: '重大活动报告的期限',
    schema: Limit,
    base: { days: 7, unit: 'days' },
    source: 'default',
  }),
  'majorEvents.leadCounted': ruleKey({
    title: '报告的期限怎样算',
    schema: z.enum(['beforeEvent', 'afterDecision']),
    base: 'beforeEvent',
    source: 'default',
  }),
  'majorEvents.answerWithin': ruleKey({
    title: '收到报告后多久之内答复',
    schema: Limit,
    base: { days: 3, unit: 'workingDays' },
    source: 'default',
  }),
  'majorEvents.summaryWithin': ruleKey({
    title: '重大活动结束后多久之内报送总结',
    schema: Limit,
    base: { days: 10, unit: 'workingDays' },
    source: 'default',
  }),
  'majorEvents.permitFrom': ruleKey({
    title: '预计多少人以上须向公安机关申请安全许可',
    schema: z.int().min(1).max(100_000),
    base: 1_000,
    source: publicSecurity('第二条'),
  }),
  'majorEvents.permitLead': ruleKey({
    title: '安全许可最迟在举办前多久申请',
    schema: Limit,
    base: { days: 20, unit: 'days' },
    source: publicSecurity('第十三条'),
  }),
} as const
