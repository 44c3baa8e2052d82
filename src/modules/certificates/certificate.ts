// The shape of a certificate of filing (备案证书), and the words for its states.
import { z } from 'zod'
import { IdField } from '../../kernel/fields.ts'
import { categories } from '../organizations/choices.ts'

/**
 * How a certificate stands on a day. `replaced` and `cancelled` are stored; `expired` follows from the day, `lapsed` from
 * the register: its organization ended or is no longer a filed one.
 */
export const certificateStates = {
  valid: '有效',
  expired: '已过期',
  lapsed: '已失效',
  replaced: '已换发',
  cancelled: '已注销',
} as const
export type CertificateState = keyof typeof certificateStates

/** What is stored. */
export const certificateStatuses = ['valid', 'replaced', 'cancelled'] as const
export type CertificateStatus = (typeof certificateStatuses)[number]

export const StateField = z.enum(Object.keys(certificateStates) as [CertificateState])

const Day = z.string()
const Other = z.object({ id: IdField, number: z.string() }).nullable()

export const Certificate = z.object({
  id: IdField,
  number: z.string(),
  /** The words as printed on the day of issue. */
  name: z.string(),
  place: z.string(),
  body: z.string(),
  issuedOn: Day,
  /** Last day of validity; null: without limit. */
  validUntil: Day.nullable(),
  /** First day on which it may be renewed; null: never needed. */
  renewFrom: Day.nullable(),
  state: StateField,
  endedOn: Day.nullable(),
  reason: z.string().nullable(),
  /** The day on which the next one was asked for. */
  askedOn: Day.nullable(),
  /** The one in whose place it was issued, and the one that was issued in its place. */
  replaces: Other,
  replacedBy: Other,
  organization: IdField,
  /** As the organization is called today. */
  organizationName: z.string(),
  demo: z.boolean(),
  may: z.array(z.string()),
})
export type Certificate = z.infer<typeof Certificate>

/** What everybody may know of a certificate whose code or full number they have. */
export const PublicCertificate = Certificate.pick({
  number: true,
  name: true,
  place: true,
  body: true,
  issuedOn: true,
  validUntil: true,
  state: true,
  endedOn: true,
  demo: true,
}).extend({
  /** Number of the one issued in its place. */
  newer: z.string().nullable(),
})
export type PublicCertificate = z.infer<typeof PublicCertificate>

/** The category in a number: 01 to 14, in the order of the base categories. */
export const categoryCode = (category: string): string =>
  String(Object.keys(categories).indexOf(category) + 1).padStart(2, '0')
