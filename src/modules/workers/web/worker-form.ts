// What the dialogs about a social worker hold, and the draft that follows from it.
import type { Given } from '../../../kernel/endpoint.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { CertifiedGrade, Employment, Grade, Post, Site, WorkerCertificate } from '../worker.ts'
import type { workersApi } from '../workers-api.ts'

export type PostValues = {
  site: Site
  area?: string | null
  organization?: string
  employment: Employment
  from: string
}
export type CertificateValues = {
  grade: Grade
  number?: string
  obtainedOn?: string
  validUntil?: string
}
export type WorkerValues = PostValues & CertificateValues & { name: string; another?: string[] }

type Body<E extends keyof typeof workersApi> = NonNullable<Given<(typeof workersApi)[E]>['body']>

/** As the server takes it: what is no day goes there as it was typed, and the server says so. */
export const asDay = (text: string | undefined): string => dayFromText(text ?? '') ?? text ?? ''

/** An organization brings its own area: `home` only fills the place. */
export const postOf = (values: PostValues, home: string): Body<'move'> => ({
  site: values.site,
  area: (values.site === 'organization' ? undefined : values.area) ?? home,
  organization: values.site === 'organization' ? (values.organization ?? null) : null,
  employment: values.employment,
  from: asDay(values.from),
})

/** Null for somebody without a certificate. */
export const certificateOf = (values: CertificateValues): Body<'certify'> | null =>
  values.grade === 'none'
    ? null
    : {
        grade: values.grade satisfies CertifiedGrade,
        number: values.number?.trim() || null,
        obtainedOn: asDay(values.obtainedOn),
        validUntil: values.validUntil ? asDay(values.validUntil) : null,
      }

export const workerOf = (values: WorkerValues, home: string): Body<'create'> => ({
  name: values.name,
  post: postOf(values, home),
  certificate: certificateOf(values),
  another: (values.another ?? []).length > 0,
})

export const postValues = ({ site, area, organization, employment, startsOn }: Post): PostValues => ({
  ...{ site, area, employment, from: startsOn },
  ...(organization && { organization: organization.id }),
})

export const certificateValues = (one: WorkerCertificate): CertificateValues => ({
  grade: one.grade,
  number: one.number ?? '',
  obtainedOn: one.obtainedOn,
  validUntil: one.validUntil ?? '',
})
