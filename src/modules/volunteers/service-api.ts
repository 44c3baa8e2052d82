// The endpoints of hours: recorded, confirmed, corrected, certified; and what a volunteer sees of the own.
import { z } from 'zod'
import { type EndpointTable, get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { Entry, ServiceDraft, StatusField } from './service.ts'
import { CertificateLine, PublicServiceCertificate } from './volunteer.ts'

const byId = z.object({ id: IdField })
const Reason = z.object({ reason: words(200) })

export const ServiceFilter = z.object({
  area: AreaCodeField.optional(),
  status: oneOrMore(StatusField),
  team: IdField.optional(),
  /** First and last day of service. */
  from: DayField.optional(),
  until: DayField.optional(),
})
export type ServiceFilter = z.infer<typeof ServiceFilter>

/** As many as are recorded, and as many as are confirmed at once. */
export const mostRecorded = 200
export const mostConfirmed = 500

const Results = z.object({
  results: z.array(z.object({ id: IdField, name: z.string(), ok: z.boolean(), message: z.string() })),
})

export const Mine = z.object({
  /** Confirmed minutes, of all time and of this year. */
  minutes: z.int(),
  thisYear: z.int(),
  /** Teams of which the person is one today. */
  teams: z.array(z.object({ member: IdField, teamName: z.string(), organizationName: z.string() })),
  entries: z.array(Entry),
})
export type Mine = z.infer<typeof Mine>

export const serviceApi = {
  entries: get('/service-entries', {
    summary: 'Hours of volunteer service, the newest first',
    needs: 'service.see',
    query: ServiceFilter.extend(pageQuery),
    returns: pageOf(Entry),
  }),
  entryCount: get('/service-entries/count', {
    summary: 'How many entries a filter matches; stops counting at 10,000',
    needs: 'service.see',
    query: ServiceFilter,
    returns: CappedCount,
  }),
  exportEntries: get('/service-entries/export', {
    summary: 'The filtered entries as a workbook',
    needs: 'service.export',
    query: ServiceFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  record: post('/volunteer-teams/:id/service-entries', {
    summary: 'Record what people of a team did on one occasion, with a result for each',
    needs: 'service.record',
    params: byId,
    body: ServiceDraft.extend({
      members: z.array(IdField).min(1, '请先选人').max(mostRecorded),
      /** The organizer, who was there, confirms at once. */
      confirm: z.boolean().default(false),
    }),
    returns: Results,
  }),
  confirm: post('/service-entries/confirmations', {
    summary: 'Confirm many entries, with a result for each',
    needs: 'service.record',
    body: z.object({ ids: z.array(IdField).min(1, '请先勾选').max(mostConfirmed) }),
    returns: Results,
  }),
  refuse: post('/service-entries/:id/refusal', {
    summary: 'An entry is not confirmed, with the reason',
    needs: 'service.record',
    params: byId,
    body: Reason,
    returns: Entry,
  }),
  correct: post('/service-entries/:id/correction', {
    summary: 'Put a corrected entry in the place of one, with the reason; the old one stays on record',
    needs: 'service.record',
    params: byId,
    body: ServiceDraft.extend({ reason: words(200) }),
    returns: Entry,
  }),
  withdraw: post('/service-entries/:id/withdrawal', {
    summary: 'An entry should never have been made; it stays on record and counts no more',
    needs: 'service.record',
    params: byId,
    body: Reason,
    returns: Entry,
  }),
  answer: post('/service-entries/:id/answer', {
    summary: 'Say why an entry stays as it is although its volunteer objects',
    needs: 'service.record',
    params: byId,
    body: z.object({ words: words(200) }),
    returns: Entry,
  }),
  certify: post('/team-members/:id/service-certificates', {
    summary: 'Issue a certificate of confirmed service between two days',
    needs: 'service.certify',
    params: byId,
    body: z.object({ from: DayField, until: DayField }),
    returns: CertificateLine,
  }),
  printCertificate: get('/service-certificates/:id/pdf', {
    summary: 'A certificate of service as a PDF',
    needs: 'service.certify',
    params: byId,
    file: 'application/pdf',
  }),
  cancelCertificate: post('/service-certificates/:id/cancellation', {
    summary: 'Cancel a certificate of service, with the reason',
    needs: 'service.certify',
    params: byId,
    body: Reason,
    returns: CertificateLine,
  }),
  verifyService: get('/verify-service/:code', {
    summary: 'What everybody may know of the certificate of service whose QR code was read',
    needs: 'public',
    params: z.object({ code: z.string().max(100) }),
    returns: PublicServiceCertificate,
  }),
  mine: get('/me/service', {
    summary: 'What a volunteer with an account sees of the own service',
    needs: 'service.own',
    returns: Mine,
  }),
  recordOwn: post('/me/service-entries', {
    summary: 'A volunteer records the own service; the organizer confirms it',
    needs: 'service.own',
    body: ServiceDraft.extend({ member: IdField }),
    returns: Mine,
  }),
  object: post('/me/service-entries/:id/objection', {
    summary: 'A volunteer says what is wrong with an own entry; the organizer corrects it',
    needs: 'service.own',
    params: byId,
    body: z.object({ words: words(200) }),
    returns: Mine,
  }),
} as const satisfies EndpointTable
