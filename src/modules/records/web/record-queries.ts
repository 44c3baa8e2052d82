// What the pages of dated records ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import type { RecordKind } from '../record-kinds.ts'
import { recordsApi } from '../records-api.ts'

const key = 'records'

export type FilterQuery = NonNullable<Given<typeof recordsApi.count>['query']>
type ListQuery = NonNullable<Given<typeof recordsApi.list>['query']>
export type DraftBody = NonNullable<Given<typeof recordsApi.enter>['body']>
export type CorrectionBody = NonNullable<Given<typeof recordsApi.correct>['body']>

export const useDatedRecords = (query: ListQuery) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(recordsApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useRecordCount = (query: FilterQuery) =>
  useQuery({
    queryKey: [key, 'count', query],
    queryFn: ({ signal }) => call(recordsApi.count, { query, signal }),
  })

export const useRecord = (id: string) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(recordsApi.one, { params: { id }, signal }),
  })

/** Who did the last one of the kind in the area: it is mostly the same again. */
export function useLastDoneBy(kind: RecordKind, area: string | null): string | null {
  const { data } = useQuery({
    enabled: area !== null,
    queryKey: [key, 'last', kind, area],
    queryFn: ({ signal }) =>
      call(recordsApi.list, { query: { kind: [kind], area: area ?? '', limit: 5 }, signal }),
  })
  return data?.items.find((one) => one.area === area && one.doneBy)?.doneBy ?? null
}

/** A write: records, figures and what waits are asked again. */
function useWrite<Input, Result>(write: (input: Input) => Promise<Result>) {
  const cache = useQueryClient()
  return useMutation({ mutationFn: write, onSuccess: () => void cache.invalidateQueries() })
}

export const useEnter = () => useWrite((body: DraftBody) => call(recordsApi.enter, { body }))

export const useCorrect = (id: string) =>
  useWrite((body: CorrectionBody) => call(recordsApi.correct, { params: { id }, body }))

export const useWithdraw = (id: string) =>
  useWrite((body: { reason: string }) => call(recordsApi.withdraw, { params: { id }, body }))

export const useEnd = (id: string) =>
  useWrite((body: { on: string; reason: string }) => call(recordsApi.end, { params: { id }, body }))

export const useAttach = () =>
  useWrite(({ id, file }: { id: string; file: File }) => call(recordsApi.attach, { params: { id }, file }))
