// Which steps the page offers on a certificate, and why one of them cannot be taken now.
import type { Day } from '../../../kernel/time.ts'
import type { Certificate } from '../certificate.ts'
import { type CertificateStep, whyNotStep } from '../certificate-rules.ts'

const needs: Record<CertificateStep, string> = {
  print: 'certificate.print',
  ask: 'certificate.ask',
  renew: 'certificate.issue',
  reissue: 'certificate.issue',
  cancel: 'certificate.cancel',
}

/** Steps that a reader may take on certificates that hold, in the order of the buttons. */
export const offeredSteps = ({ may }: Certificate): CertificateStep[] =>
  (Object.keys(needs) as CertificateStep[]).filter((step) => may.includes(needs[step]))

/** The words of the server's refusal, or null when the step can be taken. */
export const whyNot = (step: CertificateStep, certificate: Certificate, today: string): string | null =>
  whyNotStep(step, certificate, today as Day)?.message ?? null
