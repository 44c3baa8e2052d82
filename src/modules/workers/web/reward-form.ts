// What the forms about a claim hold, and what is sent of it.
import type { CertifiedGrade, WorkerCertificate } from '../worker.ts'
import { asDay } from './worker-form.ts'

export type RewardValues = {
  identity?: string
  grade: CertifiedGrade
  number: string
  obtainedOn: string
  proof: File | null
}

type Certified = Pick<RewardValues, 'grade' | 'number' | 'obtainedOn'>

const certifiedOf = ({ grade, number, obtainedOn }: RewardValues): Certified => ({
  ...{ grade, number, obtainedOn: asDay(obtainedOn) },
})

export const claimedOf = (values: RewardValues): Certified & { identity: string } => ({
  ...{ ...certifiedOf(values), identity: values.identity ?? '' },
})

/** The identity number stays where nothing is written. */
export const mendedOf = (
  values: RewardValues & { words?: string },
): Certified & { identity: string | null; words: string | null } => ({
  ...certifiedOf(values),
  ...{ identity: values.identity?.trim() || null, words: values.words?.trim() || null },
})

/** Filled in from the certificate on record, where there is one. */
export const claimValues = (certificate: WorkerCertificate | null): Partial<RewardValues> =>
  certificate
    ? { grade: certificate.grade, number: certificate.number ?? '', obtainedOn: certificate.obtainedOn }
    : {}
