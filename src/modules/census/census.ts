// The shapes of a census (摸底排查): the campaign, what a place answers, how far it is, and what was frozen.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { choice, Effect, Organization, OrganizationDraft } from '../organizations/organization.ts'

export const censusStatuses = {
  draft: '草稿',
  open: '进行中',
  closed: '已结束',
  discarded: '已作废',
} as const
export type CensusStatus = keyof typeof censusStatuses

/** How often the same is asked for: said on every table, so that nobody wonders. (domain.md §12) */
export const repeats = {
  once: '只此一次',
  monthly: '每月一次',
  quarterly: '每季度一次',
  halfYearly: '每半年一次',
  yearly: '每年一次',
} as const

/** What was found out about an organization. */
export const outcomes = {
  confirmed: '情况属实',
  corrected: '已更正',
  added: '新增',
  dormant: '不活跃',
  gone: '已不存在',
  unsure: '暂时说不清',
} as const
export type Outcome = keyof typeof outcomes

export const CensusDraft = z.object({
  title: words(60),
  area: AreaCodeField,
  /** 谁布置的. */
  orderedBy: words(60),
  repeats: choice(repeats).default('once'),
  dueOn: DayField,
  note: words(500).nullable().default(null),
})
export type CensusDraft = z.output<typeof CensusDraft>

const AreaRef = z.object({ code: AreaCodeField, name: z.string(), level: z.string() })
export type AreaRef = z.infer<typeof AreaRef>

export const Census = CensusDraft.extend({
  id: IdField,
  areaName: z.string(),
  areaLevel: z.string(),
  status: choice(censusStatuses),
  openedOn: DayField.nullable(),
  closedOn: DayField.nullable(),
  demo: z.boolean(),
  /** Of the places that the reader may see: how many have finished. */
  places: z.object({ finished: z.int(), total: z.int() }),
  /** Where the reader's page begins: the campaign's area, or the own area inside it. */
  start: AreaRef,
  /** Actions that the reader may take on it. */
  may: z.array(z.string()),
})
export type Census = z.infer<typeof Census>

/** Numbers of one area. `organizations` = `answered` + those still open; the six outcomes add up to `answered`. */
export const Tally = z.object({
  places: z.int(),
  finished: z.int(),
  organizations: z.int(),
  answered: z.int(),
  confirmed: z.int(),
  corrected: z.int(),
  added: z.int(),
  dormant: z.int(),
  gone: z.int(),
  unsure: z.int(),
})
export type Tally = z.infer<typeof Tally>

export const ProgressRow = AreaRef.extend({
  tally: Tally,
  /** The page can go down from here; what lies at the area itself (a township's federation) has no areas below. */
  below: z.boolean(),
})
export type ProgressRow = z.infer<typeof ProgressRow>

export const Progress = z.object({
  census: Census,
  area: AreaRef,
  /** From the campaign's area down, as far as the reader may see; the area itself left out. */
  ancestors: z.array(AreaRef),
  today: DayField,
  sum: Tally,
  rows: z.array(ProgressRow),
  /** Why it cannot be closed without a reason, or null. */
  unfinished: z.string().nullable(),
})
export type Progress = z.infer<typeof Progress>

export const GivenAnswer = z.object({
  outcome: choice(outcomes),
  note: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  /** Names this answer. */
  key: IdField,
})

export const WalkItem = z.object({ organization: Organization, answer: GivenAnswer.nullable() })
export type WalkItem = z.infer<typeof WalkItem>

export const Walk = z.object({
  census: Census,
  area: AreaRef,
  where: z.string(),
  finished: z.object({ by: z.string(), at: z.string() }).nullable(),
  items: z.array(WalkItem),
  /** The reader may answer here. */
  mayAnswer: z.boolean(),
  /** Why nobody can answer now, or null. */
  whyNotAnswer: z.string().nullable(),
})
export type Walk = z.infer<typeof Walk>

const moved = { on: DayField, reason: words(200) }

/** What a worker says about one organization. `revived`: it was said to rest or to be gone, and is there after all. */
export const Saying = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed') }),
  z.object({ kind: z.literal('corrected'), draft: OrganizationDraft, effect: Effect }),
  z.object({ kind: z.literal('dormant'), ...moved }),
  z.object({ kind: z.literal('gone'), ...moved }),
  z.object({ kind: z.literal('revived'), ...moved }),
  z.object({ kind: z.literal('unsure'), note: words(200).nullable() }),
])
export type Saying = z.output<typeof Saying>

/** An answer as it is sent, once or several times over a bad network. */
export const AnswerSent = z.object({
  /** Made on the device for this answer. */
  key: IdField,
  organization: IdField,
  /** Version of the organization that was looked at. */
  version: z.int(),
  /** Key of the answer that stood there when it was looked at, or null. */
  seen: IdField.nullable(),
  saying: Saying,
})
export type AnswerSent = z.output<typeof AnswerSent>

const Counts = z.record(z.string(), z.int())

export const BaselineRow = AreaRef.extend({
  total: z.int(),
  status: Counts,
  tier: Counts,
  category: Counts,
})
export type BaselineRow = z.infer<typeof BaselineRow>

/** What the area had on the day, as it was known when the campaign was closed. */
export const Baseline = z.object({ asOf: DayField, sum: BaselineRow, rows: z.array(BaselineRow) })
export type Baseline = z.infer<typeof Baseline>
