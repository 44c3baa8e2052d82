// What the pages of titles ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import type { BulkResult } from '../../../ui/BulkResults.tsx'
import { call } from '../../../ui/call.ts'
import type { HonorInFull } from '../honor.ts'
import { honorsApi } from '../honors-api.ts'

const key = 'honors'

type Query<E extends keyof typeof honorsApi> = NonNullable<Given<(typeof honorsApi)[E]>['query']>
export type FilterQuery = Query<'count'>

export const useHonors = (query: Query<'list'>) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(honorsApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useHonorCount = (query: FilterQuery) =>
  useQuery({
    queryKey: [key, 'count', query],
    queryFn: ({ signal }) => call(honorsApi.count, { query, signal }),
  })

const oneKey = (id: string) => [key, 'one', id]

export const useHonor = (id: string) =>
  useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(honorsApi.one, { params: { id }, signal }),
  })

/** `organization` null: nothing is asked. */
export const useHonorsOf = (organization: string | null) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(honorsApi.ofOrganization, { params: { id: organization ?? '' }, signal }),
    enabled: organization !== null,
  })

export const useNotices = (area: string | undefined) =>
  useQuery({
    queryKey: [key, 'notices', area],
    queryFn: ({ signal }) => call(honorsApi.notices, { query: area ? { area } : {}, signal }),
  })

/** A write that answers with the title: it is shown at once, lists and waiting work are asked again. */
export function useHonorAct() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<HonorInFull>) => act(),
    onSuccess: (honor) => {
      cache.setQueryData(oneKey(honor.id), honor)
      for (const stale of [[key, 'list'], [key, 'count'], [key, 'of'], ['work']])
        void cache.invalidateQueries({ queryKey: stale })
    },
  })
}

/** Many at once: everything known of titles and of waiting work is asked again. */
export function useManyAct() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<{ results: BulkResult[] }>) => act(),
    onSuccess: () => {
      for (const stale of [[key], ['work']]) void cache.invalidateQueries({ queryKey: stale })
    },
  })
}

/** Evidence added or taken away: the title is asked again. */
export function useEvidenceAct(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => cache.invalidateQueries({ queryKey: oneKey(id) }),
  })
}
