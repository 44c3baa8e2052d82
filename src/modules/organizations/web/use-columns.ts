// Which columns a person sees in the list; kept with the account, so that it follows from one device to the next.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { peopleApi } from '../../people/people-api.ts'
import { allColumns, firstColumns } from './list-columns.tsx'

const params = { key: 'organizations.columns' }
const queryKey = ['preference', params.key]

/** The chosen keys, and how to choose others; the choice shows at once and is saved behind it. */
export function useColumns(): [readonly string[], (keys: readonly string[]) => void] {
  const cache = useQueryClient()
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(peopleApi.preference, { params, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const save = useMutation({
    mutationFn: (value: readonly string[]) => call(peopleApi.setPreference, { params, body: { value } }),
  })
  const choose = (value: readonly string[]) => {
    cache.setQueryData(queryKey, { value })
    save.mutate(value)
  }
  return [knownColumns(data?.value) ?? firstColumns, choose]
}

/** The known keys of what was saved, or null when nothing usable was. */
export function knownColumns(saved: unknown): readonly string[] | null {
  if (!Array.isArray(saved)) return null
  const known = allColumns.map(({ key }) => key).filter((key) => saved.includes(key))
  return known.length > 0 ? known : null
}
