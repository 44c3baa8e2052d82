// What the pages of activities ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { activitiesApi } from '../activities-api.ts'
import type { Activity } from '../activity.ts'

const key = 'activities'

type Api = typeof activitiesApi
type Query<E extends keyof Api> = NonNullable<Given<Api[E]>['query']>
export type Body<E extends keyof Api> = NonNullable<Given<Api[E]>['body']>

export const useCalendar = (query: Query<'calendar'>) =>
  useQuery({
    queryKey: [key, 'calendar', query],
    queryFn: ({ signal }) => call(activitiesApi.calendar, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useCounts = (query: Query<'counts'>) =>
  useQuery({
    queryKey: [key, 'counts', query],
    queryFn: ({ signal }) => call(activitiesApi.counts, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useMajorEvents = (query: Query<'majorEvents'>) =>
  useQuery({
    queryKey: [key, 'major', query],
    queryFn: ({ signal }) => call(activitiesApi.majorEvents, { query, signal }),
    placeholderData: keepPreviousData,
  })

/** Of no area there are none. */
export const useSeries = (area: string | undefined) =>
  useQuery({
    queryKey: [key, 'series', area],
    queryFn: ({ signal }) => call(activitiesApi.series, { query: { area: area ?? '' }, signal }),
    enabled: area !== undefined,
  })

export const useActivity = (id: string) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(activitiesApi.one, { params: { id }, signal }),
  })

export const useActivitiesOf = (organization: string) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(activitiesApi.ofOrganization, { params: { id: organization }, signal }),
  })

export const useSignUps = (id: string) =>
  useQuery({
    queryKey: [key, 'signUps', id],
    queryFn: ({ signal }) => call(activitiesApi.signUps, { params: { id }, signal }),
  })

/** Whether a plan must be reported, asked while it is filled in; nothing is asked of an incomplete one. */
export const useAssessment = (plan: Body<'assess'> | null) =>
  useQuery({
    queryKey: [key, 'assess', plan],
    queryFn: ({ signal }) => call(activitiesApi.assess, { body: plan as Body<'assess'>, signal }),
    enabled: plan !== null,
    placeholderData: keepPreviousData,
  })

/** Everything that can be done with one activity. */
export const activityActs = {
  create: (body: Body<'create'>) => call(activitiesApi.create, { body }),
  edit: (id: string, body: Body<'edit'>) => call(activitiesApi.edit, { params: { id }, body }),
  publish: (id: string) => call(activitiesApi.publish, { params: { id } }),
  hold: (id: string, body: Body<'hold'>) => call(activitiesApi.hold, { params: { id }, body }),
  correct: (id: string, body: Body<'correct'>) => call(activitiesApi.correct, { params: { id }, body }),
  conclude: (id: string, result: string) =>
    call(activitiesApi.conclude, { params: { id }, body: { result } }),
  cancel: (id: string, reason: string) => call(activitiesApi.cancel, { params: { id }, body: { reason } }),
  addPhoto: (id: string, file: File) => call(activitiesApi.addPhoto, { params: { id }, file }),
  dropPhoto: (id: string, photo: string) => call(activitiesApi.dropPhoto, { params: { id, photo } }),
  signUpFor: (id: string, body: Body<'addSignUp'>) => call(activitiesApi.addSignUp, { params: { id }, body }),
  cancelFor: (id: string, signUp: string) => call(activitiesApi.dropSignUp, { params: { id, signUp } }),
  phones: (id: string) => call(activitiesApi.phones, { params: { id } }),
  report: (id: string, body: Body<'report'>) => call(activitiesApi.report, { params: { id }, body }),
  answer: (activity: Activity, body: Body<'answer'>) =>
    call(
      activity.majorEvent.report?.recipient === 'county'
        ? activitiesApi.answerInCounty
        : activitiesApi.answer,
      { params: { id: activity.id }, body },
    ),
  summarize: (id: string, body: Body<'summarize'>) => call(activitiesApi.summarize, { params: { id }, body }),
  permit: (id: string, body: Body<'permit'>) => call(activitiesApi.permit, { params: { id }, body }),
}

/** Figures and queues depend on activities too: everything is asked again. */
export function useActivityAct<Result>() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<Result>) => act(),
    onSuccess: () => void cache.invalidateQueries(),
  })
}
