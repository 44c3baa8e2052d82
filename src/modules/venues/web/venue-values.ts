// A venue as its form holds it, and back.
import type { z } from 'zod'
import type { Day } from '../../../kernel/time.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { OpenHours, RoomDraft, Venue, VenueDraft, VenueTerms } from '../venue.ts'

export type VenueValues = {
  area: string
  openTo: string
  name: string
  address: string
  contact?: string | null
  terms: VenueTerms
  termsNote?: string | null
  forWhom?: string | null
  hours: OpenHours[]
  closedOnHolidays: boolean
  openedOn: string
  rooms: RoomDraft[]
}

export const newRoom: RoomDraft = { name: '', capacity: null, equipment: null, closed: false }

export const valuesOf = (venue: Venue): VenueValues => ({
  ...venue,
  area: venue.area.code,
  openTo: venue.openTo.code,
  rooms: venue.rooms.map(({ feedCode: _, ...room }) => room),
})

export const draftOf = (values: VenueValues): z.input<typeof VenueDraft> => ({
  ...{ area: values.area, openTo: values.openTo, name: values.name, address: values.address },
  ...{ contact: values.contact ?? null, terms: values.terms, forWhom: values.forWhom ?? null },
  termsNote: values.terms === 'discounted' ? (values.termsNote ?? null) : null,
  ...{ hours: values.hours, closedOnHolidays: values.closedOnHolidays },
  openedOn: (dayFromText(values.openedOn) ?? values.openedOn) as Day,
  rooms: values.rooms.map((room) => ({
    ...(room.id && { id: room.id }),
    ...{ name: room.name, capacity: room.capacity ?? null, equipment: room.equipment ?? null },
    closed: room.closed ?? false,
  })),
})
