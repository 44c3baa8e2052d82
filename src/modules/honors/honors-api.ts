// The endpoints of honors (品牌与试点).
import { z } from 'zod'
import { del, type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView, fileKinds } from '../../kernel/file-kind.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { HonorInFull, HonorLine, OutcomeField, PublicHonor } from './honor.ts'
import { Award, HonorDraft, HonorFilter, HonorWords, RecordDraft } from './honor-drafts.ts'

const byId = z.object({ id: IdField })
const Reasoned = z.object({ reason: words(500) })
/** As many as are decided at once. */
export const mostAtOnce = 200
const Ids = z.array(IdField).min(1).max(mostAtOnce)
const Results = z.object({
  results: z.array(z.object({ id: IdField, name: z.string(), ok: z.boolean(), message: z.string() })),
})
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const answer = { returns: HonorInFull } as const
const decides = { needs: 'honor.decide', params: byId, ...answer } as const

export const honorsApi = {
  list: get('/honors', {
    summary: 'Titles and nominations, the newest nominations first',
    needs: 'honor.see',
    query: HonorFilter.extend(pageQuery),
    returns: pageOf(HonorLine),
  }),
  count: get('/honors/count', {
    summary: 'How many titles a filter matches; stops counting at 10,000',
    needs: 'honor.see',
    query: HonorFilter,
    returns: CappedCount,
  }),
  export: get('/honors/export', {
    summary: 'The filtered titles as a workbook',
    needs: 'honor.export',
    query: HonorFilter,
    file: xlsx,
  }),
  one: get('/honors/:id', {
    summary: 'One title with its history and evidence',
    needs: 'honor.see',
    params: byId,
    ...answer,
  }),
  nominate: post('/honors', {
    summary: 'Nominate an organization, a project or an area for a title',
    needs: 'honor.nominate',
    body: HonorDraft,
    ...answer,
  }),
  record: post('/honors/records', {
    summary: 'Enter a title that was published already',
    needs: 'honor.decide',
    body: RecordDraft,
    ...answer,
  }),
  edit: put('/honors/:id', {
    summary: 'Change a nomination that is not reviewed yet',
    needs: 'honor.nominate',
    params: byId,
    body: HonorWords,
    ...answer,
  }),
  retract: post('/honors/:id/retraction', {
    summary: 'Take a nomination back before it is reviewed',
    needs: 'honor.nominate',
    params: byId,
    body: Reasoned,
    ...answer,
  }),
  pass: post('/honors/:id/review', {
    summary:
      'A nomination passes: the public notice begins, or where none is asked for the title is given at once',
    ...decides,
  }),
  passMany: post('/honors/bulk-reviews', {
    summary: 'Many nominations pass, with a result for each',
    needs: 'honor.decide',
    body: z.object({ ids: Ids }),
    returns: Results,
  }),
  awardMany: post('/honors/bulk-awards', {
    summary: 'Give many titles by one document, with a result for each',
    needs: 'honor.decide',
    body: Award.extend({ ids: Ids }),
    returns: Results,
  }),
  refuse: post('/honors/:id/refusal', {
    summary: 'Refuse a nomination, before or after its public notice, with the reason',
    ...decides,
    body: Reasoned,
  }),
  award: post('/honors/:id/award', {
    summary: 'Give the title after its public notice',
    ...decides,
    body: Award,
  }),
  withdraw: post('/honors/:id/withdrawal', {
    summary: 'Withdraw a title from a day on, with the reason',
    ...decides,
    body: Reasoned.extend({ on: DayField }),
  }),
  annul: post('/honors/:id/annulment', {
    summary: 'Say that a title was entered by mistake: it counts on no day',
    ...decides,
    body: Reasoned,
  }),
  object: post('/honors/:id/objections', {
    summary: 'Write down an objection that was received during the public notice',
    ...decides,
    body: z.object({ receivedOn: DayField, said: words(1000) }),
  }),
  settle: post('/honors/:id/objections/:objection/settlement', {
    summary: 'What came of an objection',
    ...decides,
    params: byId.extend({ objection: IdField }),
    body: z.object({ outcome: OutcomeField, said: words(1000) }),
  }),
  addFile: post('/honors/:id/files', {
    summary: 'Add evidence',
    needs: 'honor.nominate',
    params: byId,
    upload: true,
    returns: FileView,
  }),
  dropFile: del('/honors/:id/files/:file', {
    summary: 'Take evidence away while the nomination is not reviewed',
    needs: 'honor.nominate',
    params: byId.extend({ file: IdField }),
    returns: z.object({}),
  }),
  file: get('/honors/:id/files/:file', {
    summary: 'One piece of evidence',
    needs: 'honor.see',
    params: byId.extend({ file: IdField }),
    file: 'application/octet-stream',
  }),
  ofOrganization: get('/organizations/:id/honors', {
    summary: 'The titles of one organization and of its projects, and the projects that may be nominated',
    needs: 'honor.see',
    params: byId,
    returns: z.object({
      items: z.array(HonorLine),
      mayNominate: z.boolean(),
      projects: z.array(z.object({ id: IdField, title: z.string(), year: z.int() })),
    }),
  }),
  notices: get('/honor-notices', {
    summary: 'What stands in public notice today, for everybody',
    needs: 'public',
    query: z.object({ area: AreaCodeField.optional() }),
    returns: z.object({ items: z.array(PublicHonor) }),
  }),
  noticePdf: get('/honor-notices/:id/paper.pdf', {
    summary:
      'The public notice in which a title stands, as a PDF to put up; once it is over, for those who decide',
    needs: 'public',
    params: byId,
    file: 'application/pdf',
  }),
  noticeWord: get('/honor-notices/:id/paper.docx', {
    summary: 'The same notice as a Word document',
    needs: 'public',
    params: byId,
    file: fileKinds.docx.mediaType,
  }),
} as const satisfies EndpointTable
