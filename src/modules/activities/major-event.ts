// The shapes of a major event (重大活动): whether an activity must be reported, the report, its answer, its summary.
import { z } from 'zod'
import { count, DayField, IdField, MinuteField, words } from '../../kernel/fields.ts'
import { choice } from '../organizations/organization.ts'

export const recipients = { township: '街道（乡镇）', county: '县区民政' } as const
export type Recipient = keyof typeof recipients

/** `withdrawn`: the activity was cancelled, or another report took its place. */
export const reportStatuses = {
  reported: '等待答复',
  approved: '无异议',
  conditional: '有条件同意',
  objected: '不同意举办',
  withdrawn: '已撤回',
} as const
export type ReportStatus = keyof typeof reportStatuses

export const answers = {
  approved: '无异议',
  conditional: '同意，但有要求',
  objected: '不同意举办',
} as const satisfies Partial<Record<ReportStatus, string>>
export type ReportAnswer = keyof typeof answers

export const ReportDraft = z.object({
  /** What happens: the course of the day. */
  content: words(2000),
  /** In which form: a stage, stalls, a march. */
  form: words(200),
  /** Who takes part and who watches. */
  participants: words(200),
  /** Where the money comes from; 没有经费 is an answer. */
  fundSource: words(200),
  safetyPlan: words(2000),
})
export type ReportDraft = z.output<typeof ReportDraft>

export const AnswerDraft = z
  .object({ answer: choice(answers), words: words(500).nullable().default(null) })
  .refine(({ answer, words }) => answer === 'approved' || words !== null, {
    path: ['words'],
    message: '请写明要求或理由',
  })
export type AnswerDraft = z.output<typeof AnswerDraft>

export const SummaryDraft = z.object({
  result: words(1000),
  /** 没有 is an answer. */
  problems: words(500).nullable().default(null),
  /** What was spent, in 分; null where it is not yet settled. */
  spent: count(100_000_000_000).nullable().default(null),
})
export type SummaryDraft = z.output<typeof SummaryDraft>

export const Report = ReportDraft.extend({
  id: IdField,
  status: choice(reportStatuses),
  recipient: choice(recipients),
  on: DayField,
  by: z.string().nullable(),
  /** The last day in time, as it was when it was reported. */
  dueOn: DayField,
  /** Whole days after that; 0 when it was in time. */
  late: z.int(),
  /** What was reported of the plan. */
  from: MinuteField,
  to: MinuteField,
  place: z.string(),
  expected: z.int(),
  money: z.int().nullable(),
  /** The plan still is what was reported. */
  covers: z.boolean(),
  answerDue: DayField,
  answeredBy: z.string().nullable(),
  answeredOn: DayField.nullable(),
  answerWords: z.string().nullable(),
  summaryDue: DayField.nullable(),
  summary: SummaryDraft.extend({ on: DayField }).nullable(),
})
export type Report = z.infer<typeof Report>

export const policeLevels = { county: '县级公安机关', city: '设区的市级公安机关' } as const

/** What the rules of a place ask of an activity. No reasons: no report. */
export const Assessment = z.object({
  reasons: z.array(z.string()),
  recipient: choice(recipients).nullable(),
  /** The last day on which a report is in time. */
  dueOn: DayField.nullable(),
  /** A permit of public security, and the last day to apply for it. */
  permit: z.object({ dueOn: DayField, from: z.int(), police: choice(policeLevels) }).nullable(),
})
export type Assessment = z.infer<typeof Assessment>

export const MajorEvent = Assessment.extend({
  /** The newest that was not withdrawn. */
  report: Report.nullable(),
  permitNumber: z.string().nullable(),
  permitOn: DayField.nullable(),
})
export type MajorEvent = z.infer<typeof MajorEvent>
