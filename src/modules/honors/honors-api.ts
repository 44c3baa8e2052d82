// The endpoints of honors (品牌与试点).
import { z } from 'zod'
import { del, type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import {
  HonorInFull,
  HonorLine,
  KindField,
  LevelField,
  OutcomeField,
  PublicHonor,
  StateField,
  SubjectField,
  ThemeField,
} from './honor.ts'

const Year = z.coerce.number().int().min(2000, '请填写 2000 年以后的年份').max(2100, '请填写年份')

export const HonorFilter = z.object({
  area: AreaCodeField.optional(),
  /** Part of a name or a title. */
  q: z.string().trim().max(60).optional(),
  kind: oneOrMore(KindField),
  subject: oneOrMore(SubjectField),
  level: oneOrMore(LevelField),
  state: oneOrMore(StateField),
  year: Year.optional(),
})
export type HonorFilter = z.infer<typeof HonorFilter>

/** Of an organization or an area by its key; a project by its title, with the organization that carries it or its area. */
export const SubjectDraft = z.discriminatedUnion('subject', [
  z.object({ subject: z.literal('organization'), organization: IdField }),
  z.object({ subject: z.literal('area'), area: AreaCodeField }),
  z.object({ subject: z.literal('project'), name: words(60), organization: IdField }),
])
export type SubjectDraft = z.infer<typeof SubjectDraft>

/** What may be changed until it is reviewed. */
export const HonorWords = z.object({
  title: words(40),
  year: Year,
  theme: ThemeField.nullable().default(null),
  reason: words(1000),
})
export type HonorWords = z.infer<typeof HonorWords>

export const HonorDraft = HonorWords.extend({ kind: KindField, level: LevelField, about: SubjectDraft })
export type HonorDraft = z.infer<typeof HonorDraft>

/** What an award says. */
export const Award = z.object({
  on: DayField,
  validUntil: DayField.nullable().default(null),
  /** Number and title of the document that publishes it. */
  document: words(120).nullable().default(null),
})
export type Award = z.infer<typeof Award>

/** A title that was published already: the document says who decided it. */
export const RecordDraft = HonorDraft.extend({ ...Award.shape, document: words(120) })
export type RecordDraft = z.infer<typeof RecordDraft>

const byId = z.object({ id: IdField })
const Reasoned = z.object({ reason: words(500) })
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
    summary: 'How many titles a filter matches, by state; stops counting at 10,000',
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
  }),
  file: get('/honors/:id/files/:file', {
    summary: 'One piece of evidence',
    needs: 'honor.see',
    params: byId.extend({ file: IdField }),
    file: 'application/octet-stream',
  }),
  ofOrganization: get('/organizations/:id/honors', {
    summary: 'The titles of one organization and of its projects',
    needs: 'honor.see',
    params: byId,
    returns: z.object({ items: z.array(HonorLine), mayNominate: z.boolean() }),
  }),
  notices: get('/honor-notices', {
    summary: 'What stands in public notice today, for everybody',
    needs: 'public',
    query: z.object({ area: AreaCodeField.optional() }),
    returns: z.object({ items: z.array(PublicHonor) }),
  }),
} as const satisfies EndpointTable
