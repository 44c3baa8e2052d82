// What the pages of venues ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { type BookingView, venuesApi } from '../venues-api.ts'

const key = 'venues'

type Query<E extends keyof typeof venuesApi> = NonNullable<Given<(typeof venuesApi)[E]>['query']>
type Body<E extends keyof typeof venuesApi> = NonNullable<Given<(typeof venuesApi)[E]>['body']>

export const useVenues = (query: Query<'list'>) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(venuesApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useVenue = (id: string | undefined) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(venuesApi.one, { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
  })

export const useCalendar = (room: string, query: { from: string; days: number }) =>
  useQuery({
    queryKey: [key, 'calendar', room, query],
    queryFn: ({ signal }) => call(venuesApi.calendar, { params: { id: room }, query, signal }),
    placeholderData: keepPreviousData,
  })

/** Asked only for a span that is one. */
export const useOccurrences = (room: string, query: Query<'occurrences'> | null) =>
  useQuery({
    queryKey: [key, 'occurrences', room, query],
    queryFn: ({ signal }) =>
      call(venuesApi.occurrences, { params: { id: room }, query: query as Query<'occurrences'>, signal }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  })

export const useBookers = (venue: string, query: Query<'bookers'>) =>
  useQuery({
    queryKey: [key, 'bookers', venue, query],
    queryFn: ({ signal }) => call(venuesApi.bookers, { params: { id: venue }, query, signal }),
    placeholderData: keepPreviousData,
  })

export const useBookings = (venue: string, query: { view: BookingView; after?: string }) =>
  useQuery({
    queryKey: [key, 'bookings', venue, query],
    queryFn: ({ signal }) => call(venuesApi.bookings, { params: { id: venue }, query, signal }),
    placeholderData: keepPreviousData,
  })

export const useBookingsOf = (organization: string) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(venuesApi.ofOrganization, { params: { id: organization }, signal }),
  })

/** Everything that can be done; all of venues is asked again afterwards. */
export const venueActs = {
  create: (body: Body<'create'>) => call(venuesApi.create, { body }),
  edit: (id: string, body: Body<'edit'>) => call(venuesApi.edit, { params: { id }, body }),
  close: (id: string, body: Body<'close'>) => call(venuesApi.close, { params: { id }, body }),
  makeFeed: (room: string) => call(venuesApi.makeFeed, { params: { id: room } }),
  ask: (organization: string, body: Body<'ask'>) =>
    call(venuesApi.ask, { params: { id: organization }, body }),
  answer: (id: string, body: Body<'answer'>) => call(venuesApi.answer, { params: { id }, body }),
  withdraw: (id: string, all: boolean) => call(venuesApi.withdraw, { params: { id }, body: { all } }),
  revoke: (id: string, body: Body<'revoke'>) => call(venuesApi.revoke, { params: { id }, body }),
  recordUse: (venue: string, body: Body<'recordUse'>) =>
    call(venuesApi.recordUse, { params: { id: venue }, body }),
}

export function useVenueAct<T = unknown>() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<T>) => act(),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: [key] })
      void cache.invalidateQueries({ queryKey: ['work'] })
    },
  })
}
