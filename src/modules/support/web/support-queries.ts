// What the pages of support ask the server, and what becomes stale when they write.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { supportApi } from '../support-api.ts'

const key = 'support'

type Query<E extends keyof typeof supportApi> = NonNullable<Given<(typeof supportApi)[E]>['query']>
type Body<E extends keyof typeof supportApi> = NonNullable<Given<(typeof supportApi)[E]>['body']>

export type PlatformQuery = Query<'platforms'>
export type CoverageQuery = Query<'sums'>
export type IncubationQuery = Query<'incubations'>
export type PaymentQuery = Query<'paymentExport'>

export const usePlatforms = (query: PlatformQuery) =>
  useQuery({
    queryKey: [key, 'platforms', query],
    queryFn: ({ signal }) => call(supportApi.platforms, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const usePlatform = (id: string) =>
  useQuery({
    queryKey: [key, 'platform', id],
    queryFn: ({ signal }) => call(supportApi.platform, { params: { id }, signal }),
  })

/** Services and stages of a place; of one's own without an area. */
export const useChoices = (area?: string | undefined) =>
  useQuery({
    queryKey: [key, 'choices', area],
    queryFn: ({ signal }) => call(supportApi.choices, { query: area ? { area } : {}, signal }),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })

export const useCoverage = (query: Query<'coverage'>) =>
  useQuery({
    queryKey: [key, 'coverage', query],
    queryFn: ({ signal }) => call(supportApi.coverage, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useCoverageSums = (query: CoverageQuery) =>
  useQuery({
    queryKey: [key, 'sums', query],
    queryFn: ({ signal }) => call(supportApi.sums, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useIncubations = (query: IncubationQuery) =>
  useQuery({
    queryKey: [key, 'incubations', query],
    queryFn: ({ signal }) => call(supportApi.incubations, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useIncubation = (id: string) =>
  useQuery({
    queryKey: [key, 'incubation', id],
    queryFn: ({ signal }) => call(supportApi.incubation, { params: { id }, signal }),
  })

export const useOfOrganization = (id: string) =>
  useQuery({
    queryKey: [key, 'of', id],
    queryFn: ({ signal }) => call(supportApi.ofOrganization, { params: { id }, signal }),
  })

export const useIncubators = (id: string) =>
  useQuery({
    queryKey: [key, 'incubators', id],
    queryFn: ({ signal }) => call(supportApi.incubators, { params: { id }, signal }),
  })

export const usePayments = (query: Query<'payments'>) =>
  useQuery({
    queryKey: [key, 'payments', query],
    queryFn: ({ signal }) => call(supportApi.payments, { query, signal }),
    placeholderData: keepPreviousData,
  })

const params = (id: string) => ({ params: { id } })

/** Everything that can be done. */
export const supportActs = {
  create: (body: Body<'create'>) => call(supportApi.create, { body }),
  edit: (id: string, body: Body<'edit'>) => call(supportApi.edit, { ...params(id), body }),
  close: (id: string, body: Body<'close'>) => call(supportApi.close, { ...params(id), body }),
  reopen: (id: string) => call(supportApi.reopen, params(id)),
  apply: (id: string, body: Body<'apply'>) => call(supportApi.apply, { ...params(id), body }),
  decide: (id: string, body: Body<'decide'>) => call(supportApi.decide, { ...params(id), body }),
  withdraw: (id: string, body: Body<'withdraw'>) => call(supportApi.withdraw, { ...params(id), body }),
  enter: (id: string, body: Body<'enter'>) => call(supportApi.enter, { ...params(id), body }),
  begin: (id: string, body: Body<'begin'>) => call(supportApi.begin, { ...params(id), body }),
  extend: (id: string, body: Body<'extend'>) => call(supportApi.extend, { ...params(id), body }),
  exit: (id: string, body: Body<'exit'>) => call(supportApi.exit, { ...params(id), body }),
  grant: (id: string, body: Body<'grant'>) => call(supportApi.grant, { ...params(id), body }),
  revoke: (id: string, body: Body<'revoke'>) => call(supportApi.revoke, { ...params(id), body }),
  pay: (body: Body<'pay'>) => call(supportApi.pay, { body }),
}

/** After something was done support, the work that waits and the figures are asked again. */
export function useDone(): <T>(done: Promise<T>) => Promise<T> {
  const cache = useQueryClient()
  return async (done) => {
    const answer = await done
    for (const stale of [key, 'work', 'organizations', 'programmes'])
      void cache.invalidateQueries({ queryKey: [stale] })
    return answer
  }
}
