// The words for venues (场地): rooms that organizations may use, when, and on what terms.
import { z } from 'zod'
import { AreaCodeField, count, DayField, IdField, words } from '../../kernel/fields.ts'

export const venueTerms = { free: '免费', discounted: '优惠' } as const
export type VenueTerms = keyof typeof venueTerms

/** Monday first; a day's number is its place, from 1. */
export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** A time of day in China on a whole or half hour; `24:00` is the end of a day. */
export const ClockField = z.string().regex(/^(([01]\d|2[0-3]):[03]0|24:00)$/, '请选整点或半点')

const optionalWords = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `最多 ${max} 个字`)
    .nullable()
    .transform((text) => text || null)

/** On these weekdays it is open from one time to another. */
export const OpenHours = z
  .object({
    days: z.array(z.int().min(1).max(7)).min(1, '请至少选一天').max(7),
    from: ClockField,
    to: ClockField,
  })
  .refine(({ from, to }) => from < to, { message: '结束要晚于开始', path: ['to'] })
export type OpenHours = z.infer<typeof OpenHours>

const Hours = z.array(OpenHours).min(1, '请至少填写一段开放时间').max(20)

export const RoomDraft = z.object({
  /** Absent for a new one. */
  id: IdField.optional(),
  name: words(40),
  /** How many people it holds; null: nobody has counted. */
  capacity: count(100_000).min(1, '不能小于 1').nullable(),
  equipment: optionalWords(200),
  closed: z.boolean(),
})
export type RoomDraft = z.infer<typeof RoomDraft>

const facts = {
  name: words(60),
  /** Whose organizations may ask: the venue's area, or one above it. */
  openTo: AreaCodeField,
  address: words(120),
  contact: optionalWords(40),
  terms: z.enum(Object.keys(venueTerms) as [VenueTerms, ...VenueTerms[]]),
  termsNote: optionalWords(200),
  forWhom: optionalWords(200),
  hours: Hours,
  closedOnHolidays: z.boolean(),
  openedOn: DayField,
}

const discountIsTold = {
  check: ({ terms, termsNote }: { terms: VenueTerms; termsNote: string | null }) =>
    terms !== 'discounted' || termsNote !== null,
  fault: { message: '请写明怎么优惠', path: ['termsNote'] },
}

const rooms = z.array(RoomDraft).min(1, '请至少填写一间').max(50)

export const VenueDraft = z
  .object({ ...facts, area: AreaCodeField, rooms })
  .refine(discountIsTold.check, discountIsTold.fault)
export type VenueDraft = z.infer<typeof VenueDraft>

export const VenueEdit = z
  .object({ ...facts, rooms, version: z.int() })
  .refine(discountIsTold.check, discountIsTold.fault)
export type VenueEdit = z.infer<typeof VenueEdit>

export const Room = z.object({
  id: IdField,
  name: z.string(),
  capacity: z.int().nullable(),
  equipment: z.string().nullable(),
  closed: z.boolean(),
  /** Unguessable part of its calendar's address, for its keepers; null while none was made. */
  feedCode: z.string().nullable(),
})
export type Room = z.infer<typeof Room>

const AreaName = z.object({ code: z.string(), name: z.string() })

export const Venue = z.object({
  id: IdField,
  name: z.string(),
  area: AreaName,
  openTo: AreaName,
  address: z.string(),
  contact: z.string().nullable(),
  terms: z.enum(Object.keys(venueTerms) as [VenueTerms, ...VenueTerms[]]),
  termsNote: z.string().nullable(),
  forWhom: z.string().nullable(),
  hours: z.array(z.object({ days: z.array(z.int()), from: z.string(), to: z.string() })),
  closedOnHolidays: z.boolean(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  version: z.int(),
  rooms: z.array(Room),
  /** Requests without an answer; null for those who do not keep the venue. */
  waiting: z.int().nullable(),
  /** Last day on which it may be booked. */
  bookableUntil: z.string(),
  demo: z.boolean(),
  may: z.array(z.string()),
})
export type Venue = z.infer<typeof Venue>

/** A venue in a list. */
export const VenueCard = Venue.pick({
  id: true,
  name: true,
  address: true,
  terms: true,
  termsNote: true,
  hours: true,
  closedOn: true,
  waiting: true,
}).extend({ areaName: z.string(), rooms: z.int(), mostPeople: z.int().nullable() })
export type VenueCard = z.infer<typeof VenueCard>
