// The shapes of charters: the text, the vote, a version, and the life that it goes through.
import { z } from 'zod'
import { count, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { Problem } from '../../kernel/problem.ts'
import { chartersKeys } from '../rules/keys/charters-keys.ts'
import { CharterForm } from './charter-form.ts'

/** `key` is the same in every version, so that articles can be compared. */
export const Article = z.object({ key: z.string(), number: z.string(), paragraphs: z.array(z.string()) })
export type Article = z.infer<typeof Article>
export const Chapter = z.object({
  key: z.string(),
  number: z.string(),
  title: z.string(),
  articles: z.array(Article),
})
export type Chapter = z.infer<typeof Chapter>

/** `written`: by the form. `paper`: a file that somebody handed in. */
export const charterKinds = { written: '按表填写', paper: '纸质章程' } as const
export type CharterKind = keyof typeof charterKinds

export const charterStatuses = {
  draft: '草稿',
  refused: '表决未通过',
  adopted: '已通过，待生效',
  inForce: '现行有效',
  superseded: '已被新版代替',
  discarded: '已作废',
} as const
export type CharterStatus = keyof typeof charterStatuses

/**
 * ```
 *          adopt              enter             supersede
 *  draft ─────────▶ adopted ─────────▶ inForce ─────────▶ superseded
 *    ├── refuse ──▶ refused               ▲
 *    ├── acknowledge (a paper) ───────────┘
 *    └── discard ─▶ discarded
 * ```
 * A version is superseded only when the next one enters into force.
 */
export const charterSteps = {
  edit: { from: ['draft'], to: 'draft' },
  adopt: { from: ['draft'], to: 'adopted' },
  refuse: { from: ['draft'], to: 'refused' },
  discard: { from: ['draft'], to: 'discarded' },
  acknowledge: { from: ['draft'], to: 'inForce' },
  enter: { from: ['adopted'], to: 'inForce' },
  supersede: { from: ['inForce'], to: 'superseded' },
} as const satisfies Record<string, { from: readonly CharterStatus[]; to: CharterStatus }>
export type CharterStep = keyof typeof charterSteps

const stepWords = {
  edit: '修改',
  adopt: '记录表决',
  refuse: '记录表决',
  discard: '作废',
  acknowledge: '登记为现行章程',
  enter: '生效',
  supersede: '代替',
} as const satisfies Record<CharterStep, string>

/** Why a charter cannot take a step now, or null. */
export function whyNotStep(step: CharterStep, status: CharterStatus): Problem | null {
  if ((charterSteps[step].from as readonly CharterStatus[]).includes(status)) return null
  return new Problem(409, {
    code: 'charter.notFromHere',
    message: `这份章程现在是“${charterStatuses[status]}”，不能${stepWords[step]}。`,
    mend: '可能刚有人办过了，请刷新页面看它现在的状态。',
  })
}

const choice = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

export const voteResults = { adopted: '通过', refused: '未通过' } as const

/** What was counted at the meeting. */
export const VoteDraft = z.object({
  heldOn: DayField,
  place: words(100),
  /** 应到: all who may vote. */
  entitled: count(1_000_000),
  /** 实到. */
  present: count(1_000_000),
  inFavour: count(1_000_000),
  against: count(1_000_000),
  abstaining: count(1_000_000),
  /** 记录人. */
  recorder: words(40),
})
export type VoteDraft = z.infer<typeof VoteDraft>

export const Vote = VoteDraft.extend({
  result: choice(voteResults),
  /** Why so, in words. */
  because: z.string(),
  /** Typed in by somebody else than the leader. */
  onBehalf: z.boolean(),
})
export type Vote = z.infer<typeof Vote>

/** What the place's rule set says about charters. */
export const CharterRules = z.object({
  'charters.termYearsMax': chartersKeys['charters.termYearsMax'].schema,
  'charters.termsMax': chartersKeys['charters.termsMax'].schema,
  'charters.meetingsPerYear': chartersKeys['charters.meetingsPerYear'].schema,
  'charters.disclosuresPerYear': chartersKeys['charters.disclosuresPerYear'].schema,
  'charters.quorum': chartersKeys['charters.quorum'].schema,
  'charters.majority': chartersKeys['charters.majority'].schema,
  'charters.amendMajority': chartersKeys['charters.amendMajority'].schema,
  'charters.partyClause': chartersKeys['charters.partyClause'].schema,
  'charters.assetHeirs': chartersKeys['charters.assetHeirs'].schema,
  'charters.extraArticles': chartersKeys['charters.extraArticles'].schema,
  'party.branchFrom': z.int(),
})
export type CharterRules = z.infer<typeof CharterRules>

export const CharterSummary = z.object({
  id: IdField,
  kind: choice(charterKinds),
  status: choice(charterStatuses),
  /** 第几版, counted from 1 as they enter into force or are adopted; null before that. */
  version: z.int().nullable(),
  inForceOn: DayField.nullable(),
  /** The first day on which another version holds. */
  endedOn: DayField.nullable(),
  draftedOn: DayField,
  onBehalf: z.boolean(),
  vote: Vote.nullable(),
  file: FileView.nullable(),
})
export type CharterSummary = z.infer<typeof CharterSummary>

export const Charter = CharterSummary.extend({
  organization: IdField,
  organizationName: z.string(),
  /** 成员人数 on the register: a first answer to how many are entitled. */
  members: z.int().nullable(),
  form: CharterForm.nullable(),
  /** The text; frozen from its adoption on. Null for a paper. */
  chapters: z.array(Chapter).nullable(),
  /** Why a paper has no vote on record. */
  withoutVote: z.string().nullable(),
  /** Grows with each edit; an edit and a vote name the one that they saw. */
  revision: z.int(),
  rules: CharterRules,
  /** The form of the version in force, by whose rules a change is voted on; null: a first charter, or a paper. */
  formInForce: CharterForm.nullable(),
  /** Whether some version is in force, so that this one would change it. */
  amends: z.boolean(),
  versions: z.array(CharterSummary),
  may: z.array(z.string()),
})
export type Charter = z.infer<typeof Charter>
