// The endpoints of training (培训).
import { z } from 'zod'
import { del, type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { choice } from '../organizations/organization.ts'
import { checkInApi } from './check-in-api.ts'
import {
  AttendanceChange,
  AttendanceList,
  audiences,
  EnrolmentDraft,
  Lacking,
  Plan,
  PlanLine,
  PublicTrainingPaper,
  Training,
  TrainingDraft,
  TrainingSum,
  TrainingsOf,
  TrainingView,
  trainingStatuses,
} from './training.ts'

const byId = z.object({ id: IdField })
const withReason = z.object({ reason: words(200) })
const YearField = z.coerce.number().int().min(2000).max(2100)
const inYear = z.object({ area: AreaCodeField.optional(), year: YearField })
const pdf = 'application/pdf'
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Filters of the page; they live in its address under the same names. */
export const TrainingFilter = z.object({
  area: AreaCodeField.optional(),
  year: YearField.optional(),
  audience: oneOrMore(choice(audiences)),
  status: oneOrMore(choice(trainingStatuses)),
})
export type TrainingFilter = z.infer<typeof TrainingFilter>

export const trainingApi = {
  list: get('/trainings', {
    summary: 'Trainings of the reader’s areas and of those above, the latest day first',
    needs: 'training.see',
    query: TrainingFilter.extend(pageQuery),
    returns: pageOf(Training),
  }),
  export: get('/trainings/export', {
    summary: 'The filtered trainings as a workbook',
    needs: 'training.export',
    query: TrainingFilter,
    file: workbook,
  }),
  sums: get('/trainings/sums', {
    summary: 'Trainings held and person-times by audience: of a year, and all',
    needs: 'training.see',
    query: inYear,
    returns: z.object({ items: z.array(TrainingSum) }),
  }),
  lacking: get('/trainings/lacking', {
    summary: 'Active organizations of which nobody has had the year’s training for key members',
    needs: 'training.lacking',
    query: inYear.extend(pageQuery),
    returns: pageOf(Lacking),
  }),
  lackingCount: get('/trainings/lacking/count', {
    summary: 'How many organizations lack the year’s training; stops counting at 10,000',
    needs: 'training.lacking',
    query: inYear,
    returns: CappedCount,
  }),
  plan: get('/training-plans', {
    summary: 'What an area plans for a year and has done, and the same of the areas below',
    needs: 'training.see',
    query: inYear.extend({ area: AreaCodeField }),
    returns: Plan,
  }),
  setPlan: put('/training-plans', {
    summary: 'Plan an area’s year: how many trainings and person-times, for whom',
    needs: 'training.plan',
    body: z.object({ area: AreaCodeField, year: YearField, lines: z.array(PlanLine).max(3) }),
    returns: Plan,
  }),
  create: post('/trainings', {
    summary: 'Announce a training',
    needs: 'training.run',
    body: TrainingDraft,
    returns: TrainingView,
  }),
  one: get('/trainings/:id', {
    summary: 'One training with its materials and with the answers that the reader may know',
    needs: 'training.see',
    params: byId,
    returns: TrainingView,
  }),
  edit: put('/trainings/:id', {
    summary: 'Change a training that is not cancelled',
    needs: 'training.run',
    params: byId,
    body: z.object({ version: z.int(), training: TrainingDraft }),
    returns: TrainingView,
  }),
  cancel: post('/trainings/:id/cancellation', {
    summary: 'Cancel a training; attendances that were recorded no longer count',
    needs: 'training.run',
    params: byId,
    body: withReason,
    returns: TrainingView,
  }),
  addMaterial: post('/trainings/:id/materials', {
    summary: 'Add a file for those who take part',
    needs: 'training.run',
    params: byId,
    upload: true,
    returns: TrainingView,
  }),
  material: get('/trainings/:id/materials/:file', {
    summary: 'A file for those who take part',
    needs: 'training.see',
    params: byId.extend({ file: IdField }),
    file: 'application/octet-stream',
  }),
  dropMaterial: del('/trainings/:id/materials/:file', {
    summary: 'Take a file away again',
    needs: 'training.run',
    params: byId.extend({ file: IdField }),
    returns: TrainingView,
  }),
  attendance: get('/trainings/:id/attendance', {
    summary: 'Who was there and who is enrolled by name, with those who seem to have been elsewhere',
    needs: 'training.names',
    params: byId,
    returns: AttendanceList,
  }),
  record: post('/trainings/:id/attendance', {
    summary: 'Record who was there; the first record says that the training was held',
    needs: 'training.run',
    params: byId,
    body: AttendanceChange,
    returns: AttendanceList,
  }),
  exportAttendance: get('/trainings/:id/attendance/export', {
    summary: 'Who was there as a workbook, in the columns in which a paper list is imported',
    needs: 'training.names',
    params: byId,
    file: workbook,
  }),
  sayApart: post('/trainings/:id/namesakes', {
    summary: 'Two who seemed to be one person are two who share a name',
    needs: 'training.run',
    params: byId,
    body: z.object({ attendance: IdField, other: IdField }),
    returns: AttendanceList,
  }),
  organizationCertificate: get('/trainings/:id/organizations/:organization/certificate', {
    summary: 'Certificate of attendance of an organization as PDF',
    needs: 'training.names',
    params: byId.extend({ organization: IdField }),
    file: pdf,
  }),
  certificate: get('/training-attendances/:id/certificate', {
    summary: 'Certificate of attendance of one person as PDF',
    needs: 'training.names',
    params: byId,
    file: pdf,
  }),
  verify: get('/verify-training/:code', {
    summary: 'What everybody may know of the certificate of attendance whose QR code was read',
    needs: 'public',
    params: z.object({ code: z.string().max(100) }),
    returns: PublicTrainingPaper,
  }),
  invite: post('/trainings/:id/invitations', {
    summary: 'Invite organizations: those chosen, or all of an area that lack the year’s training',
    needs: 'training.invite',
    params: byId,
    body: z.union([
      z.object({ organizations: z.array(IdField).min(1).max(500) }),
      z.object({ lackingIn: AreaCodeField }),
    ]),
    returns: z.object({ invited: z.int() }),
  }),
  enrol: post('/trainings/:id/enrolments', {
    summary: 'Enrol an organization with some people, or change that',
    needs: 'training.enrol',
    params: byId,
    body: EnrolmentDraft,
    returns: TrainingView,
  }),
  decline: post('/training-enrolments/:id/refusal', {
    summary: 'Say that an invited organization does not come',
    needs: 'training.enrol',
    params: byId,
    body: withReason,
    returns: TrainingView,
  }),
  withdraw: post('/training-enrolments/:id/withdrawal', {
    summary: 'Take an enrolment back',
    needs: 'training.enrol',
    params: byId,
    returns: TrainingView,
  }),
  recall: post('/training-enrolments/:id/recall', {
    summary: 'Take an invitation back before anybody came; with a reason where somebody was told',
    needs: 'training.invite',
    params: byId,
    body: z.object({ reason: words(200).nullable().default(null) }),
    returns: TrainingView,
  }),
  ofOrganization: get('/organizations/:id/trainings', {
    summary: 'Trainings of an organization, by year and one by one',
    needs: 'training.ofOrganization',
    params: byId,
    returns: TrainingsOf,
  }),
  ...checkInApi,
} as const satisfies EndpointTable
