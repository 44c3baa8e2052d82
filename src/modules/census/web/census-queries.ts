// What the census pages ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import type { CensusDraft, Walk, WalkItem } from '../census.ts'
import { censusApi } from '../census-api.ts'

const key = 'censuses'

export const useCensuses = () =>
  useQuery({ queryKey: [key, 'list'], queryFn: ({ signal }) => call(censusApi.list, { signal }) })

export const useProgress = (id: string, area: string | undefined) =>
  useQuery({
    queryKey: [key, 'progress', id, area],
    queryFn: ({ signal }) =>
      call(censusApi.progress, { params: { id }, query: area ? { area } : {}, signal }),
    placeholderData: keepPreviousData,
  })

export const useBaseline = (id: string, area: string | undefined, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: [key, 'baseline', id, area],
    queryFn: ({ signal }) =>
      call(censusApi.baseline, { params: { id }, query: area ? { area } : {}, signal }),
  })

const walkKey = (id: string, area: string) => [key, 'walk', id, area]

/** `area` undefined: nothing is asked. */
export const useWalk = (id: string, area: string | undefined) =>
  useQuery({
    enabled: area !== undefined,
    queryKey: walkKey(id, area ?? ''),
    queryFn: ({ signal }) => call(censusApi.walk, { params: { id, area: area ?? '' }, signal }),
    gcTime: 3_600_000,
  })

export const useOne = (id: string) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(censusApi.one, { params: { id }, signal }),
  })

/** A write: everything known of censuses, of waiting work and of the register is asked again. */
function useWrite<Input, Result>(write: (input: Input) => Promise<Result>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      for (const stale of [key, 'work', 'organizations']) void cache.invalidateQueries({ queryKey: [stale] })
    },
  })
}

/** A new one, or the one with the id changed. */
export const useSave = (id: string | null) =>
  useWrite((body: CensusDraft) =>
    id ? call(censusApi.edit, { params: { id }, body }) : call(censusApi.create, { body }),
  )

export type StepTaken =
  | { step: 'open' | 'discard' }
  | { step: 'close'; reason: string | null }
  | { step: 'reopen'; reason: string }

export const useStep = (id: string) =>
  useWrite((taken: StepTaken) => {
    const params = { id }
    if (taken.step === 'close') return call(censusApi.close, { params, body: { reason: taken.reason } })
    if (taken.step === 'reopen') return call(censusApi.reopen, { params, body: { reason: taken.reason } })
    return call(censusApi[taken.step], { params })
  })

export const useFinish = (id: string, area: string) =>
  useWrite((finished: boolean) =>
    call(finished ? censusApi.finish : censusApi.resume, { params: { id, area } }),
  )

/** Puts an item that the server has answered with in the place of the old one, at once and without asking anew. */
export function usePlaceItem(id: string, area: string): (item: WalkItem) => void {
  const cache = useQueryClient()
  return (item) => {
    cache.setQueryData<Walk>(
      walkKey(id, area),
      (walk) => walk && { ...walk, items: placed(walk.items, item) },
    )
    for (const stale of [[key, 'progress'], [key, 'list'], ['work'], ['organizations']])
      void cache.invalidateQueries({ queryKey: stale })
  }
}

const placed = (items: readonly WalkItem[], item: WalkItem): WalkItem[] => {
  const known = items.some(({ organization }) => organization.id === item.organization.id)
  if (!known) return [...items, item]
  return items.map((one) => (one.organization.id === item.organization.id ? item : one))
}

export function useReload(id: string, area: string): () => Promise<void> {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: walkKey(id, area) })
}
