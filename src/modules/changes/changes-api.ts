// The endpoints of changes (变更与退出).
import { z } from 'zod'
import { del, type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { ChangeDraft, ChangeRequest } from './change.ts'
import { DormancyJudgement, DormancyVerdict } from './dormancy.ts'
import { Admonition, AdmonitionDraft, Cancellation, Exit, Removal } from './exit.ts'
import { Merger, Reorganization, Split } from './reorganization.ts'
import { ChangeLine, Standing } from './standing.ts'

const byId = z.object({ id: IdField })
const said = words(400)

const MoveTarget = z.object({ code: z.string(), name: z.string(), where: z.string() })

export const changesApi = {
  list: get('/changes', {
    summary: 'Requests for changes and exits of an area, open or decided',
    needs: 'change.see',
    query: z.object({
      area: AreaCodeField.optional(),
      state: z.enum(['open', 'closed']).default('open'),
      ...pageQuery,
    }),
    returns: pageOf(ChangeLine),
  }),
  standing: get('/organizations/:id/changes', {
    summary: 'Changes, mergers, dormancy and exits of an organization',
    needs: 'change.see',
    params: byId,
    returns: Standing,
  }),
  moveTargets: get('/organizations/:id/move-targets', {
    summary: 'Communities and townships of the city to which an organization might move',
    needs: 'change.request',
    params: byId,
    query: z.object({ q: z.string().trim().min(1).max(30) }),
    returns: z.object({ items: z.array(MoveTarget) }),
  }),
  request: post('/organizations/:id/change-requests', {
    summary: 'Ask for a change of name, leader, place or scope, or for a move',
    needs: 'change.request',
    params: byId,
    body: z.object({
      change: ChangeDraft,
      /** Decide it at once where the one who asks may decide it; otherwise it waits. */
      directly: z.boolean().default(false),
    }),
    returns: ChangeRequest,
  }),
  one: get('/change-requests/:id', {
    summary: 'One request with what was done with it',
    needs: 'change.see',
    params: byId,
    returns: ChangeRequest,
  }),
  resubmit: put('/change-requests/:id', {
    summary: 'Ask again after a request was returned',
    needs: 'change.request',
    params: byId,
    body: z.object({ change: ChangeDraft }),
    returns: ChangeRequest,
  }),
  withdraw: post('/change-requests/:id/withdrawal', {
    summary: 'Take a request back',
    needs: 'change.request',
    params: byId,
    body: z.object({ reason: said }),
    returns: ChangeRequest,
  }),
  decide: post('/change-requests/:id/decisions', {
    summary: 'Approve a request, return it for correction, or refuse it',
    needs: 'change.decide',
    params: byId,
    body: z.object({ decision: z.enum(['approve', 'return', 'refuse']), said: said.nullable() }),
    returns: ChangeRequest,
  }),
  merge: post('/organizations/:id/mergers', {
    summary: 'Merge organizations into one of them or into a new one; histories are kept',
    needs: 'change.reorganize',
    params: byId,
    body: Merger,
    returns: Reorganization,
  }),
  split: post('/organizations/:id/splits', {
    summary: 'Split an organization into several new ones; its history is kept',
    needs: 'change.reorganize',
    params: byId,
    body: Split,
    returns: Reorganization,
  }),
  annul: post('/reorganizations/:id/annulment', {
    summary:
      'Take back a merger or split that was a mistake: what there was before goes on as if it had not been',
    needs: 'change.reorganize',
    params: byId,
    body: z.object({ reason: said }),
    returns: Reorganization,
  }),
  judgeDormancy: post('/organizations/:id/dormancy-judgements', {
    summary: 'Decide whether an organization from which nothing was heard rests or is still active',
    needs: 'change.judgeDormancy',
    params: byId,
    body: DormancyVerdict,
    returns: DormancyJudgement,
  }),
  admonish: post('/organizations/:id/admonitions', {
    summary: 'Record a reminder, a talk or an order to rectify',
    needs: 'change.admonish',
    params: byId,
    body: AdmonitionDraft,
    returns: Admonition,
  }),
  settleAdmonition: post('/admonitions/:id/settlement', {
    summary: 'Record what came of a reminder, talk or rectification',
    needs: 'change.admonish',
    params: byId,
    body: z.object({ on: DayField, said }),
    returns: Admonition,
  }),
  requestExit: post('/organizations/:id/exits', {
    summary: 'Ask for the cancellation of an organization, with a vote or a cause',
    needs: 'exit.request',
    params: byId,
    body: Cancellation,
    returns: Exit,
  }),
  tickExitStep: post('/exits/:id/steps/:step/completion', {
    summary: 'Record that a step of winding up was done, when and by what evidence',
    needs: 'exit.request',
    params: z.object({ id: IdField, step: z.string().max(40) }),
    body: z.object({ on: DayField, evidence: said }),
    returns: Exit,
  }),
  addEvidence: post('/exits/:id/steps/:step/files', {
    summary: 'Hand in a paper as evidence of a step of winding up, beside the words',
    needs: 'exit.request',
    params: z.object({ id: IdField, step: z.string().max(40) }),
    upload: true,
    returns: Exit,
  }),
  dropEvidence: del('/exits/:id/files/:file', {
    summary: 'Take a paper out again while the winding up goes on',
    needs: 'exit.request',
    params: z.object({ id: IdField, file: IdField }),
    returns: Exit,
  }),
  evidence: get('/exits/:id/files/:file', {
    summary: 'A paper that was handed in as evidence',
    needs: 'change.see',
    params: z.object({ id: IdField, file: IdField }),
    file: 'application/octet-stream',
  }),
  withdrawExit: post('/exits/:id/withdrawal', {
    summary: 'Take a cancellation back before it ended',
    needs: 'exit.request',
    params: byId,
    body: z.object({ reason: said }),
    returns: Exit,
  }),
  answerExit: post('/exits/:id/answer', {
    summary: 'What the organization says to the notice of its removal',
    needs: 'exit.request',
    params: byId,
    body: z.object({ said }),
    returns: Exit,
  }),
  decideExit: post('/exits/:id/decisions', {
    summary: 'Accept or refuse a cancellation, or conclude it when every step is done',
    needs: 'exit.decide',
    params: byId,
    body: z.object({
      decision: z.enum(['accept', 'refuse', 'conclude']),
      said: said.nullable(),
      /** Of a conclusion: the day from which it is over. */
      on: DayField.nullable().default(null),
    }),
    returns: Exit,
  }),
  openRemoval: post('/organizations/:id/removals', {
    summary: 'Tell an organization that it is to be removed, and why',
    needs: 'exit.remove',
    params: byId,
    body: Removal,
    returns: Exit,
  }),
  decideRemoval: post('/exits/:id/removal', {
    summary: 'Remove an organization after the hearing, or let it be',
    needs: 'exit.remove',
    params: byId,
    body: z.object({ decision: z.enum(['remove', 'drop']), said, on: DayField.nullable().default(null) }),
    returns: Exit,
  }),
} as const satisfies EndpointTable
