// Leaving the register for good: cancellation step by step, removal after a hearing, and what comes before it.
import { z } from 'zod'
import { count, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView, paperKinds } from '../../kernel/file-kind.ts'

export const exitKinds = { cancellation: '注销', removal: '清退' } as const
export type ExitKind = keyof typeof exitKinds

export const exitStatuses = {
  requested: '等待受理',
  liquidating: '清算中',
  noticed: '已告知，等候说明',
  ended: '已退出',
  refused: '不予受理',
  withdrawn: '已撤回',
  dropped: '不再清退',
} as const
export type ExitStatus = keyof typeof exitStatuses

/** What can be decided about an exit. */
export const exitDecisions = {
  accept: '受理',
  refuse: '不予受理',
  withdraw: '撤回',
  conclude: '准予注销',
  remove: '决定清退',
  drop: '不再清退',
} as const
export type ExitDecision = keyof typeof exitDecisions

/** Why an organization wants to end. */
export const cancellationCauses = {
  resolved: '成员决议解散',
  fulfilled: '宗旨已完成',
  impossible: '无法继续开展活动',
  other: '其他原因',
} as const
/** Why an officer takes it off. */
export const removalCauses = {
  lost: '失去联系',
  idle: '长期不开展活动',
  violation: '违反规定且未整改',
  other: '其他原因',
} as const
export const exitCauses = { ...cancellationCauses, ...removalCauses } as const
export type ExitCause = keyof typeof exitCauses

const people = count(100_000)
export const Vote = z.object({
  on: DayField,
  entitled: people,
  present: people,
  inFavour: people,
  against: people,
  abstaining: people,
})
export type Vote = z.infer<typeof Vote>

const choiceOf = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

export const Cancellation = z.object({
  cause: choiceOf(cancellationCauses),
  said: words(400),
  /** Null: nobody could vote, as `said` explains. */
  vote: Vote.nullable(),
})
export type Cancellation = z.infer<typeof Cancellation>

export const Removal = z.object({
  cause: choiceOf(removalCauses),
  said: words(400),
  /** The day on which the organization was told. */
  noticedOn: DayField,
})
export type Removal = z.infer<typeof Removal>

/** What may be handed in as evidence: a scan, a photograph, a text, an account. */
export const evidenceKinds = [...paperKinds, 'docx', 'xlsx', 'doc', 'xls'] as const

export const ExitStep = z.object({
  name: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  evidence: z.string().nullable(),
  /** Papers beside the words; none is lawful. */
  files: z.array(FileView),
  who: z.string().nullable(),
})
export type ExitStep = z.infer<typeof ExitStep>

export const Exit = z.object({
  id: IdField,
  kind: choiceOf(exitKinds),
  status: choiceOf(exitStatuses),
  cause: choiceOf(exitCauses),
  said: z.string(),
  vote: Vote.nullable(),
  onBehalf: z.boolean(),
  who: z.string(),
  at: z.string(),
  deskName: z.string(),
  noticedOn: z.string().nullable(),
  answerDue: z.string().nullable(),
  answer: z.object({ said: z.string(), who: z.string(), at: z.string() }).nullable(),
  decisions: z.array(
    z.object({ kind: choiceOf(exitDecisions), said: z.string().nullable(), who: z.string(), at: z.string() }),
  ),
  endedOn: z.string().nullable(),
  steps: z.array(ExitStep),
  may: z.array(z.string()),
})
export type Exit = z.infer<typeof Exit>

export const admonitionKinds = { reminder: '提醒', talk: '约谈', rectification: '限期整改' } as const
export type AdmonitionKind = keyof typeof admonitionKinds

export const AdmonitionDraft = z.object({
  kind: choiceOf(admonitionKinds),
  on: DayField,
  said: words(400),
  /** Of a rectification: the last day. */
  dueOn: DayField.nullable().default(null),
})
export type AdmonitionDraft = z.infer<typeof AdmonitionDraft>

export const Admonition = z.object({
  id: IdField,
  kind: choiceOf(admonitionKinds),
  on: z.string(),
  said: z.string(),
  dueOn: z.string().nullable(),
  settledOn: z.string().nullable(),
  settled: z.string().nullable(),
  who: z.string(),
})
export type Admonition = z.infer<typeof Admonition>
