// The endpoints of party members and key people: sensitive, so names are told only by a recorded look. (D4)
import { z } from 'zod'
import { post, put } from '../../kernel/endpoint.ts'
import { DayField, IdField, words } from '../../kernel/fields.ts'
import { choice } from '../organizations/organization.ts'
import { PartyOfOrganization } from './arrangement-api.ts'
import { keyPersonKinds, relations } from './party.ts'

/** Two of the same name are told apart in brackets: 张伟（三栋）. */
export const MemberDraft = z.object({
  name: words(20),
  /** Null: probationary. */
  fullSince: DayField.nullable().default(null),
  relation: choice(relations).default('unknown'),
  leader: z.boolean().default(false),
  keyMember: z.boolean().default(false),
  /** First day in the organization. */
  from: DayField,
})
export type MemberDraft = z.infer<typeof MemberDraft>

export const Member = MemberDraft.extend({ id: IdField, until: DayField.nullable() })
export type Member = z.infer<typeof Member>

export const KeyPersonDraft = z.object({
  name: words(20),
  kind: choice(keyPersonKinds),
  /** The deliberation body or leadership; null for the other kinds. */
  body: words(40).nullable().default(null),
  from: DayField,
})
export type KeyPersonDraft = z.infer<typeof KeyPersonDraft>

const byId = z.object({ id: IdField })
const Ending = z.object({ on: DayField, reason: words(200) })

export const membersApi = {
  lookAtMembers: post('/party/organizations/:id/member-views', {
    summary: 'Names of an organization’s party members and key people; the look is recorded',
    needs: 'party.members',
    params: byId,
    returns: z.object({
      members: z.array(Member),
      keyPeople: z.array(z.object({ id: IdField, name: z.string() })),
    }),
  }),
  addMember: post('/party/organizations/:id/members', {
    summary: 'Put a party member on an organization’s list',
    needs: 'party.members',
    params: byId,
    body: MemberDraft,
    returns: PartyOfOrganization,
  }),
  keepRoster: post('/party/organizations/:id/roster', {
    summary: 'The list is complete: from this day on the register counts its full members',
    needs: 'party.members',
    params: byId,
    body: z.object({ from: DayField }),
    returns: PartyOfOrganization,
  }),
  editMember: put('/party/members/:id', {
    summary: 'Correct a party member on a list',
    needs: 'party.members',
    params: byId,
    body: MemberDraft,
    returns: PartyOfOrganization,
  }),
  endMember: post('/party/members/:id/endings', {
    summary: 'A party member has left the organization',
    needs: 'party.members',
    params: byId,
    body: z.object({ on: DayField }),
    returns: PartyOfOrganization,
  }),
  addKeyPerson: post('/party/organizations/:id/key-people', {
    summary: 'Record that a key person was developed, leads as a member, or has a seat',
    needs: 'party.members',
    params: byId,
    body: KeyPersonDraft,
    returns: PartyOfOrganization,
  }),
  endKeyPerson: post('/party/key-people/:id/endings', {
    summary: 'A key person no longer leads or sits there',
    needs: 'party.members',
    params: byId,
    body: Ending,
    returns: PartyOfOrganization,
  }),
} as const
