// What the section on tiers asks the server, and what becomes stale when somebody decides.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Answer, Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { tiersApi } from '../tiers-api.ts'

type View = Answer<typeof tiersApi.one>
type Query = Given<typeof tiersApi.propose>['query']

const keyOf = (id: string) => ['tier', id]

export const useTier = (id: string) =>
  useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => call(tiersApi.one, { params: { id }, signal }) })

/** The tier that some facts point to; without an area nothing is asked. */
export const useTierProposal = (query: Query | undefined) =>
  useQuery({
    queryKey: ['tier', 'proposal', query],
    queryFn: ({ signal }) => call(tiersApi.propose, { query: query ?? { area: '' }, signal }),
    enabled: query !== undefined,
    placeholderData: (last) => last,
  })

export function useRecordStanding(id: string) {
  const seen = useSeen(id)
  return useMutation({
    mutationFn: (body: Given<typeof tiersApi.record>['body']) =>
      call(tiersApi.record, { params: { id }, body }),
    onSuccess: seen,
  })
}

export function useDecideTier(id: string) {
  const seen = useSeen(id)
  return useMutation({
    mutationFn: (body: Given<typeof tiersApi.decide>['body']) =>
      call(tiersApi.decide, { params: { id }, body }),
    onSuccess: seen,
  })
}

/** The register, its timeline and the queue show it too. */
function useSeen(id: string): (view: View) => Promise<void> {
  const cache = useQueryClient()
  return (view) => {
    cache.setQueryData(keyOf(id), view)
    return cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
}

/** Those hinted at, of some or all. */
export const useTierHints = (ids: string[] | undefined) =>
  useQuery({
    queryKey: ['tier', 'hints', ids],
    queryFn: ({ signal }) => call(tiersApi.hints, { query: { ids }, signal }),
  })

export type KeptResult = Answer<typeof tiersApi.keepMany>['results'][number]

export function useKeepTiers() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Given<typeof tiersApi.keepMany>['body']) => call(tiersApi.keepMany, { body }),
    onSuccess: () =>
      cache.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'tier',
      }),
  })
}
