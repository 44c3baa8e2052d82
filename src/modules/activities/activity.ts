// The shapes of an activity (活动): its plan, its life, what came of it, and what lists show of it.
import { z } from 'zod'
import { AreaCodeField, count, DayField, IdField, MinuteField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { choice } from '../organizations/organization.ts'
import { servedKinds } from '../people/served-kinds.ts'
import { MajorEvent } from './major-event.ts'

/** The first four are what policies call major events. (SZ 二(四)2) */
export const activityKinds = {
  festival: '节庆活动',
  performance: '文化演出',
  contest: '体育竞赛',
  gathering: '人员集会',
  other: '都不是',
} as const
export type ActivityKind = keyof typeof activityKinds

export const features = {
  foreigners: '有境外人员参加',
  minors: '有未成年人参加',
  outdoors: '在户外举行',
  tickets: '售票或收费',
} as const
export type Feature = keyof typeof features

export const activityStatuses = {
  planned: '计划中',
  published: '已发布',
  held: '已举办',
  concluded: '已总结',
  cancelled: '已取消',
} as const
export type ActivityStatus = keyof typeof activityStatuses

const mostPeople = 100_000
/** 10 亿元, in 分. */
const mostMoney = 100_000_000_000

const Facts = z.object({
  title: words(60),
  /** Id of a series of the programme in force, or none. */
  series: z.string().max(60).nullable().default(null),
  /** Whose activity it is; null where a community holds it itself. */
  organization: IdField.nullable().default(null),
  /** Other organizations that hold it too. */
  partners: z.array(IdField).max(20, '最多 20 个').default([]),
  area: AreaCodeField,
  place: words(100),
  from: MinuteField,
  to: MinuteField,
  content: words(2000).nullable().default(null),
  /** How many people are expected, in all. */
  expected: count(mostPeople).min(1, '至少 1 人'),
  kind: choice(activityKinds).default('other'),
  features: z.array(choice(features)).default([]),
  /** What it costs, in 分; null where nobody knows yet. */
  money: count(mostMoney).nullable().default(null),
  /** Whether people sign up on its public page. */
  signUp: z.boolean().default(true),
  /** How many may sign up; null: as many as like. */
  places: count(mostPeople).min(1, '至少 1 人').nullable().default(null),
  /** Until when; null: until it begins. */
  signUpUntil: MinuteField.nullable().default(null),
})

export const ActivityDraft = Facts.refine(({ from, to }) => from < to, {
  path: ['to'],
  message: '结束要晚于开始',
}).refine(({ from, signUpUntil }) => signUpUntil === null || signUpUntil <= from, {
  path: ['signUpUntil'],
  message: '报名截止不能晚于活动开始',
})
export type ActivityDraft = z.output<typeof ActivityDraft>

const OrganizationRef = z.object({ id: IdField, name: z.string() })

/** How many came, in all and of each kind of people; one person may be of several kinds. */
export const Attendance = z
  .object({
    attended: count(mostPeople),
    served: z.partialRecord(choice(servedKinds), count(mostPeople)).default({}),
  })
  .superRefine(({ attended, served }, issue) => {
    for (const [kind, people] of Object.entries(served))
      if ((people ?? 0) > attended)
        issue.addIssue({
          code: 'custom',
          path: ['served', kind],
          message: `不能多于到场的 ${attended} 人`,
        })
  })
export type Attendance = z.output<typeof Attendance>

export const activityActions = [
  'activity.edit',
  'activity.seeSignUps',
  'majorEvent.report',
  'majorEvent.answer',
  'majorEvent.answerInCounty',
] as const

/** Why each step cannot be taken now; null where it can. */
const WhyNot = z.object({
  edit: z.string().nullable(),
  publish: z.string().nullable(),
  hold: z.string().nullable(),
  conclude: z.string().nullable(),
  cancel: z.string().nullable(),
  report: z.string().nullable(),
})

export const Activity = Facts.extend({
  id: IdField,
  version: z.int(),
  /** Names its public page. */
  code: z.string(),
  status: choice(activityStatuses),
  seriesTitle: z.string().nullable(),
  areaName: z.string(),
  organizationName: z.string().nullable(),
  partnerNames: z.array(OrganizationRef),
  going: z.int(),
  waiting: z.int(),
  attended: z.int().nullable(),
  served: z.partialRecord(choice(servedKinds), z.int()),
  result: z.string().nullable(),
  photos: z.array(FileView),
  cancelReason: z.string().nullable(),
  recordDue: DayField,
  demo: z.boolean(),
  majorEvent: MajorEvent,
  whyNot: WhyNot,
  may: z.array(z.string()),
})
export type Activity = z.infer<typeof Activity>

/** One of a calendar or a list. */
export const ActivityLine = z.object({
  id: IdField,
  title: z.string(),
  seriesTitle: z.string().nullable(),
  status: choice(activityStatuses),
  from: MinuteField,
  to: MinuteField,
  place: z.string(),
  areaName: z.string(),
  organizationName: z.string().nullable(),
  going: z.int(),
  places: z.int().nullable(),
  attended: z.int().nullable(),
  /** It must be reported, and no report covers it. */
  unreported: z.boolean(),
})
export type ActivityLine = z.infer<typeof ActivityLine>

export const SeriesChoice = z.object({ id: z.string(), title: z.string() })
export type SeriesChoice = z.infer<typeof SeriesChoice>
