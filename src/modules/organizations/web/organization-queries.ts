// What the register's pages ask the server, and what becomes stale when they write.
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Answer, Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import type { Move } from '../organization-rules.ts'
import { organizationsApi } from '../organizations-api.ts'

export type ListQuery = NonNullable<Given<typeof organizationsApi.list>['query']>
export type FilterQuery = NonNullable<Given<typeof organizationsApi.count>['query']>

const key = 'organizations'

export const useOrganizations = (query: ListQuery) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(organizationsApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useOrganizationCount = (query: FilterQuery) =>
  useQuery({
    queryKey: [key, 'count', query],
    queryFn: ({ signal }) => call(organizationsApi.count, { query, signal }),
  })

/** `id` null: nothing is asked. */
export const useOrganization = (id: string | null) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(organizationsApi.one, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  })

/** The timeline, newest first; `fetchNextPage` brings what is older. */
export const useTimeline = (id: string) =>
  useInfiniteQuery({
    queryKey: [key, 'timeline', id],
    queryFn: ({ signal, pageParam }) =>
      call(organizationsApi.timeline, {
        params: { id },
        query: pageParam ? { after: pageParam } : {},
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

type Likeness = { name: string; area: string | null; except?: string | undefined }

/** Asked from the second character on, and only where the area says which county is meant. */
export function useNearDuplicates({ name, area, except }: Likeness) {
  const query = { name, area: area ?? '', ...(except && { except }) }
  return useQuery({
    queryKey: [key, 'near', query],
    queryFn: ({ signal }) => call(organizationsApi.nearDuplicates, { query, signal }),
    enabled: name.length >= 2 && area !== null,
    placeholderData: keepPreviousData,
  })
}

/** A write: everything known of the register is asked again. */
function useWrite<Input, Result>(write: (input: Input) => Promise<Result>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => void cache.invalidateQueries({ queryKey: [key] }),
  })
}

type Body<E extends keyof typeof organizationsApi> = Given<(typeof organizationsApi)[E]>['body']

export const useCreate = () =>
  useWrite((body: NonNullable<Body<'create'>>) => call(organizationsApi.create, { body }))

export const useEdit = (id: string) =>
  useWrite((body: NonNullable<Body<'edit'>>) => call(organizationsApi.edit, { params: { id }, body }))

export const useMove = (id: string, move: Move) =>
  useWrite((body: NonNullable<Body<Move>>) => call(organizationsApi[move], { params: { id }, body }))

export type BulkResult = Answer<typeof organizationsApi.bulkChange>['results'][number]

export const useBulkChange = () =>
  useWrite((body: NonNullable<Body<'bulkChange'>>) => call(organizationsApi.bulkChange, { body }))

/** Shows the phone number; that somebody looked appears in the timeline. */
export const useShowPhone = (id: string) => useWrite(() => call(organizationsApi.phone, { params: { id } }))
