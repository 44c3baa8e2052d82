// What the pages of an organization's years ask the server. They write nothing.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { yearsApi } from '../years-api.ts'

const key = 'years'

export const useYear = (id: string, year: string) =>
  useQuery({
    queryKey: [key, 'sheet', id, year],
    queryFn: ({ signal }) => call(yearsApi.sheet, { params: { id, year }, signal }),
    placeholderData: keepPreviousData,
  })

type Which = { year?: number; measure?: string }

/** The records, newest first: a few, and with `fetchNextPage` those before them. */
export const useFacts = (id: string, which: Which, first: number) =>
  useInfiniteQuery({
    queryKey: [key, 'facts', id, which, first],
    queryFn: ({ signal, pageParam }) =>
      call(yearsApi.facts, {
        params: { id },
        query: { ...which, ...(pageParam ? { after: pageParam, limit: 20 } : { limit: first }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
