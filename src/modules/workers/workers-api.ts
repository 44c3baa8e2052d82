// The endpoints of workers (社会工作专业人才): the register of social workers, and the rewards beside it.
import { z } from 'zod'
import { type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, FlagQuery, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { rewardsApi } from './rewards-api.ts'
import {
  CertificateDraft,
  Colleague,
  certifiedGrades,
  EmploymentField,
  employments,
  GradeField,
  grades,
  PostDraft,
  Worker,
  WorkerDraft,
  WorkerPage,
  WorkerTrainings,
} from './worker.ts'

export const WorkerFilter = z.object({
  area: AreaCodeField.optional(),
  /** Part of a name or a certificate's number. */
  q: z.string().trim().max(60).optional(),
  grade: oneOrMore(GradeField),
  employment: oneOrMore(EmploymentField),
  /** `left`: those who hold no post any more. */
  state: z.enum(['working', 'left', 'all']).default('working'),
  /** Whose certificate is to be renewed by now. */
  expiring: FlagQuery.optional(),
})
export type WorkerFilter = z.output<typeof WorkerFilter>

/** Head-counts today: of all, of each grade, of each employment. */
export const WorkerSums = z.object({
  working: z.int(),
  grades: z.record(z.enum(Object.keys(grades) as [keyof typeof grades]), z.int()),
  employments: z.record(z.enum(Object.keys(employments) as [keyof typeof employments]), z.int()),
  /** Communities in which somebody with a certificate works, of all. */
  certifiedCommunities: z.int(),
  communities: z.int(),
})
export type WorkerSums = z.infer<typeof WorkerSums>

const byId = z.object({ id: IdField })
const reason = words(200)

export const workersApi = {
  list: get('/workers', {
    summary: 'Social workers by name',
    needs: 'worker.see',
    query: WorkerFilter.extend(pageQuery),
    returns: pageOf(Worker),
  }),
  count: get('/workers/count', {
    summary: 'How many social workers a filter matches; stops counting at 10,000',
    needs: 'worker.see',
    query: WorkerFilter,
    returns: CappedCount,
  }),
  sums: get('/workers/sums', {
    summary: 'Head-counts of an area today',
    needs: 'worker.see',
    query: z.object({ area: AreaCodeField.optional() }),
    returns: WorkerSums,
  }),
  export: get('/workers/export', {
    summary: 'The filtered social workers as a workbook, in the form in which they can be imported',
    needs: 'worker.export',
    query: WorkerFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  ofOrganization: get('/organizations/:id/workers', {
    summary: 'The social workers of one organization, who work there now: names and grades',
    needs: 'worker.ofOrganization',
    params: byId,
    returns: z.object({
      items: z.array(Colleague),
      mayKeep: z.boolean(),
    }),
  }),
  ofStation: get('/support-platforms/:id/workers', {
    summary: 'How many social workers work at a station now; by name to those who may see people there',
    needs: 'support.see',
    params: byId,
    returns: z.object({
      working: z.int(),
      certified: z.int(),
      items: z.array(Colleague).nullable(),
      mayKeep: z.boolean(),
    }),
  }),
  create: post('/workers', {
    summary: 'Put a social worker on record',
    needs: 'worker.keep',
    body: WorkerDraft,
    returns: WorkerPage,
  }),
  one: get('/workers/:id', {
    summary: 'One social worker with all posts and certificates',
    needs: 'worker.see',
    params: byId,
    returns: WorkerPage,
  }),
  trainings: get('/workers/:id/trainings', {
    summary: 'Trainings at which a social worker was, by name, post and day, the newest first',
    needs: 'worker.see',
    params: byId,
    query: z.object(pageQuery),
    returns: WorkerTrainings,
  }),
  setAccount: put('/workers/:id/account', {
    summary: 'Tie an account to a social worker, who sees the own record with it; or untie it',
    needs: 'worker.setAccount',
    params: byId,
    body: z.object({ loginName: z.string().trim().min(1).max(60).nullable() }),
    returns: WorkerPage,
  }),
  rename: put('/workers/:id/name', {
    summary: 'Correct a name that was written wrongly',
    needs: 'worker.keep',
    params: byId,
    body: z.object({ name: words(40), reason }),
    returns: WorkerPage,
  }),
  move: post('/workers/:id/posts', {
    summary: 'Begin the next post; the one before ends on that day',
    needs: 'worker.keep',
    params: byId,
    body: PostDraft,
    returns: WorkerPage,
  }),
  correctPost: put('/workers/:id/posts/:post', {
    summary: 'Correct a post that was recorded wrongly, with the reason',
    needs: 'worker.keep',
    params: byId.extend({ post: IdField }),
    body: PostDraft.and(z.object({ until: DayField.nullable().default(null), reason })),
    returns: WorkerPage,
  }),
  leave: post('/workers/:id/departure', {
    summary: 'End the post without a next one',
    needs: 'worker.keep',
    params: byId,
    body: z.object({ on: DayField, reason }),
    returns: WorkerPage,
  }),
  certify: post('/workers/:id/certificates', {
    summary: 'Put a certificate on record',
    needs: 'worker.keep',
    params: byId,
    body: CertificateDraft,
    returns: WorkerPage,
  }),
  correctCertificate: put('/workers/:id/certificates/:certificate', {
    summary: `Renew a certificate (${Object.keys(certifiedGrades).join(', ')}), or correct it, with the reason`,
    needs: 'worker.keep',
    params: byId.extend({ certificate: IdField }),
    body: CertificateDraft.and(z.object({ reason })),
    returns: WorkerPage,
  }),
  ...rewardsApi,
} as const satisfies EndpointTable
