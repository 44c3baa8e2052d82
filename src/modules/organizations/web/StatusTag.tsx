// The status of an organization as colour, shape and word.
import type { ReactNode } from 'react'
import { StateTag, type Tone } from '../../../ui/StateTag.tsx'
import { type OrganizationStatus, organizationStatuses } from '../choices.ts'

const tones = { active: 'met', dormant: 'behind', ended: 'none' } as const satisfies Record<
  OrganizationStatus,
  Tone
>

export function StatusTag({ status }: { status: OrganizationStatus }): ReactNode {
  return <StateTag tone={tones[status]} word={organizationStatuses[status]} />
}
