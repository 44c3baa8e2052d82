// The words and shapes of trainings (培训): the plan of a year, a training, who enrols, who was there.
import { z } from 'zod'
import { AreaCodeField, count, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { areaLevels } from '../areas/area.ts'
import { choice } from '../organizations/organization.ts'

/** Whom a training is for. (SZ 二(二)1: 骨干人才 and 社区社会工作人才; GZ 二(二)1: 民政工作人员, 城乡社区工作者) */
export const audiences = {
  keyMembers: '组织骨干',
  socialWork: '社区社会工作人才',
  officers: '民政和社区工作者',
} as const
export type Audience = keyof typeof audiences

/** 示范培训, 网上课堂. (CQ (二)(十五)) */
export const trainingKinds = { onSite: '现场', online: '线上' } as const

export const trainingStatuses = { announced: '已发布', held: '已举办', cancelled: '已取消' } as const
export type TrainingStatus = keyof typeof trainingStatuses

export const enrolmentStatuses = {
  invited: '待答复',
  enrolled: '已报名',
  declined: '不参加',
  withdrawn: '已撤回',
  recalled: '邀请已收回',
} as const
export type EnrolmentStatus = keyof typeof enrolmentStatuses

const HourField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写几点几分，例如 09:00')

export const TrainingDraft = z.object({
  title: words(60),
  /** Of the organizer; its level is the level of the training. */
  area: AreaCodeField,
  organizer: words(60),
  audience: choice(audiences),
  kind: choice(trainingKinds),
  heldOn: DayField,
  /** Its last day, or null for one day. */
  until: DayField.nullable().default(null),
  /** On site, in Chinese time; null: not known. */
  startsAt: HourField.nullable().default(null),
  endsAt: HourField.nullable().default(null),
  place: words(100).nullable().default(null),
  /** Where the course is; `https://…`. */
  link: z
    .url({ protocol: /^https?$/, error: '请填写 http 开头的网址' })
    .max(500)
    .nullable()
    .default(null),
  seats: count(100_000).min(1, '至少 1 个').nullable().default(null),
  note: words(500).nullable().default(null),
})
export type TrainingDraft = z.output<typeof TrainingDraft>

export const Training = TrainingDraft.extend({
  id: IdField,
  areaName: z.string(),
  level: z.enum(areaLevels),
  status: choice(trainingStatuses),
  /** Names the state that a writer has seen. */
  version: z.int(),
  demo: z.boolean(),
  recordBy: DayField,
  enrolled: z.object({ organizations: z.int(), people: z.int() }),
  attended: z.int(),
  /** Actions that the reader may take on it. */
  may: z.array(z.string()),
})
export type Training = z.infer<typeof Training>

/** What a training was and when: all that is told of it where somebody's trainings are listed. */
export const TrainingBrief = Training.pick({
  ...{ title: true, level: true, organizer: true, kind: true },
  ...{ heldOn: true, until: true, startsAt: true, endsAt: true },
})
export type TrainingBrief = z.infer<typeof TrainingBrief>

/** `changed`: the words on the paper are no longer those of the records; `withdrawn`: nobody whom it names is on the list. */
export const paperStates = { valid: '有效', changed: '内容已更正', withdrawn: '已撤销' } as const
export type PaperState = keyof typeof paperStates

/** What everybody may know of a certificate of attendance whose code they have: names in their first character alone. */
export const PublicTrainingPaper = z.object({
  number: z.string(),
  state: choice(paperStates),
  title: z.string(),
  organizer: z.string(),
  kind: choice(trainingKinds),
  startsOn: DayField,
  endsOn: DayField,
  hours: z.string().nullable(),
  /** Null for somebody who came for none. */
  body: z.string().nullable(),
  /** 张**. */
  names: z.array(z.string()),
  issuedOn: DayField,
  /** The day on which the last of those whom it names was taken off the list. */
  endedOn: DayField.nullable(),
  demo: z.boolean(),
})
export type PublicTrainingPaper = z.infer<typeof PublicTrainingPaper>

/** Somebody, by name alone: nothing more is asked. */
export const Attendee = z.object({ name: words(30), leader: z.boolean().default(false) })
export type Attendee = z.output<typeof Attendee>

const OrganizationRef = z.object({ id: IdField, name: z.string(), areaName: z.string() })

export const Enrolment = z.object({
  id: IdField,
  organization: OrganizationRef,
  status: choice(enrolmentStatuses),
  people: z.int(),
  /** Null for readers who are not to see names. */
  names: z.array(Attendee).nullable(),
  /** Why it does not come, or was told not to. */
  reason: z.string().nullable(),
  /** For readers who may take the invitation back: whether with a reason, and why it cannot be; null where there is none. */
  recall: z.object({ withReason: z.boolean(), whyNot: z.string().nullable() }).nullable(),
  may: z.array(z.string()),
})
export type Enrolment = z.infer<typeof Enrolment>

export const TrainingView = Training.extend({
  materials: z.array(FileView),
  /** Of the organizations that the reader may see or keeps, the newest answers first; at most 500. */
  enrolments: z.array(Enrolment),
  /** Organizations that the reader keeps and that have no answer yet. */
  own: z.array(OrganizationRef),
})
export type TrainingView = z.infer<typeof TrainingView>

export const EnrolmentDraft = z.object({
  organization: IdField,
  people: z.int('请填写整数').min(1, '至少 1 人').max(500, '最多 500 人'),
  names: z.array(Attendee).max(500).default([]),
})
export type EnrolmentDraft = z.output<typeof EnrolmentDraft>

/** Somebody on the list of a training: named at enrolment, or there. */
export const ListedAttendee = Attendee.extend({
  /** Of the attendance; null for somebody who is only enrolled. */
  id: IdField.nullable(),
  organization: OrganizationRef.nullable(),
  attendedOn: DayField.nullable(),
  /** Somebody of that name was in another training in the same hours. */
  elsewhere: z
    .object({ id: IdField, title: z.string(), heldOn: DayField, organizationName: z.string().nullable() })
    .nullable(),
  /** By the person's own scan, with what was said of an organization that was not offered. */
  scan: z.object({ said: z.string().nullable() }).nullable(),
})
export type ListedAttendee = z.infer<typeof ListedAttendee>

export const AttendanceList = z.object({
  training: Training,
  items: z.array(ListedAttendee),
  /** Organizations that come with more people than they have named. */
  unnamed: z.array(z.object({ organization: OrganizationRef, people: z.int() })),
})
export type AttendanceList = z.infer<typeof AttendanceList>

/** What the organizer has ticked, and what was ticked wrongly before. */
export const AttendanceChange = z.object({
  add: z.array(Attendee.extend({ organization: IdField.nullable() })).max(5_000),
  /** Ids of attendances to take out. */
  remove: z.array(IdField).max(5_000).default([]),
  /** Online: the day on which they did it; on site always the day of the training. */
  on: DayField.nullable().default(null),
})
export type AttendanceChange = z.output<typeof AttendanceChange>

/** Of one audience: planned and done. */
export const PlanLine = z.object({
  audience: choice(audiences),
  trainings: count(10_000),
  attendances: count(10_000_000),
})
export type PlanLine = z.output<typeof PlanLine>

const Done = { held: z.int(), attended: z.int() }
const AreaRef = z.object({ code: AreaCodeField, name: z.string(), level: z.string() })

export const Plan = z.object({
  area: AreaRef,
  year: z.int(),
  /** Every audience; zeros where nothing is planned. */
  lines: z.array(PlanLine.extend(Done)),
  /** Areas directly below, with all that lies in them. */
  below: z.array(AreaRef.extend({ trainings: z.int(), attendances: z.int(), ...Done })),
  may: z.array(z.string()),
})
export type Plan = z.infer<typeof Plan>

/** One audience in numbers: of the year, and ever since. */
export const TrainingSum = z.object({
  audience: choice(audiences),
  trainings: z.int(),
  attendances: z.int(),
  allTrainings: z.int(),
  allAttendances: z.int(),
})
export type TrainingSum = z.infer<typeof TrainingSum>

/** An active organization of which nobody has had this year's training for key members. */
export const Lacking = OrganizationRef.extend({
  /** The last day on which somebody of it was trained. */
  lastOn: DayField.nullable(),
  /** The training of this year to which it is invited or enrolled, or null. */
  asked: z.object({ id: IdField, title: z.string(), status: choice(enrolmentStatuses) }).nullable(),
  hasKeeper: z.boolean(),
})
export type Lacking = z.infer<typeof Lacking>

/** Trainings on an organization's page. */
export const TrainingsOf = z.object({
  /** Person-times by year, the newest first. */
  years: z.array(z.object({ year: z.int(), people: z.int(), leaders: z.int() })),
  items: z.array(
    z.object({
      training: IdField,
      title: z.string(),
      heldOn: DayField,
      status: choice(trainingStatuses),
      people: z.int(),
      leaders: z.int(),
      names: z.array(z.string()).nullable(),
      enrolment: choice(enrolmentStatuses).nullable(),
      /** Why its invitation was taken back. */
      reason: z.string().nullable(),
      may: z.array(z.string()),
    }),
  ),
  /** Nobody of it has had this year's training for key members. */
  lacking: z.boolean(),
})
export type TrainingsOf = z.infer<typeof TrainingsOf>
