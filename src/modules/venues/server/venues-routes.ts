// Serves the endpoints of venues.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { venuesApi } from '../venues-api.ts'
import { answerBooking, recordUse, revokeBooking, withdrawBooking } from './answer-commands.ts'
import { askForRoom, calendarOf, occurrencesOf } from './ask-commands.ts'
import { bookersFor, bookingsAt, bookingsOf } from './booking-store.ts'
import { feedsPerMinute, roomFeed } from './feed.ts'
import { createVenue, editVenue, endVenue, makeFeed, showVenue } from './venue-commands.ts'
import { listVenues, venueSubject } from './venue-store.ts'

export const mountVenues = (app: FastifyInstance, services: Services): void =>
  mount(app, services, venuesApi, handlers, { feed: feedsPerMinute })

const handlers: Handlers<typeof venuesApi> = {
  list: async (ctx, { query: { after, limit, ...filter } }) => {
    const items = await listVenues(ctx, filter, { after, limit })
    return { items, next: nextOf(items, limit) }
  },
  create: (ctx, { body }) => createVenue(ctx, body),
  one: (ctx, { params }) => showVenue(ctx, params.id),
  edit: (ctx, { params, body }) => editVenue(ctx, params.id, body),
  close: (ctx, { params, body }) => endVenue(ctx, params.id, body),
  calendar: async (ctx, { params, query }) => ({
    days: await calendarOf(ctx, params.id, query.from, query.days),
  }),
  occurrences: async (ctx, { params, query }) => ({ items: await occurrencesOf(ctx, params.id, query) }),
  makeFeed: (ctx, { params }) => makeFeed(ctx, params.id),
  feed: (ctx, { params }) => roomFeed(ctx, params.code),
  bookers: async (ctx, { params, query }) => ({ items: await bookersFor(ctx, params.id, query) }),
  ask: async (ctx, { params, body }) => ({ items: await askForRoom(ctx, params.id, body) }),
  ofOrganization: async (ctx, { params }) => {
    await authorize(ctx, 'venue.bookings', organizationSubject(params.id))
    return { items: await bookingsOf(ctx, params.id) }
  },
  bookings: async (ctx, { params, query: { view, after, limit } }) => {
    await authorize(ctx, 'venue.keep', venueSubject(params.id))
    const items = await bookingsAt(ctx, params.id, view, { after, limit })
    return { items, next: nextOf(items, limit) }
  },
  answer: async (ctx, { params, body }) => ({ items: await answerBooking(ctx, params.id, body) }),
  withdraw: async (ctx, { params, body }) => ({ items: await withdrawBooking(ctx, params.id, body.all) }),
  revoke: async (ctx, { params, body }) => ({ items: await revokeBooking(ctx, params.id, body) }),
  recordUse: async (ctx, { params, body }) => ({ recorded: await recordUse(ctx, params.id, body) }),
}

const nextOf = (items: readonly { id: string }[], limit: number): string | null =>
  items.length === limit ? (items.at(-1)?.id ?? null) : null
