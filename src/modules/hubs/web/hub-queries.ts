// What the pages of hubs ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { hubsApi } from '../hubs-api.ts'

const key = 'hubs'

export type TownshipQuery = NonNullable<Given<typeof hubsApi.townships>['query']>
export type TownshipFilterQuery = NonNullable<Given<typeof hubsApi.sums>['query']>

export const useTownships = (query: TownshipQuery) =>
  useQuery({
    queryKey: [key, 'townships', query],
    queryFn: ({ signal }) => call(hubsApi.townships, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useTownshipSums = (query: TownshipFilterQuery) =>
  useQuery({
    queryKey: [key, 'sums', query],
    queryFn: ({ signal }) => call(hubsApi.sums, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useHubs = (id: string) =>
  useQuery({
    queryKey: [key, 'of', id],
    queryFn: ({ signal }) => call(hubsApi.ofOrganization, { params: { id }, signal }),
  })

export const useHubChoices = (id: string) =>
  useQuery({
    queryKey: [key, 'choices', id],
    queryFn: ({ signal }) => call(hubsApi.choices, { params: { id }, signal }),
  })

type Body<E extends keyof typeof hubsApi> = NonNullable<Given<(typeof hubsApi)[E]>['body']>

/** Everything that can be done; hubs and the register are asked again afterwards. */
export const hubActs = {
  tie: (id: string, body: Body<'tie'>) => call(hubsApi.tie, { params: { id }, body }),
  propose: (id: string, body: Body<'propose'>) => call(hubsApi.propose, { params: { id }, body }),
  decide: (id: string, body: Body<'decide'>) => call(hubsApi.decide, { params: { id }, body }),
  withdraw: (id: string) => call(hubsApi.withdraw, { params: { id } }),
  changeServices: (id: string, body: Body<'changeServices'>) =>
    call(hubsApi.changeServices, { params: { id }, body }),
  end: (id: string, body: Body<'end'>) => call(hubsApi.end, { params: { id }, body }),
  mark: (id: string, body: Body<'mark'>) => call(hubsApi.mark, { params: { id }, body }),
}

export function useHubAct() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: [key] })
      void cache.invalidateQueries({ queryKey: ['organizations'] })
    },
  })
}
