// What the pages ask the queues. Work changes with every step that is taken anywhere, so it is never kept for long.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { queuesApi } from '../queues-api.ts'

const key = 'work'

/** `area` narrows it to what lies there; undefined is all that the person may do. */
export const useWork = (area: string | undefined) =>
  useQuery({
    queryKey: [key, 'summary', area],
    queryFn: ({ signal }) => call(queuesApi.summary, { query: area ? { area } : {}, signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

export type WorkQuery = NonNullable<Given<typeof queuesApi.list>['query']>

export const useWorkList = (source: string, query: WorkQuery) =>
  useQuery({
    queryKey: [key, 'list', source, query],
    queryFn: ({ signal }) => call(queuesApi.list, { params: { source }, query, signal }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
