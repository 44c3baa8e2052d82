// What the first-run page asks.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { firstRunApi } from '../first-run-api.ts'

export const divisionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['firstRun', 'divisions', q],
    queryFn: ({ signal }) => call(firstRunApi.divisions, { query: { q }, signal }),
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  })

export const packsQuery = queryOptions({
  queryKey: ['firstRun', 'packs'],
  queryFn: ({ signal }) => call(firstRunApi.packs, { signal }),
  staleTime: 600_000,
})

/** Asked again and again while the first run goes on. */
export const firstRunProgressQuery = queryOptions({
  queryKey: ['firstRun', 'progress'],
  queryFn: ({ signal }) => call(firstRunApi.progress, { signal }),
  refetchInterval: 500,
  retry: false,
})
