// What the pages of training ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { trainingApi } from '../training-api.ts'

const key = 'trainings'

type Query<E extends keyof typeof trainingApi> = NonNullable<Given<(typeof trainingApi)[E]>['query']>
type Body<E extends keyof typeof trainingApi> = NonNullable<Given<(typeof trainingApi)[E]>['body']>

export const useTrainings = (query: Query<'list'>) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(trainingApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useSums = (query: Query<'sums'>) =>
  useQuery({
    queryKey: [key, 'sums', query],
    queryFn: ({ signal }) => call(trainingApi.sums, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useLacking = (query: Query<'lacking'>) =>
  useQuery({
    queryKey: [key, 'lacking', query],
    queryFn: ({ signal }) => call(trainingApi.lacking, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useLackingCount = (query: Query<'lackingCount'>) =>
  useQuery({
    queryKey: [key, 'lackingCount', query],
    queryFn: ({ signal }) => call(trainingApi.lackingCount, { query, signal }),
    placeholderData: keepPreviousData,
  })

/** `area` undefined: nothing is asked. */
export const usePlan = (area: string | undefined, year: number) =>
  useQuery({
    enabled: area !== undefined,
    queryKey: [key, 'plan', area, year],
    queryFn: ({ signal }) => call(trainingApi.plan, { query: { area: area ?? '', year }, signal }),
    placeholderData: keepPreviousData,
  })

export const useTraining = (id: string) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(trainingApi.one, { params: { id }, signal }),
  })

/** While people are signing in, the list asks again and again. */
const liveEvery = 5_000

export const useAttendance = (id: string, live: boolean) =>
  useQuery({
    refetchInterval: live ? liveEvery : false,
    queryKey: [key, 'attendance', id],
    queryFn: ({ signal }) => call(trainingApi.attendance, { params: { id }, signal }),
  })

/** The code at the door; asked for by those who run the training, on its days. */
export const useCheckIn = (id: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: [key, 'checkIn', id],
    queryFn: ({ signal }) => call(trainingApi.checkIn, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.open ? liveEvery : false),
  })

export const useTrainingsOf = (id: string) =>
  useQuery({
    queryKey: [key, 'of', id],
    queryFn: ({ signal }) => call(trainingApi.ofOrganization, { params: { id }, signal }),
  })

export const useVerification = (code: string) =>
  useQuery({
    queryKey: [key, 'verification', code],
    queryFn: ({ signal }) => call(trainingApi.verify, { params: { code }, signal }),
    staleTime: 0,
  })

/** Everything that can be done. */
export const trainingActs = {
  create: (body: Body<'create'>) => call(trainingApi.create, { body }),
  edit: (id: string, body: Body<'edit'>) => call(trainingApi.edit, { params: { id }, body }),
  cancel: (id: string, body: Body<'cancel'>) => call(trainingApi.cancel, { params: { id }, body }),
  addMaterial: (id: string, file: File) => call(trainingApi.addMaterial, { params: { id }, file }),
  dropMaterial: (id: string, file: string) => call(trainingApi.dropMaterial, { params: { id, file } }),
  record: (id: string, body: Body<'record'>) => call(trainingApi.record, { params: { id }, body }),
  openCheckIn: (id: string, former: string | null) =>
    call(trainingApi.openCheckIn, { params: { id }, body: { former } }),
  closeCheckIn: (id: string) => call(trainingApi.closeCheckIn, { params: { id } }),
  sayApart: (id: string, body: Body<'sayApart'>) => call(trainingApi.sayApart, { params: { id }, body }),
  invite: (id: string, body: Body<'invite'>) => call(trainingApi.invite, { params: { id }, body }),
  enrol: (id: string, body: Body<'enrol'>) => call(trainingApi.enrol, { params: { id }, body }),
  decline: (id: string, body: Body<'decline'>) => call(trainingApi.decline, { params: { id }, body }),
  recall: (id: string, reason: string | null) =>
    call(trainingApi.recall, { params: { id }, body: { reason } }),
  withdraw: (id: string) => call(trainingApi.withdraw, { params: { id } }),
  setPlan: (body: Body<'setPlan'>) => call(trainingApi.setPlan, { body }),
}

/** Does one of them; trainings and what waits are asked again afterwards. */
export function useTrainingAct<Result = unknown>() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<Result>) => act(),
    onSuccess: () => {
      for (const stale of [key, 'work']) void cache.invalidateQueries({ queryKey: [stale] })
    },
  })
}
