// What the dialogs about a social worker hold, and the draft that follows from it.
import type { Given } from '../../../kernel/endpoint.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { CertifiedGrade, Employment, Grade, Post, Site, WorkerCertificate } from '../worker.ts'
import type { workersApi } from '../workers-api.ts'

export type PostValues = {
  site: Site
  area?: string | null
  organization?: string
  /** One of the platforms, or `unlisted`. */
  station?: string
  stationWords?: string
  /** The station that stands on record, as a choice: it may be closed by now. */
  before?: readonly { value: string; label: string }[]
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

/** The station is not among the platforms: its name is written. */
export const unlisted = 'unlisted'

type Body<E extends keyof typeof workersApi> = NonNullable<Given<(typeof workersApi)[E]>['body']>

/** As the server takes it: what is no day goes there as it was typed, and the server says so. */
export const asDay = (text: string | undefined): string => dayFromText(text ?? '') ?? text ?? ''

/** An organization brings its own area: `home` only fills the place. */
export const postOf = (values: PostValues, home: string): Body<'move'> => ({
  site: values.site,
  area: (values.site === 'organization' ? undefined : values.area) ?? home,
  organization: values.site === 'organization' ? (values.organization ?? null) : null,
  ...stationOf(values),
  employment: values.employment,
  from: asDay(values.from),
})

function stationOf({ site, station, stationWords }: PostValues) {
  if (site !== 'station' || !station) return { station: null, stationWords: null }
  return station === unlisted
    ? { station: null, stationWords: stationWords?.trim() || null }
    : { station, stationWords: null }
}

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

export const postValues = (post: Post): PostValues => ({
  ...{ site: post.site, area: post.area, employment: post.employment, from: post.startsOn },
  ...(post.organization && { organization: post.organization.id }),
  ...(post.station && stationValues(post.station)),
})

const stationValues = ({ id, name }: NonNullable<Post['station']>) =>
  id ? { station: id, before: [{ value: id, label: name }] } : { station: unlisted, stationWords: name }

export const certificateValues = (one: WorkerCertificate): CertificateValues => ({
  grade: one.grade,
  number: one.number ?? '',
  obtainedOn: one.obtainedOn,
  validUntil: one.validUntil ?? '',
})
