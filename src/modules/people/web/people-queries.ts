// What the pages of accounts ask.
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { type Person, peopleApi } from '../people-api.ts'
import type { Role } from '../roles.ts'

export type PeopleFilter = { q?: string | undefined; area?: string | undefined; after?: string | undefined }

export const peopleQuery = (filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['people', filter],
    queryFn: ({ signal }) => call(peopleApi.list, { query: { ...filter, limit: 50 }, signal }),
    placeholderData: keepPreviousData,
  })

export type NewAccount = {
  loginName: string
  displayName: string
  password: string
  posting: { role: Role; area: string }
}

/** Every change of an account; the list is asked again afterwards. */
export function usePeopleChanges() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['people'] })
  return {
    create: useMutation({ mutationFn: (body: NewAccount) => call(peopleApi.create, { body }), onSuccess }),
    addPosting: useMutation({
      mutationFn: ({ person, ...body }: { person: Person; role: Role; area: string }) =>
        call(peopleApi.addPosting, { params: { id: person.id }, body }),
      onSuccess,
    }),
    endPosting: useMutation({
      mutationFn: ({ person, posting }: { person: Person; posting: string }) =>
        call(peopleApi.endPosting, { params: { id: person.id, posting } }),
      onSuccess,
    }),
    resetPassword: useMutation({
      mutationFn: ({ person, next }: { person: Person; next: string }) =>
        call(peopleApi.resetPassword, { params: { id: person.id }, body: { next } }),
    }),
  }
}
