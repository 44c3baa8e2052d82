// The endpoints of certificates (备案证书).
import { z } from 'zod'
import { type EndpointTable, get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { Certificate, certificateStates, PublicCertificate } from './certificate.ts'

/** As many as one PDF holds: the server makes it in one go. */
export const mostPrinted = 50
/** As many as are issued at once. */
export const mostIssued = 1000

/** States to filter by; `due`: may be renewed by now. */
export const stateFilters = { ...certificateStates, due: '可以换发' } as const
export type StateFilter = keyof typeof stateFilters

export const CertificateFilter = z.object({
  area: AreaCodeField.optional(),
  /** Part of a name or a number. */
  q: z.string().trim().max(60).optional(),
  state: oneOrMore(z.enum(Object.keys(stateFilters) as [StateFilter])),
})
export type CertificateFilter = z.infer<typeof CertificateFilter>

const WaitingFilter = z.object({ area: AreaCodeField.optional(), ids: oneOrMore(IdField) })

export const Waiting = z.object({
  id: IdField,
  name: z.string(),
  areaName: z.string(),
  townshipName: z.string().nullable(),
  filedOn: z.string().nullable(),
})
export type Waiting = z.infer<typeof Waiting>

const byId = z.object({ id: IdField })
const Ending = z.object({ on: DayField, reason: words(200) })
const pdf = 'application/pdf'

export const certificatesApi = {
  list: get('/certificates', {
    summary: 'Certificates of filing, the newest first',
    needs: 'certificate.see',
    query: CertificateFilter.extend(pageQuery),
    returns: pageOf(Certificate),
  }),
  count: get('/certificates/count', {
    summary: 'How many certificates a filter matches; stops counting at 10,000',
    needs: 'certificate.see',
    query: CertificateFilter,
    returns: CappedCount,
  }),
  export: get('/certificates/export', {
    summary: 'The filtered certificates as a workbook',
    needs: 'certificate.export',
    query: CertificateFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  waiting: get('/certificates/waiting', {
    summary: 'Filed organizations without a certificate, those filed first at the top',
    needs: 'certificate.issue',
    query: WaitingFilter.extend(pageQuery),
    returns: pageOf(Waiting),
  }),
  waitingCount: get('/certificates/waiting/count', {
    summary: 'How many filed organizations have no certificate; stops counting at 10,000',
    needs: 'certificate.issue',
    query: WaitingFilter,
    returns: CappedCount,
  }),
  issueMany: post('/certificates/bulk-issues', {
    summary: 'Issue a certificate to each of many organizations, with a result per row',
    needs: 'certificate.issue',
    body: z.object({ ids: z.array(IdField).min(1).max(mostIssued), on: DayField }),
    returns: z.object({
      results: z.array(
        z.object({
          id: IdField,
          name: z.string(),
          ok: z.boolean(),
          message: z.string(),
          /** What was issued. */
          certificate: z.object({ id: IdField, number: z.string() }).nullable(),
        }),
      ),
    }),
  }),
  printMany: get('/certificates/pdf', {
    summary: 'Certificates that hold as one PDF, in the order given',
    needs: 'certificate.print',
    query: z.object({
      ids: oneOrMore(IdField).refine(
        (ids) => (ids?.length ?? 0) <= mostPrinted,
        `一次最多打印 ${mostPrinted} 张`,
      ),
    }),
    file: pdf,
  }),
  printable: get('/certificates/printable/count', {
    summary: 'How many of the filtered certificates hold and may be printed; stops counting at 10,000',
    needs: 'certificate.print',
    query: CertificateFilter,
    returns: CappedCount,
  }),
  printFound: get('/certificates/printable/pdf', {
    summary:
      'All filtered certificates that hold as one PDF, in the order of the list; refused beyond what one PDF holds',
    needs: 'certificate.print',
    query: CertificateFilter,
    file: pdf,
  }),
  print: get('/certificates/:id/pdf', {
    summary: 'One certificate that holds, as a PDF',
    needs: 'certificate.print',
    params: byId,
    file: pdf,
  }),
  renew: post('/certificates/:id/renewal', {
    summary: 'Issue the next certificate when one expires',
    needs: 'certificate.issue',
    params: byId,
    body: z.object({ on: DayField }),
    returns: Certificate,
  }),
  reissue: post('/certificates/:id/replacement', {
    summary: 'Issue another certificate in place of one that was lost or whose words have changed',
    needs: 'certificate.issue',
    params: byId,
    body: Ending,
    returns: Certificate,
  }),
  cancel: post('/certificates/:id/cancellation', {
    summary: 'Cancel a certificate, with the reason',
    needs: 'certificate.cancel',
    params: byId,
    body: Ending,
    returns: Certificate,
  }),
  ask: post('/certificates/:id/renewal-request', {
    summary: 'Ask for a renewal',
    needs: 'certificate.ask',
    params: byId,
    returns: Certificate,
  }),
  ofOrganization: get('/organizations/:id/certificates', {
    summary: 'The certificates of one organization, the newest first, and why it cannot be issued one',
    needs: 'certificate.see',
    params: byId,
    returns: z.object({
      items: z.array(Certificate),
      /** Why none can be issued now; null when one can. */
      whyNotIssue: z.string().nullable(),
      mayIssue: z.boolean(),
    }),
  }),
  issue: post('/organizations/:id/certificates', {
    summary: 'Issue a certificate of filing',
    needs: 'certificate.issue',
    params: byId,
    body: z.object({ on: DayField }),
    returns: Certificate,
  }),
  verify: get('/verify/:code', {
    summary: 'What everybody may know of the certificate whose QR code was read',
    needs: 'public',
    params: z.object({ code: z.string().max(100) }),
    returns: PublicCertificate,
  }),
  verifyNumber: get('/verify', {
    summary: 'What everybody may know of the certificate with a number, typed in full',
    needs: 'public',
    query: z.object({ number: z.string().trim().min(1, '请填写证书编号').max(100) }),
    returns: PublicCertificate,
  }),
} as const satisfies EndpointTable
