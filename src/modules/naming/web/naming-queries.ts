// What the name field asks the server while a name is typed.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import type { NameKind } from '../name-parts.ts'
import { namingApi } from '../naming-api.ts'

/** Areas and rules change seldom: the same question has the same answer for a while. */
const staleTime = 300_000

type Where = { area: string | null; kind: NameKind }

/** Nothing is asked before there is a name and a place. */
export function useNameReading({ area, kind, name }: Where & { name: string }) {
  const query = { area: area ?? '', kind, name }
  return useQuery({
    queryKey: ['naming', 'reading', query],
    queryFn: ({ signal }) => call(namingApi.check, { query, signal }),
    enabled: area !== null && name !== '',
    placeholderData: keepPreviousData,
    staleTime,
  })
}

type Wish = Where & { words: string; category: string | null; wanted: boolean }

export function useNameProposals({ area, kind, words, category, wanted }: Wish) {
  const query = { area: area ?? '', kind, words: words.slice(0, 60), ...(category && { category }) }
  return useQuery({
    queryKey: ['naming', 'proposals', query],
    queryFn: ({ signal }) => call(namingApi.propose, { query, signal }),
    enabled: wanted && area !== null,
    placeholderData: keepPreviousData,
    staleTime,
  })
}
