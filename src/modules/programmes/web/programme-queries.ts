// What the programme's pages ask the server, and what becomes stale when somebody judges or loads a pack.
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { programmesApi } from '../programmes-api.ts'
import type { Place } from './place.ts'

const key = 'programmes'
const packs = 'packs'

export const useHome = (area: string | undefined) =>
  useQuery({
    queryKey: [key, 'home', area],
    queryFn: ({ signal }) => call(programmesApi.home, { query: { area }, signal }),
  })

export const useProgrammes = () =>
  useQuery({ queryKey: [key, 'list'], queryFn: ({ signal }) => call(programmesApi.list, { signal }) })

export const programmeQuery = (id: string) =>
  queryOptions({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(programmesApi.one, { params: { id }, signal }),
    staleTime: 300_000,
  })

/** Targets that count a measure, where the person works. */
export const useCountingTargets = (measure: string, area: string | undefined) =>
  useQuery({
    queryKey: [key, 'counting', measure, area],
    queryFn: ({ signal }) =>
      call(programmesApi.counting, { query: { measure, ...(area && { area }) }, signal }),
  })

/** The programme in words; `id` undefined: nothing is asked. */
export const useProgramme = (id: string | undefined) =>
  useQuery({ ...programmeQuery(id ?? ''), enabled: id !== undefined })

export const figuresQuery = (id: string, place: Place) =>
  queryOptions({
    queryKey: [key, 'figures', id, place],
    queryFn: ({ signal }) => call(programmesApi.figures, { params: { id }, query: place, signal }),
  })

export const useFigures = (id: string, place: Place) =>
  useQuery({ ...figuresQuery(id, place), placeholderData: keepPreviousData })

/** Asked when everything else is there and drawn when it comes: nothing waits for it. */
export const useTrends = (id: string, place: Place, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: [key, 'trends', id, place],
    queryFn: ({ signal }) => call(programmesApi.trends, { params: { id }, query: place, signal }),
    staleTime: 300_000,
  })

/**
 * `target` undefined: nothing is asked. While another area or day is on its way the last one stays in sight; another
 * target does not, because its links would lead to the wrong one.
 */
export const useBreakdown = (id: string, target: string | undefined, place: Place) =>
  useQuery({
    queryKey: [key, 'breakdown', id, target, place],
    queryFn: ({ signal }) =>
      call(programmesApi.breakdown, { params: { id, target: target ?? '' }, query: place, signal }),
    enabled: target !== undefined,
    placeholderData: (last, query) => (query?.queryKey[3] === target ? last : undefined),
  })

type RecordsQuery = Place & { after?: string | undefined; limit: number }

export const useRecords = (id: string, target: string, query: RecordsQuery) =>
  useQuery({
    queryKey: [key, 'records', id, target, query],
    queryFn: ({ signal }) => call(programmesApi.records, { params: { id, target }, query, signal }),
    placeholderData: keepPreviousData,
  })

export const useRuralUrban = (id: string, query: Place & { measure?: string | undefined }) =>
  useQuery({
    queryKey: [key, 'ruralUrban', id, query],
    queryFn: ({ signal }) => call(programmesApi.ruralUrban, { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  })

type SideQuery = RecordsQuery & { measure: string; settlement: 'urban' | 'rural' | 'above' }

export const useRuralUrbanRecords = (id: string, query: SideQuery) =>
  useQuery({
    queryKey: [key, 'ruralUrban', 'records', id, query],
    queryFn: ({ signal }) => call(programmesApi.ruralUrbanRecords, { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  })

export type JudgementBody = NonNullable<Given<typeof programmesApi.judge>['body']>

/** `unsent`: the judgement stands, its file did not arrive. */
export function useJudge(id: string, target: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ file, ...body }: JudgementBody & { file: File | null }) => {
      const made = await call(programmesApi.judge, { params: { id, target }, body })
      const sent = file && call(programmesApi.attachPaper, { params: made, file })
      return { unsent: await Promise.resolve(sent).then(no, yes) }
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: [key] }),
  })
}

const no = () => false
const yes = () => true

export function useAttachPaper() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ id, file }: { id: string; file: File }) =>
      call(programmesApi.attachPaper, { params: { id }, file }),
    onSuccess: () => cache.invalidateQueries({ queryKey: [key] }),
  })
}

export const usePacks = () =>
  useQuery({ queryKey: [packs, 'list'], queryFn: ({ signal }) => call(programmesApi.packs, { signal }) })

/** `id` undefined: nothing is asked. */
export const usePackText = (id: string | undefined) =>
  useQuery({
    queryKey: [packs, 'text', id],
    queryFn: ({ signal }) => call(programmesApi.packText, { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    refetchOnWindowFocus: false,
  })

/** What is wrong with a text and what it would change; an empty text is not asked about. */
export const usePackCheck = (text: string) =>
  useQuery({
    queryKey: [packs, 'check', text],
    queryFn: ({ signal }) => call(programmesApi.checkPack, { body: { text }, signal }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })

export function useLoadPack() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (text: string) => call(programmesApi.loadPack, { body: { text } }),
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: [packs] }),
        cache.invalidateQueries({ queryKey: [key] }),
      ]),
  })
}
