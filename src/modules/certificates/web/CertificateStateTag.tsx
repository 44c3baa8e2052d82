// The state of a certificate as colour, shape and word.
import type { ReactNode } from 'react'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { type CertificateState, certificateStates } from '../certificate.ts'

export const stateTones = {
  valid: 'met',
  expired: 'behind',
  lapsed: 'overdue',
  replaced: 'none',
  cancelled: 'overdue',
} as const satisfies Record<CertificateState, Tone>

export function CertificateStateTag({ state }: { state: CertificateState }): ReactNode {
  return <StateTag tone={stateTones[state]} word={certificateStates[state]} />
}
