// Questions about areas, as every page asks them.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Answer } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import type { AreaLevel } from '../area.ts'
import { areasApi } from '../areas-api.ts'

/** Areas seldom change: an answer holds for ten minutes. */
const staleTime = 600_000

export const areaQuery = (code: string) =>
  queryOptions({
    queryKey: ['areas', 'one', code],
    queryFn: ({ signal }) => call(areasApi.area, { params: { code }, signal }),
    staleTime,
  })

export type Child = Answer<typeof areasApi.children>['items'][number]

export const childrenQuery = (code: string) =>
  queryOptions({
    queryKey: ['areas', 'children', code],
    queryFn: ({ signal }) => call(areasApi.children, { params: { code }, signal }),
    staleTime,
  })

export type AreaSearch = {
  q: string
  within?: string | undefined
  level?: AreaLevel | undefined
  limit: number
}

/** A question that is typed over is given up: its signal aborts. */
export const areaSearchQuery = ({ q, within, level, limit }: AreaSearch) =>
  queryOptions({
    queryKey: ['areas', 'search', q, within, level, limit],
    queryFn: ({ signal }) => call(areasApi.search, { query: { q, within, level, limit }, signal }),
    staleTime,
    placeholderData: keepPreviousData,
  })
