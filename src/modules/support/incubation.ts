// The words for incubation (孵化): an organization in an incubator, its stages, its subsidies, what became of it.
import { z } from 'zod'
import { DayField, IdField, words } from '../../kernel/fields.ts'
import { keysOf } from './platform.ts'

export const incubationStatuses = {
  applied: '等待答复',
  accepted: '已同意，待入驻',
  refused: '未同意',
  withdrawn: '已撤回',
  entered: '孵化中',
  exited: '已出孵化',
} as const
export type IncubationStatus = keyof typeof incubationStatuses

/** What became of it. */
export const results = { graduated: '孵化成功', left: '中途退出', transformed: '转型' } as const
export type Result = keyof typeof results

export const StatusField = keysOf(incubationStatuses)

/** What is known of an organization as of a day; nothing when it was not on the register. */
const Standing = z
  .object({
    on: DayField,
    tier: z.string(),
    status: z.string(),
    members: z.int().nullable(),
    partyMembers: z.int().nullable(),
    charter: z.boolean().nullable(),
    /** Service projects that began in the twelve months up to the day. */
    projects: z.int(),
  })
  .nullable()
export type Standing = z.infer<typeof Standing>

/** One incubation as lists show it. */
export const Incubation = z.object({
  id: IdField,
  status: StatusField,
  organization: z.object({ id: IdField, name: z.string(), areaName: z.string(), ended: z.boolean() }),
  platform: z.object({ id: IdField, name: z.string() }),
  appliedOn: DayField,
  dueOn: DayField,
  enteredOn: DayField.nullable(),
  leaveBy: DayField.nullable(),
  exitedOn: DayField.nullable(),
  result: keysOf(results).nullable(),
  /** Name of the present stage, by the rule `support.stages`. */
  stage: z.string().nullable(),
  /** 分 granted and not revoked, and how much of it has been paid. */
  granted: z.int(),
  paid: z.int(),
  demo: z.boolean(),
})
export type Incubation = z.infer<typeof Incubation>

export const Stage = z.object({
  id: IdField,
  stage: z.string(),
  mentor: z.string().nullable(),
  goal: z.string(),
  startsOn: DayField,
  endsOn: DayField.nullable(),
  finding: z.string().nullable(),
})
export type Stage = z.infer<typeof Stage>

export const SubsidyState = z.enum(['unpaid', 'paid', 'revoked'])
export const subsidyStates = { unpaid: '未拨付', paid: '已拨付', revoked: '已取消' } as const

export const Subsidy = z.object({
  id: IdField,
  /** 分. */
  amount: z.int(),
  basis: z.string(),
  decidedOn: DayField,
  paidOn: DayField.nullable(),
  state: SubsidyState,
  reason: z.string().nullable(),
})
export type Subsidy = z.infer<typeof Subsidy>

/** One incubation in full. */
export const IncubationView = Incubation.extend({
  need: z.string(),
  appliedBy: z.string().nullable(),
  decidedOn: DayField.nullable(),
  reason: z.string().nullable(),
  conclusion: z.string().nullable(),
  stages: z.array(Stage),
  subsidies: z.array(Subsidy),
  /** Of the organization: on the day of entry, and on the day of exit or today. */
  before: Standing,
  after: Standing,
  /** Stages to choose from at its place: name → words. */
  offered: z.record(z.string(), z.string()),
  may: z.array(z.string()),
})
export type IncubationView = z.infer<typeof IncubationView>

/** A subsidy as the payment list has it. */
export const Payment = Subsidy.extend({
  incubation: IdField,
  organizationName: z.string(),
  areaName: z.string(),
  platformName: z.string(),
})
export type Payment = z.infer<typeof Payment>

/** 20 million yuan: more is a slip of the keyboard. */
const mostFen = 2_000_000_000

export const SubsidyDraft = z.object({
  amount: z.int('请填写金额').min(1, '金额要大于 0').max(mostFen, '金额太大，请核对'),
  basis: words(200),
  decidedOn: DayField,
})
export type SubsidyDraft = z.infer<typeof SubsidyDraft>

export const StageDraft = z.object({
  stage: z.string().min(1, '请选择阶段').max(32),
  mentor: words(40).nullable().default(null),
  goal: words(200),
  from: DayField,
  /** What came of the stage before. */
  finding: words(200).nullable().default(null),
})
export type StageDraft = z.infer<typeof StageDraft>

export const ExitDraft = z.object({
  on: DayField,
  result: keysOf(results),
  conclusion: words(500),
})
export type ExitDraft = z.infer<typeof ExitDraft>
