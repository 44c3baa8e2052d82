// The endpoints of venues: rooms, their calendars, and who asks for them.
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { pageOf, pageQuery } from '../../kernel/page.ts'
import { Booking, BookingRequest, CalendarDay, Occurrence, Slot } from './booking.ts'
import { Venue, VenueCard, VenueDraft, VenueEdit } from './venue.ts'

const byId = z.object({ id: IdField })

/** Filters of the list; they live in the page's address under the same names. */
export const VenueFilter = z.object({
  area: AreaCodeField.optional(),
  /** A part of the name or the address. */
  q: z.string().trim().max(40).optional(),
  terms: z.enum(['free', 'discounted']).optional(),
})
export type VenueFilter = z.infer<typeof VenueFilter>

/** `after` is the id of the last one seen. */
const pageAfterId = { ...pageQuery, after: IdField.optional() }

export const bookingViews = {
  waiting: '待答复',
  unrecorded: '待记录',
  coming: '将要使用',
  past: '以前的',
} as const
export type BookingView = keyof typeof bookingViews

/** The whole series at once, or only this one. */
const all = z.boolean().default(false)

export const venuesApi = {
  list: get('/venues', {
    summary: 'Venues that stand in the reader’s areas or are open to them',
    needs: 'venue.see',
    query: VenueFilter.extend(pageAfterId),
    returns: pageOf(VenueCard),
  }),
  create: post('/venues', {
    summary: 'Enter a venue with its rooms',
    needs: 'venue.keep',
    body: VenueDraft,
    returns: Venue,
  }),
  one: get('/venues/:id', { summary: 'One venue', needs: 'venue.see', params: byId, returns: Venue }),
  edit: put('/venues/:id', {
    summary: 'Change a venue and its rooms; a room that is left out stays as it is',
    needs: 'venue.keep',
    params: byId,
    body: VenueEdit,
    returns: Venue,
  }),
  close: post('/venues/:id/closing', {
    summary: 'A venue is one no more from a day on',
    needs: 'venue.keep',
    params: byId,
    body: z.object({ on: DayField, reason: words(200) }),
    returns: Venue,
  }),
  calendar: get('/venue-rooms/:id/calendar', {
    summary: 'What is open and what is taken, day by day',
    needs: 'venue.see',
    params: byId,
    query: z.object({ from: DayField, days: z.coerce.number().int().min(1).max(31).default(7) }),
    returns: z.object({ days: z.array(CalendarDay) }),
  }),
  occurrences: get('/venue-rooms/:id/occurrences', {
    summary: 'The days of a series, with what stands against each',
    needs: 'venue.see',
    params: byId,
    query: Slot.extend({ until: DayField.optional() }),
    returns: z.object({ items: z.array(Occurrence) }),
  }),
  makeFeed: post('/venue-rooms/:id/feed', {
    summary: 'A new unguessable address of the room’s calendar; the former one ends',
    needs: 'venue.keep',
    params: byId,
    returns: Venue,
  }),
  feed: get('/venue-feeds/:code', {
    summary: 'A room’s calendar (RFC 5545) for whoever knows its address',
    needs: 'public',
    params: z.object({ code: z.string().min(20).max(60) }),
    file: 'text/calendar; charset=utf-8',
  }),
  bookers: get('/venues/:id/bookers', {
    summary: 'Organizations for which the reader may book here',
    needs: 'venue.book',
    params: byId,
    query: z.object({
      q: z.string().trim().max(40).optional(),
      /** Only this one. */
      only: IdField.optional(),
    }),
    returns: z.object({ items: z.array(z.object({ id: IdField, name: z.string() })) }),
  }),
  ask: post('/organizations/:id/venue-bookings', {
    summary: 'Ask for a room for an organization, once or weekly; a keeper of the venue books at once',
    needs: 'venue.book',
    params: byId,
    body: BookingRequest,
    returns: z.object({ items: z.array(Booking) }),
  }),
  ofOrganization: get('/organizations/:id/venue-bookings', {
    summary: 'What an organization has booked, the next first',
    needs: 'venue.bookings',
    params: byId,
    returns: z.object({ items: z.array(Booking) }),
  }),
  bookings: get('/venues/:id/bookings', {
    summary: 'Bookings of a venue for its keepers',
    needs: 'venue.keep',
    params: byId,
    query: z.object({
      view: z.enum(Object.keys(bookingViews) as [BookingView, ...BookingView[]]),
      ...pageAfterId,
    }),
    returns: pageOf(Booking),
  }),
  answer: post('/venue-bookings/:id/answer', {
    summary: 'Accept or decline a request, or its whole series',
    needs: 'venue.keep',
    params: byId,
    body: z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('accept'), all }),
      z.object({ answer: z.literal('decline'), reason: words(200), all }),
    ]),
    returns: z.object({ items: z.array(Booking) }),
  }),
  withdraw: post('/venue-bookings/:id/withdrawal', {
    summary: 'The organization takes a request back, or cancels what was accepted',
    needs: 'venue.book',
    params: byId,
    body: z.object({ all }),
    returns: z.object({ items: z.array(Booking) }),
  }),
  revoke: post('/venue-bookings/:id/revocation', {
    summary: 'The keeper cancels what was accepted',
    needs: 'venue.keep',
    params: byId,
    body: z.object({ reason: words(200), all }),
    returns: z.object({ items: z.array(Booking) }),
  }),
  recordUse: post('/venues/:id/uses', {
    summary: 'Which bookings were used and which not',
    needs: 'venue.keep',
    params: byId,
    body: z.object({ used: z.array(IdField).max(200), unused: z.array(IdField).max(200) }),
    returns: z.object({ recorded: z.int() }),
  }),
}
