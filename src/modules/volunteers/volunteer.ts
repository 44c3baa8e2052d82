// The words for volunteer teams (志愿服务队) and volunteers, and their shapes.
import { z } from 'zod'
import { count, DayField, IdField, words } from '../../kernel/fields.ts'

export const TeamDraft = z.object({ name: words(40), startsOn: DayField })
export type TeamDraft = z.infer<typeof TeamDraft>

export const TeamLine = z.object({
  id: IdField,
  name: z.string(),
  organization: IdField,
  organizationName: z.string(),
  areaName: z.string(),
  townshipName: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  /** People in it today; minutes confirmed this year. */
  members: z.int(),
  minutes: z.int(),
  demo: z.boolean(),
})
export type TeamLine = z.infer<typeof TeamLine>

/** What is asked of a volunteer. The year of birth only of those under eighteen: null means grown up. */
export const VolunteerDraft = z.object({
  name: words(40),
  phone: z.string().trim().max(40).nullable().default(null),
  birthYear: count(2200).nullable().default(null),
  guardian: words(40).nullable().default(null),
  consentedOn: DayField.nullable().default(null),
})
export type VolunteerDraft = z.infer<typeof VolunteerDraft>

/** One person in one team; the phone is masked. */
export const Member = z.object({
  id: IdField,
  name: z.string(),
  phone: z.string().nullable(),
  /** Only of those who are not grown up. */
  birthYear: z.int().nullable(),
  guardian: z.string().nullable(),
  consentedOn: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  minutes: z.int(),
})
export type Member = z.infer<typeof Member>

export const Team = TeamLine.extend({
  /** Code of the area of its organization. */
  area: z.string(),
  reason: z.string().nullable(),
  people: z.array(Member),
  /** Kinds of service that are not for minors here. */
  adultKinds: z.array(z.string()),
  /** Whether hours that the reader records can be confirmed by nobody else. */
  confirmsAlone: z.boolean(),
  may: z.array(z.string()),
})
export type Team = z.infer<typeof Team>

export const CertificateLine = z.object({
  id: IdField,
  number: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  minutes: z.int(),
  issuedOn: z.string(),
  state: z.enum(['valid', 'changed', 'cancelled']),
})
export type CertificateLine = z.infer<typeof CertificateLine>

/** `changed`: something that it states was corrected since. */
export const certificateStates = {
  valid: '有效',
  changed: '内容已更正',
  cancelled: '已作废',
} as const satisfies Record<CertificateLine['state'], string>

/** What everybody may know of a certificate whose code they have. */
export const PublicServiceCertificate = CertificateLine.omit({ id: true }).extend({
  /** 张**. */
  name: z.string(),
  body: z.string(),
  place: z.string(),
  endedOn: z.string().nullable(),
  demo: z.boolean(),
})
export type PublicServiceCertificate = z.infer<typeof PublicServiceCertificate>
