// How hours and volunteers are put into words.
import type { Tone } from '../../../ui/StateTag.tsx'
import type { Entry, ServiceStatus } from '../service.ts'
import type { CertificateLine } from '../volunteer.ts'

export const statusTones: Record<ServiceStatus, Tone> = {
  waiting: 'behind',
  confirmed: 'met',
  refused: 'overdue',
  corrected: 'none',
  withdrawn: 'none',
}

export const certificateTones: Record<CertificateLine['state'], Tone> = {
  valid: 'met',
  changed: 'behind',
  cancelled: 'overdue',
}

/** 2023-08-10 14:00–16:00; only the day where nobody knows the time. */
export const whenText = ({ servedOn, startsAt, endsAt }: Entry): string =>
  startsAt && endsAt ? `${servedOn} ${startsAt.slice(11)}–${endsAt.slice(11)}` : servedOn
