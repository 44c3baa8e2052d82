// What the pages of changes ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { changesApi } from '../changes-api.ts'

const key = 'changes'

export const useStanding = (organization: string) =>
  useQuery({
    queryKey: [key, 'standing', organization],
    queryFn: ({ signal }) => call(changesApi.standing, { params: { id: organization }, signal }),
  })

/** `id` null: nothing is asked. */
export const useRequest = (id: string | null) =>
  useQuery({
    queryKey: [key, 'request', id],
    queryFn: ({ signal }) => call(changesApi.one, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  })

export type ListQuery = NonNullable<Given<typeof changesApi.list>['query']>

export const useChanges = (query: ListQuery) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(changesApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useMoveTargets = (organization: string, q: string) =>
  useQuery({
    queryKey: [key, 'targets', organization, q],
    queryFn: ({ signal }) =>
      call(changesApi.moveTargets, { params: { id: organization }, query: { q }, signal }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })

/** Organizations of an area that might be merged, by name. */
export const useCandidates = (area: string, q: string) =>
  useQuery({
    queryKey: [key, 'candidates', area, q],
    queryFn: ({ signal }) =>
      call(organizationsApi.list, {
        query: { area, status: ['active', 'dormant'], tier: ['filed', 'guided'], limit: 30, ...(q && { q }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  })

/** A write: everything known of changes, of the register and of the work that waits is asked again. */
export function useWrite<Input, Result>(write: (input: Input) => Promise<Result>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: write,
    // A write is done when the page shows what came of it: who goes on at once must not meet what was before.
    onSuccess: () =>
      cache.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) }),
  })
}

const stale = [key, 'organizations', 'work', 'programmes', 'certificates']
