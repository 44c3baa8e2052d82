// The words for support platforms (支持平台): what they are, whom they serve, who runs them.
import { z } from 'zod'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'

/** SZ 二(一)2, GZ 二(一)2, HS 三(三)7. */
export const platformKinds = {
  platform: '支持平台',
  incubator: '孵化基地',
  socialWorkStation: '社会工作服务站',
  venue: '活动场所',
} as const
export type PlatformKind = keyof typeof platformKinds

export const platformLevels = {
  city: '市级',
  county: '县（区）级',
  township: '街道（乡镇）级',
  community: '社区（村）级',
} as const
export type PlatformLevel = keyof typeof platformLevels

export const keysOf = <T extends Readonly<Record<string, string>>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])

export const PlatformKindField = keysOf(platformKinds)

/** An organization on the register by its id, somebody in words, or nobody known. */
const OperatorDraft = z
  .union([z.object({ organization: IdField }), z.object({ words: words(60) })])
  .nullable()
  .default(null)

export const PlatformDraft = z.object({
  name: words(60),
  kind: PlatformKindField,
  area: AreaCodeField,
  operator: OperatorDraft,
  services: z.array(z.string().max(32)).max(30).default([]),
  place: words(200).nullable().default(null),
  openedOn: DayField,
})
export type PlatformDraft = z.infer<typeof PlatformDraft>

export const Platform = z.object({
  id: IdField,
  name: z.string(),
  kind: PlatformKindField,
  area: AreaCodeField,
  areaName: z.string(),
  level: z.enum(['province', ...(Object.keys(platformLevels) as PlatformLevel[])]),
  /** `id` only where the reader may open the organization. */
  operator: z.object({ id: IdField.nullable(), name: z.string() }).nullable(),
  services: z.array(z.string()),
  place: z.string().nullable(),
  openedOn: DayField,
  closedOn: DayField.nullable(),
  demo: z.boolean(),
  version: z.int(),
  /** Organizations that are there today, of those that the reader may see. */
  incubating: z.int(),
  may: z.array(z.string()),
})
export type Platform = z.infer<typeof Platform>

/** A platform as a row of the coverage names it. */
export const PlatformName = z.object({
  id: IdField,
  name: z.string(),
  kind: PlatformKindField,
  openedOn: DayField,
})

/** A county, township or community, and what there is in it. */
export const CoverageUnit = z.object({
  code: AreaCodeField,
  name: z.string(),
  above: z.string().nullable(),
  /** The first few; `count` says how many there are. */
  platforms: z.array(PlatformName),
  count: z.int(),
  /** How many of each kind; a kind without any is left out. */
  kinds: z.partialRecord(PlatformKindField, z.int()),
})
export type CoverageUnit = z.infer<typeof CoverageUnit>
