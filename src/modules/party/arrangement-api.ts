// The endpoints of one organization's arrangement: what is so, what is proposed, deciding. (D1)
import { z } from 'zod'
import { get, post } from '../../kernel/endpoint.ts'
import { DayField, IdField, words } from '../../kernel/fields.ts'
import { partyPresences } from '../organizations/choices.ts'
import { choice } from '../organizations/organization.ts'
import { absenceReasons, arrangementKinds, branchNatures, contactKinds, keyPersonKinds } from './party.ts'

const Named = z.object({ id: IdField, name: z.string() })

/** `from` and `until` are the first day and the first day after. */
export const Arrangement = z.object({
  id: IdField,
  kind: choice(arrangementKinds),
  /** The branch; null with an instructor. */
  branch: Named.nullable(),
  instructor: Named.nullable(),
  from: DayField,
  until: DayField.nullable(),
  endedBecause: z.string().nullable(),
})
export type Arrangement = z.infer<typeof Arrangement>

/** Numbers only. `kept`: they come from a list of members; otherwise from the register, as somebody typed them. */
export const MemberCounts = z.object({
  kept: z.boolean(),
  full: z.int().nullable(),
  probationary: z.int().nullable(),
  elsewhere: z.int(),
  keyMembers: z.int().nullable(),
})
export type MemberCounts = z.infer<typeof MemberCounts>

const nature = choice(branchNatures)

export const ProposalView = z.object({
  proposal: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('own'), nature }),
    z.object({ kind: z.literal('join'), branch: IdField, name: z.string() }),
    z.object({ kind: z.literal('joint'), nature, partners: z.array(Named) }),
    z.object({ kind: z.literal('instructor'), instructor: IdField, name: z.string() }),
    z.object({ kind: z.literal('none') }),
  ]),
  because: z.array(z.string()),
})
export type ProposalView = z.infer<typeof ProposalView>

const Contact = z.object({
  id: IdField,
  kind: choice(contactKinds),
  on: DayField,
  matter: z.string(),
  outcome: z.string().nullable(),
})
/** Without the name, which is told by a recorded look. */
const KeyRecord = z.object({
  id: IdField,
  kind: choice(keyPersonKinds),
  body: z.string().nullable(),
  from: DayField,
  until: DayField.nullable(),
})

export const PartyOfOrganization = z.object({
  organization: Named,
  presence: choice(partyPresences).nullable(),
  reason: choice(absenceReasons).nullable(),
  /** What is on record; null where the register alone says how the party is present. */
  arrangement: Arrangement.nullable(),
  history: z.array(Arrangement),
  members: MemberCounts,
  /** Why the arrangement no longer fits, or null. */
  revisit: z.string().nullable(),
  contacts: z.array(Contact),
  keyPeople: z.array(KeyRecord),
  may: z.array(z.string()),
})
export type PartyOfOrganization = z.infer<typeof PartyOfOrganization>

export const BranchDraft = z.object({
  name: words(60),
  /** Null: not known or not elected yet. */
  secretary: words(20).nullable().default(null),
  /** Members of its committee; null: a secretary alone. */
  committee: z.int().min(1).max(20).nullable().default(null),
})
export type BranchDraft = z.infer<typeof BranchDraft>

/** What is decided. `from`: the first day on which it holds. */
export const Decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own'), branch: BranchDraft, from: DayField }),
  z.object({
    kind: z.literal('joint'),
    branch: BranchDraft,
    /** The other organizations. */
    partners: z.array(IdField).min(1).max(30),
    from: DayField,
  }),
  z.object({ kind: z.literal('join'), branch: IdField, from: DayField }),
  z.object({ kind: z.literal('instructor'), instructor: IdField, from: DayField }),
])
export type Decision = z.infer<typeof Decision>

const byId = z.object({ id: IdField })

export const arrangementApi = {
  ofOrganization: get('/party/organizations/:id', {
    summary: 'How the party is present in an organization, with numbers and without names',
    needs: 'party.see',
    params: byId,
    returns: PartyOfOrganization,
  }),
  proposal: get('/party/organizations/:id/proposal', {
    summary: 'What to arrange for an organization, and why',
    needs: 'party.arrange',
    params: byId,
    returns: ProposalView,
  }),
  partners: get('/party/organizations/:id/partners', {
    summary: 'What can be chosen for an organization: neighbours, joint branches and instructors nearby',
    needs: 'party.arrange',
    params: byId,
    returns: z.object({
      neighbours: z.array(Named.extend({ areaName: z.string(), full: z.int() })),
      branches: z.array(Named.extend({ organizations: z.int() })),
      instructors: z.array(Named.extend({ unit: z.string(), organizations: z.int() })),
    }),
  }),
  arrange: post('/party/organizations/:id/arrangements', {
    summary: 'Decide how the party is present in an organization from a day on',
    needs: 'party.arrange',
    params: byId,
    body: Decision,
    returns: PartyOfOrganization,
  }),
  endArrangement: post('/party/organizations/:id/arrangement-endings', {
    summary: 'End the arrangement of an organization; it returns to the queue',
    needs: 'party.arrange',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: PartyOfOrganization,
  }),
  contact: post('/party/organizations/:id/contacts', {
    summary: 'Record a regular contact of the community’s party organization',
    needs: 'party.record',
    params: byId,
    body: z.object({
      kind: choice(contactKinds),
      on: DayField,
      matter: words(300),
      outcome: words(300).nullable().default(null),
    }),
    returns: PartyOfOrganization,
  }),
} as const
