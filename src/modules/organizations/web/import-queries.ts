// What the import's pages ask the server; while rows are being written, how far it is.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { type Import, importsApi, type RowOutcome } from '../imports-api.ts'

const key = 'imports'
const oneKey = (id: string) => [key, 'one', id]

/** Between two questions about progress, in milliseconds. */
const pollEvery = 800

export const useImports = (after: string | undefined) =>
  useQuery({
    queryKey: [key, 'list', after],
    queryFn: ({ signal }) => call(importsApi.list, { query: after ? { after } : {}, signal }),
    placeholderData: keepPreviousData,
  })

/** Asked again and again while rows are being written; `watch`: also before the first row is reported. */
export const useImport = (id: string, watch = false) =>
  useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(importsApi.one, { params: { id }, signal }),
    refetchInterval: ({ state }) => (watch || state.data?.progress ? pollEvery : false),
  })

export function useImportRows(id: string, outcome: RowOutcome, after: string | undefined) {
  const query = { outcome, ...(after && { after }) }
  return useQuery({
    queryKey: [key, 'rows', id, query],
    queryFn: ({ signal }) => call(importsApi.rows, { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  })
}

export const useImportKinds = () =>
  useQuery({
    queryKey: [key, 'kinds'],
    queryFn: ({ signal }) => call(importsApi.kinds, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export function useUpload() {
  const keep = useKeep()
  return useMutation({
    mutationFn: ({
      file,
      ...query
    }: NonNullable<Given<typeof importsApi.upload>['query']> & { file: File }) =>
      call(importsApi.upload, { query, file }),
    onSuccess: keep,
  })
}

export type Matching = NonNullable<Given<typeof importsApi.match>['body']>

export function useMatch(id: string) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (body: Matching) => call(importsApi.match, { params: { id }, body }),
    onSuccess: keep,
  })
}

export function useCommit(id: string) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (rows: 'all' | 'good') => call(importsApi.commit, { params: { id }, body: { rows } }),
    onSuccess: keep,
  })
}

export function useUndo(id: string) {
  const keep = useKeep()
  return useMutation({ mutationFn: () => call(importsApi.undo, { params: { id } }), onSuccess: keep })
}

export function useDiscard(id: string) {
  const keep = useKeep()
  return useMutation({ mutationFn: () => call(importsApi.discard, { params: { id } }), onSuccess: keep })
}

/** What a write answers, or does not touch. */
const kept = [`${key},one`, `${key},kinds`]

/** Keeps the answer of a write; whatever else is on the screen is asked again. */
function useKeep(): (one: Import) => void {
  const cache = useQueryClient()
  return (one) => {
    cache.setQueryData(oneKey(one.id), one)
    void cache.invalidateQueries({ predicate: ({ queryKey }) => !kept.includes(queryKey.slice(0, 2).join()) })
  }
}
