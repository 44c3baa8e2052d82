// The endpoints of applications (备案与登记): fill in, send, handle, decide.
import { z } from 'zod'
import { del, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, FlagQuery, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { fileKinds } from '../../kernel/file-kind.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { tiers } from '../organizations/choices.ts'
import { choice } from '../organizations/organization.ts'
import {
  Application,
  ApplicationFacts,
  ApplicationLine,
  applicationKinds,
  applicationStatuses,
  desks,
  Roster,
} from './filing.ts'

/** The filters of the list; they live in the page's URL under the same names. */
export const ApplicationFilter = z.object({
  area: AreaCodeField.optional(),
  q: z.string().trim().max(60).optional(),
  status: oneOrMore(choice(applicationStatuses)),
  desk: oneOrMore(choice(desks)),
  tier: oneOrMore(choice(tiers)),
  kind: oneOrMore(choice(applicationKinds)),
  /** Past its limit today. */
  overdue: FlagQuery.optional(),
  /** One's own: kept or opened by the asking person. */
  mine: FlagQuery.optional(),
  organization: IdField.optional(),
  /** Only these, as a queue hands them over: ids with commas between. */
  ids: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/, '编号不正确')
    .optional(),
})
export type ApplicationFilter = z.infer<typeof ApplicationFilter>

const byId = z.object({ id: IdField })
const byFile = z.object({ id: IdField, file: IdField })
const said = words(500)

/** What a desk may do with an application that lies on it. Approving a lower tier than the one asked for needs a reason. */
export const Handling = z.discriminatedUnion('step', [
  z.object({ step: z.literal('opine'), supports: z.boolean(), words: said }),
  z.object({ step: z.literal('accept'), words: said.optional() }),
  z.object({ step: z.literal('review'), supports: z.boolean(), words: said }),
  z.object({ step: z.literal('return'), words: said }),
  z.object({ step: z.literal('approve'), tier: choice(tiers).optional(), words: said }),
  z.object({ step: z.literal('refuse'), words: said }),
])
export type Handling = z.infer<typeof Handling>

/** The same decision for many. */
export const ManyDecided = z.object({
  ids: z.array(IdField).min(1, '请先选择').max(1000, '一次最多 1000 件'),
  step: z.enum(['approve', 'refuse']),
  words: said,
})
export type ManyDecided = z.infer<typeof ManyDecided>

export const DecisionResult = z.object({
  id: IdField,
  name: z.string(),
  ok: z.boolean(),
  message: z.string(),
  /** The organization on the register, when it was approved. */
  organization: IdField.nullable(),
})
export type DecisionResult = z.infer<typeof DecisionResult>
const Decided = z.object({ results: z.array(DecisionResult) })

export const RosterView = z.object({
  members: Roster,
  /** Whether the reader sees who is a member of the party. */
  party: z.boolean(),
})

export const filingApi = {
  list: get('/applications', {
    summary: 'Applications, those due first or the newest first',
    needs: 'filing.see',
    query: ApplicationFilter.extend({ ...pageQuery, sort: z.enum(['due', 'recent']).default('due') }),
    returns: pageOf(ApplicationLine),
  }),
  count: get('/applications/count', {
    summary: 'How many applications a filter matches; stops counting at 10,000',
    needs: 'filing.see',
    query: ApplicationFilter,
    returns: CappedCount,
  }),
  one: get('/applications/:id', {
    summary: 'One application with its papers, conditions, clock and thread',
    needs: 'filing.see',
    params: byId,
    returns: Application,
  }),
  create: post('/applications', {
    summary: 'Begin an application; the same key gives the same application again',
    needs: 'filing.create',
    body: z.object({
      key: IdField,
      area: AreaCodeField,
      tier: choice(tiers).default('filed'),
      /** The organization that is to rise; absent for a new group. */
      organization: IdField.optional(),
    }),
    returns: Application,
  }),
  save: put('/applications/:id', {
    summary: 'Save what has been filled in so far',
    needs: 'filing.edit',
    params: byId,
    body: z.object({
      version: z.int(),
      tier: choice(tiers).optional(),
      /** The leader's account, when a worker fills in. */
      keeper: IdField.nullable().optional(),
      facts: ApplicationFacts,
    }),
    returns: Application,
  }),
  submit: post('/applications/:id/submission', {
    summary: 'Send a new application, or one that was returned for correction',
    needs: 'filing.edit',
    params: byId,
    returns: Application,
  }),
  withdraw: post('/applications/:id/withdrawal', {
    summary: 'Take an application back',
    needs: 'filing.edit',
    params: byId,
    body: z.object({ words: said }),
    returns: Application,
  }),
  roster: get('/applications/:id/roster', {
    summary: 'The members by name; party facts only for whoever may see them',
    needs: 'filing.seeRoster',
    params: byId,
    returns: RosterView,
  }),
  saveRoster: put('/applications/:id/roster', {
    summary: 'Write the whole roster',
    needs: 'filing.edit',
    params: byId,
    body: z.object({ members: Roster }),
    returns: Application,
  }),
  uploadRoster: post('/applications/:id/roster-file', {
    summary: 'Read the roster from a workbook or CSV; every wrong row is named and nothing is half done',
    needs: 'filing.edit',
    params: byId,
    upload: true,
    returns: Application,
  }),
  party: post('/applications/:id/party-views', {
    summary: 'The members with their party facts; the look is recorded',
    needs: 'filing.seeParty',
    params: byId,
    returns: RosterView,
  }),
  addFile: post('/applications/:id/files', {
    summary: 'Hand in a file for one material',
    needs: 'filing.edit',
    params: byId,
    query: z.object({ material: z.string().max(40) }),
    upload: true,
    returns: Application,
  }),
  dropFile: del('/applications/:id/files/:file', {
    summary: 'Take a file out again',
    needs: 'filing.edit',
    params: byFile,
    returns: Application,
  }),
  file: get('/applications/:id/files/:file', {
    summary: 'A file that was handed in',
    needs: 'filing.see',
    params: byFile,
    file: 'application/octet-stream',
  }),
  formPdf: get('/applications/:id/form.pdf', {
    summary: 'The application form made from the record, to print and sign',
    needs: 'filing.see',
    params: byId,
    file: fileKinds.pdf.mediaType,
  }),
  formWord: get('/applications/:id/form.docx', {
    summary: 'The application form made from the record, to go on writing',
    needs: 'filing.see',
    params: byId,
    file: fileKinds.docx.mediaType,
  }),
  say: post('/applications/:id/messages', {
    summary: 'Say something in the thread of an application',
    needs: 'filing.say',
    params: byId,
    body: z.object({ words: said }),
    returns: Application,
  }),
  urge: post('/applications/:id/reminders', {
    summary: 'Remind the desk on which an application lies',
    needs: 'filing.urge',
    params: byId,
    body: z.object({ words: said }),
    returns: Application,
  }),
  handleInCommunity: post('/applications/:id/community-handling', {
    summary: 'Community: confirm a guided group, give an opinion, return, refuse',
    needs: 'filing.handleInCommunity',
    params: byId,
    body: Handling,
    returns: Application,
  }),
  handleInTownship: post('/applications/:id/township-handling', {
    summary: 'Township: accept, return, decide',
    needs: 'filing.handleInTownship',
    params: byId,
    body: Handling,
    returns: Application,
  }),
  handleInCounty: post('/applications/:id/county-handling', {
    summary: 'County: accept, return, review, decide',
    needs: 'filing.handleInCounty',
    params: byId,
    body: Handling,
    returns: Application,
  }),
  confirmMany: post('/applications/confirmations', {
    summary: 'Community: the same decision for many, with a result per row',
    needs: 'filing.handleInCommunity',
    body: ManyDecided,
    returns: Decided,
  }),
  decideMany: post('/applications/decisions', {
    summary: 'Township: the same decision for many, with a result per row',
    needs: 'filing.handleInTownship',
    body: ManyDecided,
    returns: Decided,
  }),
  registerMany: post('/applications/county-decisions', {
    summary: 'County: the same decision for many, with a result per row',
    needs: 'filing.handleInCounty',
    body: ManyDecided,
    returns: Decided,
  }),
}
