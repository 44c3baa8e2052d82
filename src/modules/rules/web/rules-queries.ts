// What the rules page asks the server, and what becomes stale when somebody decides a rule.
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { rulesApi } from '../rules-api.ts'

const key = 'rules'

/** `area` undefined: nothing is asked. */
export const useRulesInForce = (area: string | undefined) =>
  useQuery({
    queryKey: [key, 'inForce', area],
    queryFn: ({ signal }) => call(rulesApi.inForce, { params: { area: area ?? '' }, signal }),
    enabled: area !== undefined,
    placeholderData: keepPreviousData,
  })

export const useRuleSets = () =>
  useQuery({ queryKey: [key, 'sets'], queryFn: ({ signal }) => call(rulesApi.sets, { signal }) })

export const useRulesHistory = (area: string) =>
  useInfiniteQuery({
    queryKey: [key, 'history', area],
    queryFn: ({ signal, pageParam }) =>
      call(rulesApi.history, { params: { area }, query: { after: pageParam, limit: 10 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export type RulesChange = NonNullable<Given<typeof rulesApi.change>['body']>

export function useChangeRules(area: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: RulesChange) => call(rulesApi.change, { params: { area }, body }),
    onSuccess: (now) => {
      cache.setQueryData([key, 'inForce', area], now)
      return cache.invalidateQueries({ queryKey: [key] })
    },
  })
}

export const checkRuleSetText = (text: string) => call(rulesApi.check, { body: { text } })

export function useLoadRuleSet() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { text: string; reason: string }) => call(rulesApi.load, { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: [key] }),
  })
}
