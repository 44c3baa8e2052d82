// What the pages of certificates ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { certificatesApi } from '../certificates-api.ts'

const key = 'certificates'

type Query<E extends keyof typeof certificatesApi> = NonNullable<Given<(typeof certificatesApi)[E]>['query']>
export type ListQuery = Query<'list'>
export type FilterQuery = Query<'count'>
export type WaitingQuery = Query<'waiting'>

export const useCertificates = (query: ListQuery) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(certificatesApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useCertificateCount = (query: FilterQuery) =>
  useQuery({
    queryKey: [key, 'count', query],
    queryFn: ({ signal }) => call(certificatesApi.count, { query, signal }),
  })

/** How many of the filtered ones can be printed; asked only for whoever may print. */
export const usePrintable = (query: FilterQuery) =>
  useQuery({
    queryKey: [key, 'printable', query],
    queryFn: ({ signal }) => call(certificatesApi.printable, { query, signal }),
  })

export const useWaiting = (query: WaitingQuery) =>
  useQuery({
    queryKey: [key, 'waiting', query],
    queryFn: ({ signal }) => call(certificatesApi.waiting, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useWaitingCount = (query: Query<'waitingCount'>) =>
  useQuery({
    queryKey: [key, 'waiting count', query],
    queryFn: ({ signal }) => call(certificatesApi.waitingCount, { query, signal }),
  })

export const useCertificatesOf = (organization: string) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(certificatesApi.ofOrganization, { params: { id: organization }, signal }),
  })

/** By code, or by number; nothing is asked while neither is given. */
export const useVerification = (given: { code?: string | undefined; number?: string | undefined }) =>
  useQuery({
    queryKey: [key, 'verification', given],
    queryFn: ({ signal }) =>
      given.code !== undefined
        ? call(certificatesApi.verify, { params: { code: given.code }, signal })
        : call(certificatesApi.verifyNumber, { query: { number: given.number ?? '' }, signal }),
    enabled: given.code !== undefined || Boolean(given.number),
    staleTime: 0,
  })

/** A write: certificates, the organization's timeline and what waits are asked again. */
function useWrite<Input, Result>(write: (input: Input) => Promise<Result>) {
  const cache = useQueryClient()
  return useMutation({ mutationFn: write, onSuccess: () => void cache.invalidateQueries() })
}

type Dated = { on: string }
type Reasoned = Dated & { reason: string }

export const useIssue = (organization: string) =>
  useWrite((body: Dated) => call(certificatesApi.issue, { params: { id: organization }, body }))

export const useIssueMany = () =>
  useWrite((body: { ids: string[]; on: string }) => call(certificatesApi.issueMany, { body }))

export const useRenew = (id: string) =>
  useWrite((body: Dated) => call(certificatesApi.renew, { params: { id }, body }))

export const useReissue = (id: string) =>
  useWrite((body: Reasoned) => call(certificatesApi.reissue, { params: { id }, body }))

export const useCancel = (id: string) =>
  useWrite((body: Reasoned) => call(certificatesApi.cancel, { params: { id }, body }))

export const useAsk = (id: string) => useWrite(() => call(certificatesApi.ask, { params: { id } }))
