// The endpoints of census (摸底排查).
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, IdField, words } from '../../kernel/fields.ts'
import { OrganizationDraft } from '../organizations/organization.ts'
import { AnswerSent, Baseline, Census, CensusDraft, Progress, Walk, WalkItem } from './census.ts'

const byId = z.object({ id: IdField })
const byPlace = z.object({ id: IdField, area: AreaCodeField })
const at = z.object({ area: AreaCodeField.optional() })
const withReason = z.object({ reason: words(200) })

export const censusApi = {
  list: get('/censuses', {
    summary: 'Censuses that reach into the reader’s areas, the newest first',
    needs: 'census.see',
    returns: z.object({ items: z.array(Census) }),
  }),
  create: post('/censuses', {
    summary: 'Draft a census',
    needs: 'census.run',
    body: CensusDraft,
    returns: Census,
  }),
  one: get('/censuses/:id', {
    summary: 'One census',
    needs: 'census.see',
    params: byId,
    returns: Census,
  }),
  edit: put('/censuses/:id', {
    summary: 'Change a census that is not closed',
    needs: 'census.run',
    params: byId,
    body: CensusDraft,
    returns: Census,
  }),
  open: post('/censuses/:id/opening', {
    summary: 'Open a census: every community gets its list',
    needs: 'census.run',
    params: byId,
    returns: Census,
  }),
  close: post('/censuses/:id/closing', {
    summary: 'Close a census and freeze its baseline; unfinished places need a reason',
    needs: 'census.run',
    params: byId,
    body: z.object({ reason: words(200).nullable() }),
    returns: Census,
  }),
  reopen: post('/censuses/:id/reopening', {
    summary: 'Open a closed census again; its baseline is withdrawn',
    needs: 'census.run',
    params: byId,
    body: withReason,
    returns: Census,
  }),
  discard: post('/censuses/:id/discarding', {
    summary: 'Give a draft up',
    needs: 'census.run',
    params: byId,
    returns: Census,
  }),
  progress: get('/censuses/:id/progress', {
    summary: 'How far an area and the areas directly below it are',
    needs: 'census.see',
    params: byId,
    query: at,
    returns: Progress,
  }),
  baseline: get('/censuses/:id/baseline', {
    summary: 'What was frozen at closing, for an area and the areas directly below it',
    needs: 'census.see',
    params: byId,
    query: at,
    returns: Baseline,
  }),
  export: get('/censuses/:id/export', {
    summary: 'Progress by place and every answer as a workbook',
    needs: 'census.export',
    params: byId,
    query: at,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  walk: get('/censuses/:id/places/:area', {
    summary: 'The list of one place: its organizations with what is known and what was answered',
    needs: 'census.see',
    params: byPlace,
    returns: Walk,
  }),
  answer: post('/censuses/:id/answers', {
    summary: 'Answer about one organization; the register changes with it',
    needs: 'census.answer',
    params: byId,
    body: AnswerSent,
    returns: WalkItem,
  }),
  add: post('/censuses/:id/additions', {
    summary: 'Put an organization on the register that was missing; sent twice, it is made once',
    needs: 'census.answer',
    params: byId,
    body: z.object({ key: IdField, draft: OrganizationDraft }),
    returns: WalkItem,
  }),
  finish: post('/censuses/:id/places/:area/completion', {
    summary: 'Say that a place is finished: every organization has an answer',
    needs: 'census.answer',
    params: byPlace,
    returns: Walk,
  }),
  resume: post('/censuses/:id/places/:area/resumption', {
    summary: 'Take a finished place up again',
    needs: 'census.answer',
    params: byPlace,
    returns: Walk,
  }),
}
