// What the pages of charters ask the server, and what becomes stale when they write.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import type { Charter } from '../charter.ts'
import { chartersApi } from '../charters-api.ts'

const key = 'charters'

export const useCharters = (organization: string) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(chartersApi.list, { params: { id: organization }, signal }),
  })

/** `id` null: nothing is asked. */
export const useCharter = (id: string | null) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(chartersApi.one, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  })

/** A write answers with the version as it is now; what hangs on it is asked again. */
function useWrite<Input>(write: (input: Input) => Promise<Charter>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: (charter) => {
      cache.setQueryData([key, 'one', charter.id], charter)
      void cache.invalidateQueries({ queryKey: [key, 'of', charter.organization] })
      void cache.invalidateQueries({ queryKey: ['organizations'] })
      void cache.invalidateQueries({ queryKey: ['work'] })
    },
  })
}

type Body<E extends keyof typeof chartersApi> = NonNullable<Given<(typeof chartersApi)[E]>['body']>

export const useStart = (organization: string) =>
  useWrite((body: Body<'start'>) => call(chartersApi.start, { params: { id: organization }, body }))

export const useUpload = (organization: string) =>
  useWrite((file: File) => call(chartersApi.upload, { params: { id: organization }, file }))

export const useEdit = (id: string) =>
  useWrite((body: Body<'edit'>) => call(chartersApi.edit, { params: { id }, body }))

export const useDiscard = (id: string) =>
  useWrite((body: Body<'discard'>) => call(chartersApi.discard, { params: { id }, body }))

export const useVote = (id: string) =>
  useWrite((body: Body<'vote'>) => call(chartersApi.vote, { params: { id }, body }))

export const useCorrectVote = (id: string) =>
  useWrite((body: Body<'correctVote'>) => call(chartersApi.correctVote, { params: { id }, body }))

export const useAcknowledge = (id: string) =>
  useWrite((body: Body<'acknowledge'>) => call(chartersApi.acknowledge, { params: { id }, body }))

export const useEnter = (id: string) =>
  useWrite((body: Body<'enter'>) => call(chartersApi.enter, { params: { id }, body }))
