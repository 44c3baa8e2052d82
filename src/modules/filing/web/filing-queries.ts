// What the pages of applications ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Answer, Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { leadersApi } from '../../people/leaders-api.ts'
import type { Application } from '../filing.ts'
import { filingApi, type Handling } from '../filing-api.ts'

export type ListQuery = NonNullable<Given<typeof filingApi.list>['query']>

const key = 'applications'

export const useApplications = (query: ListQuery) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(filingApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useApplicationCount = (query: NonNullable<Given<typeof filingApi.count>['query']>) =>
  useQuery({
    queryKey: [key, 'count', query],
    queryFn: ({ signal }) => call(filingApi.count, { query, signal }),
  })

export const useApplication = (id: string) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(filingApi.one, { params: { id }, signal }),
  })

export const useRoster = (id: string, open: boolean) =>
  useQuery({
    queryKey: [key, 'roster', id],
    queryFn: ({ signal }) => call(filingApi.roster, { params: { id }, signal }),
    enabled: open,
  })

/** What is answered stands on the page at once; lists, home and register are asked again. */
function useWrite<Input>(write: (input: Input) => Promise<Application>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: (application) => {
      cache.setQueryData([key, 'one', application.id], application)
      void cache.invalidateQueries({ predicate: ({ queryKey }) => !isOne(queryKey, application.id) })
    },
  })
}

/** The session does not depend on what is written here. */
const isOne = (queryKey: readonly unknown[], id: string): boolean =>
  queryKey[0] === 'session' || (queryKey[0] === key && queryKey[1] === 'one' && queryKey[2] === id)

type Body<E extends keyof typeof filingApi> = NonNullable<Given<(typeof filingApi)[E]>['body']>

export const useBegin = () => useWrite((body: Body<'create'>) => call(filingApi.create, { body }))

export const useSave = (id: string) =>
  useWrite((body: Body<'save'>) => call(filingApi.save, { params: { id }, body }))

export const useSubmit = (id: string) => useWrite(() => call(filingApi.submit, { params: { id } }))

export const useWithdraw = (id: string) =>
  useWrite((words: string) => call(filingApi.withdraw, { params: { id }, body: { words } }))

export const useSay = (id: string) =>
  useWrite(({ step, words }: { step: 'say' | 'urge'; words: string }) =>
    call(filingApi[step], { params: { id }, body: { words } }),
  )

export const useSaveRoster = (id: string) =>
  useWrite((members: Body<'saveRoster'>['members']) =>
    call(filingApi.saveRoster, { params: { id }, body: { members } }),
  )

export const useUploadRoster = (id: string) =>
  useWrite((file: File) => call(filingApi.uploadRoster, { params: { id }, file }))

export const useAddFile = (id: string) =>
  useWrite(({ material, file }: { material: string; file: File }) =>
    call(filingApi.addFile, { params: { id }, query: { material }, file }),
  )

export const useDropFile = (id: string) =>
  useWrite((file: string) => call(filingApi.dropFile, { params: { id, file } }))

const desks = {
  community: filingApi.handleInCommunity,
  township: filingApi.handleInTownship,
  county: filingApi.handleInCounty,
} as const

/** At the desk on which the application lies. */
export const useHandle = ({ id, desk }: Application) =>
  useWrite((body: Handling) => {
    if (desk === 'applicant' || desk === 'nobody') throw new Error('an application that lies on no desk')
    return call(desks[desk], { params: { id }, body })
  })

const many = {
  community: filingApi.confirmMany,
  township: filingApi.decideMany,
  county: filingApi.registerMany,
} as const
export type BulkDesk = keyof typeof many
export type BulkResult = Answer<typeof filingApi.decideMany>['results'][number]

export function useDecideMany(desk: BulkDesk) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<'decideMany'>) => call(many[desk], { body }),
    onSuccess: () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}

export const useLeaders = (area: string, open: boolean) =>
  useQuery({
    queryKey: ['leaders', area],
    queryFn: ({ signal }) => call(leadersApi.list, { query: { area }, signal }),
    enabled: open,
  })
