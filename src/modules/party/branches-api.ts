// The endpoints of branches, their party life and pairings, and of instructors. (D1, D3)
import { z } from 'zod'
import { del, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, count, DayField, FlagQuery, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { choice } from '../organizations/organization.ts'
import { BranchDraft } from './arrangement-api.ts'
import { activityKinds, branchKinds, branchNatures, everyWords, partnerKinds } from './party.ts'

const BranchLine = z.object({
  id: IdField,
  name: z.string(),
  kind: choice(branchKinds),
  nature: choice(branchNatures),
  area: AreaCodeField,
  areaName: z.string(),
  foundedOn: DayField,
  dissolvedOn: DayField.nullable(),
  organizations: z.int(),
  /** Full members of its organizations together. */
  members: z.int(),
})
export const BranchListed = BranchLine.extend({
  /** The earliest day by which something is missing; null when nothing is. */
  due: DayField.nullable(),
})
export type BranchListed = z.infer<typeof BranchListed>

const Activity = z.object({
  id: IdField,
  kind: choice(activityKinds),
  on: DayField,
  subject: z.string(),
  attended: z.int().nullable(),
  note: z.string().nullable(),
  photos: z.array(FileView),
})
export type Activity = z.infer<typeof Activity>

const Owed = z.object({
  kind: choice(activityKinds),
  every: choice(everyWords),
  period: z.object({ from: DayField, to: DayField }),
  held: z.boolean(),
  lastHeld: DayField.nullable(),
  due: DayField.nullable(),
})

export const Branch = BranchLine.extend({
  dissolvedBecause: z.string().nullable(),
  /** Whether one is on record; who it is, is told by a recorded look. */
  hasSecretary: z.boolean(),
  committee: z.int().nullable(),
  /** What does not fit its number of members, or null. */
  leadershipFault: z.string().nullable(),
  united: z.array(
    z.object({
      id: IdField,
      name: z.string(),
      areaName: z.string(),
      from: DayField,
      members: z.int().nullable(),
    }),
  ),
  owed: z.array(Owed),
  activities: z.array(Activity),
  pairings: z.array(
    z.object({
      id: IdField,
      partner: z.string(),
      kind: choice(partnerKinds),
      about: z.string(),
      from: DayField,
      until: DayField.nullable(),
    }),
  ),
  may: z.array(z.string()),
})
export type Branch = z.infer<typeof Branch>

export const ActivityDraft = z.object({
  kind: choice(activityKinds),
  on: DayField,
  subject: words(100),
  attended: count(10_000).nullable().default(null),
  note: words(1000).nullable().default(null),
})
export type ActivityDraft = z.infer<typeof ActivityDraft>

export const PairingDraft = z.object({
  partner: words(60),
  kind: choice(partnerKinds),
  about: words(200),
  from: DayField,
})
export type PairingDraft = z.infer<typeof PairingDraft>

export const InstructorDraft = z.object({
  name: words(20),
  unit: words(60),
  area: AreaCodeField,
  from: DayField,
})
export type InstructorDraft = z.infer<typeof InstructorDraft>

export const Instructor = z.object({
  id: IdField,
  name: z.string(),
  unit: z.string(),
  area: AreaCodeField,
  areaName: z.string(),
  from: DayField,
  until: DayField.nullable(),
  organizations: z.int(),
  may: z.array(z.string()),
})
export type Instructor = z.infer<typeof Instructor>

const byId = z.object({ id: IdField })
const byPhoto = z.object({ id: IdField, file: IdField })
const Ending = z.object({ on: DayField, reason: words(200) })
const inArea = { area: AreaCodeField.optional(), ...pageQuery }

export const branchesApi = {
  branches: get('/party/branches', {
    summary: 'Branches of an area; those whose next meeting is due first before the others',
    needs: 'party.survey',
    query: z.object({ ...inArea, overdue: FlagQuery.optional() }),
    returns: pageOf(BranchListed),
  }),
  branch: get('/party/branches/:id', {
    summary: 'One branch: its organizations, its party life, its pairings',
    needs: 'party.survey',
    params: byId,
    returns: Branch,
  }),
  lookAtSecretary: post('/party/branches/:id/secretary-views', {
    summary: 'Who is secretary of a branch; the look is recorded',
    needs: 'party.members',
    params: byId,
    returns: z.object({ secretary: z.string().nullable() }),
  }),
  editBranch: put('/party/branches/:id', {
    summary: 'Name and leadership of a branch',
    needs: 'party.arrange',
    params: byId,
    /** A secretary of null leaves the one on record. */
    body: BranchDraft,
    returns: Branch,
  }),
  dissolve: post('/party/branches/:id/dissolution', {
    summary: 'Dissolve a branch; its organizations return to the queue',
    needs: 'party.arrange',
    params: byId,
    body: Ending,
    returns: Branch,
  }),
  addActivity: post('/party/branches/:id/activities', {
    summary: 'Record a meeting of a branch',
    needs: 'party.record',
    params: byId,
    body: ActivityDraft,
    returns: Branch,
  }),
  withdrawActivity: post('/party/activities/:id/withdrawal', {
    summary: 'Take back a meeting that was entered by mistake',
    needs: 'party.record',
    params: byId,
    body: z.object({ reason: words(200) }),
    returns: Branch,
  }),
  addPhoto: post('/party/activities/:id/photos', {
    summary: 'Add a picture to a meeting; none is ever asked for',
    needs: 'party.record',
    params: byId,
    upload: true,
    returns: Branch,
  }),
  dropPhoto: del('/party/activities/:id/photos/:file', {
    summary: 'Take a picture away from a meeting',
    needs: 'party.record',
    params: byPhoto,
    returns: Branch,
  }),
  photo: get('/party/activities/:id/photos/:file', {
    summary: 'A picture of a meeting',
    needs: 'party.survey',
    params: byPhoto,
    file: 'application/octet-stream',
  }),
  addPairing: post('/party/branches/:id/pairings', {
    summary: 'Record that a branch works together with a unit',
    needs: 'party.record',
    params: byId,
    body: PairingDraft,
    returns: Branch,
  }),
  endPairing: post('/party/pairings/:id/endings', {
    summary: 'A pairing has ended',
    needs: 'party.record',
    params: byId,
    body: Ending,
    returns: Branch,
  }),
  instructors: get('/party/instructors', {
    summary: 'Instructors of an area',
    needs: 'party.survey',
    query: z.object(inArea),
    returns: pageOf(Instructor),
  }),
  addInstructor: post('/party/instructors', {
    summary: 'Put an instructor on the list of an area',
    needs: 'party.arrange',
    body: InstructorDraft,
    returns: Instructor,
  }),
  endInstructor: post('/party/instructors/:id/endings', {
    summary: 'An instructor serves no more; the organizations return to the queue',
    needs: 'party.arrange',
    params: byId,
    body: Ending,
    returns: Instructor,
  }),
} as const
