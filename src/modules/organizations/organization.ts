// The shape of an organization on the register, as it is given and as it is shown.
import { z } from 'zod'
import { AreaCodeField, count, DayField, IdField, words } from '../../kernel/fields.ts'
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from './choices.ts'

export const choice = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

/** `null` is the lawful answer "unknown" or "none" wherever a field may be left out. */
export const OrganizationDraft = z.object({
  name: words(60),
  area: AreaCodeField,
  category: choice(categories),
  tier: choice(tiers),
  legalForm: choice(legalForms).default('none'),
  hub: z.boolean().default(false),
  charter: z.boolean().nullable().default(null),
  leader: words(40).nullable().default(null),
  /** As typed; null when unknown. A masked one (138****1234) leaves what is on record. */
  phone: z.string().trim().max(40).nullable().default(null),
  leaderInParty: z.boolean().nullable().default(null),
  members: count(1_000_000).nullable().default(null),
  partyMembers: count(100_000).nullable().default(null),
  partyPresence: choice(partyPresences).nullable().default(null),
  residentsServed: count(10_000_000).nullable().default(null),
  foundedOn: DayField.nullable().default(null),
  filedOn: DayField.nullable().default(null),
  registeredOn: DayField.nullable().default(null),
  /** 活动场所. */
  place: words(200).nullable().default(null),
  /** 业务范围. */
  scope: words(1000).nullable().default(null),
  unifiedCode: z.string().trim().max(30).nullable().default(null),
  note: words(1000).nullable().default(null),
})
export type OrganizationDraft = z.infer<typeof OrganizationDraft>

/** What the register knows of one organization; the phone is masked. */
export const Organization = OrganizationDraft.extend({
  id: IdField,
  status: choice(organizationStatuses),
  areaName: z.string(),
  areaLevel: z.string(),
  townshipName: z.string().nullable(),
  countyName: z.string().nullable(),
  demo: z.boolean(),
  /** Grows with each change; a change names the version that it was made from. */
  version: z.int(),
  updatedAt: z.string(),
  /** Actions that the reader may take on it. */
  may: z.array(z.string()),
})
export type Organization = z.infer<typeof Organization>

/**
 * From when a change holds. A *change* happened on a day: figures before that day stay. A *correction* says that
 * the record was wrong from the start: figures of past days change, and the reason is kept (P4). A change that is
 * recorded after its day alters figures that have been read, and so needs a reason as well.
 */
export const Effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), from: DayField, reason: words(200).optional() }),
  z.object({ kind: z.literal('correction'), reason: words(200) }),
])
export type Effect = z.infer<typeof Effect>
