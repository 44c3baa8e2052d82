// A certificate with all that its paper says.
import type { CertificateState } from '../certificate.ts'

export type CertificateSeen = {
  id: string
  organization: string
  title: string
  number: string
  name: string
  place: string
  leader: string | null
  scope: string | null
  body: string
  code: string
  issuedOn: string
  validUntil: string | null
  renewFrom: string | null
  askedOn: string | null
  state: CertificateState
  demo: boolean
}
