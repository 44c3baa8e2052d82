// Several organizations made one, or one made several (积沙成塔): shapes of what is asked and what is told.
import { z } from 'zod'
import { count, DayField, IdField, words } from '../../kernel/fields.ts'
import { OrganizationDraft } from '../organizations/organization.ts'

export const reorganizationKinds = { merge: '合并', split: '拆分' } as const
export type ReorganizationKind = keyof typeof reorganizationKinds

/** A new organization: it begins on the day of the act, so it has no earlier dates, and no code of its own yet. */
export const SuccessorDraft = OrganizationDraft.omit({
  foundedOn: true,
  filedOn: true,
  registeredOn: true,
  unifiedCode: true,
  legalForm: true,
})
export type SuccessorDraft = z.infer<typeof SuccessorDraft>

/** Nothing is known of a new organization but what is asked. */
export const emptySuccessor = {
  hub: false,
  charter: null,
  leader: null,
  phone: null,
  leaderInParty: null,
  members: null,
  partyMembers: null,
  partyPresence: null,
  residentsServed: null,
  place: null,
  scope: null,
  note: null,
} as const

const declared = {
  /** Of the whole: as declared, null when unknown. */
  members: count(1_000_000).nullable(),
  partyMembers: count(100_000).nullable(),
  /** Why the declared numbers differ from the parts added up: people who are in two of them. */
  difference: words(200).nullable().default(null),
}

export const Merger = z.object({
  /** The others; the one in the address is one of those that are merged. */
  others: z.array(IdField).min(1).max(30),
  /** One of them, which goes on, or a new organization. */
  into: z.union([z.object({ existing: IdField }), z.object({ draft: SuccessorDraft })]),
  on: DayField,
  reason: words(200),
  ...declared,
})
export type Merger = z.infer<typeof Merger>

export const Split = z.object({
  into: z.array(SuccessorDraft).min(2, '至少拆成两个').max(10, '最多拆成十个'),
  on: DayField,
  reason: words(200),
  difference: words(200).nullable().default(null),
})
export type Split = z.infer<typeof Split>

/** `name` null: it lies outside the reader's area. */
export const Relative = z.object({ id: IdField.nullable(), name: z.string().nullable() })
export type Relative = z.infer<typeof Relative>

export const Reorganization = z.object({
  id: IdField,
  kind: z.enum(Object.keys(reorganizationKinds) as [ReorganizationKind]),
  on: z.string(),
  reason: z.string(),
  predecessors: z.array(Relative),
  successors: z.array(Relative),
  membersSummed: z.int().nullable(),
  members: z.int().nullable(),
  partyMembersSummed: z.int().nullable(),
  partyMembers: z.int().nullable(),
  difference: z.string().nullable(),
  who: z.string(),
  at: z.string(),
  annulled: z.object({ at: z.string(), who: z.string(), reason: z.string() }).nullable(),
  may: z.array(z.string()),
})
export type Reorganization = z.infer<typeof Reorganization>
