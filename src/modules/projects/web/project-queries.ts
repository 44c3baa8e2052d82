// What the pages of projects ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { projectsApi } from '../projects-api.ts'

const key = 'projects'

type Query<E extends keyof typeof projectsApi> = NonNullable<Given<(typeof projectsApi)[E]>['query']>
type Body<E extends keyof typeof projectsApi> = NonNullable<Given<(typeof projectsApi)[E]>['body']>
export type FilterQuery = Query<'count'>
export type PlanBody = Body<'plan'>
export type ResultBody = Body<'finish'>

export const useProjects = (query: Query<'list'>) =>
  useQuery({
    queryKey: [key, 'list', query],
    queryFn: ({ signal }) => call(projectsApi.list, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useProjectCount = (query: FilterQuery) =>
  useQuery({
    queryKey: [key, 'count', query],
    queryFn: ({ signal }) => call(projectsApi.count, { query, signal }),
  })

export const useWithout = (query: Query<'without'>) =>
  useQuery({
    queryKey: [key, 'without', query],
    queryFn: ({ signal }) => call(projectsApi.without, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useWithoutCount = (query: Query<'withoutCount'>) =>
  useQuery({
    queryKey: [key, 'without count', query],
    queryFn: ({ signal }) => call(projectsApi.withoutCount, { query, signal }),
  })

/** Nothing is asked for without an id. */
export const useProject = (id: string | null) =>
  useQuery({
    queryKey: [key, 'one', id],
    queryFn: ({ signal }) => call(projectsApi.one, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  })

export const useProjectsOf = (organization: string) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(projectsApi.ofOrganization, { params: { id: organization }, signal }),
  })

/** Everything that can be done. */
export const projectActs = {
  plan: (id: string, body: PlanBody) => call(projectsApi.plan, { params: { id }, body }),
  edit: (id: string, body: Body<'edit'>) => call(projectsApi.edit, { params: { id }, body }),
  begin: (id: string, on: string) => call(projectsApi.begin, { params: { id }, body: { on } }),
  finish: (id: string, body: ResultBody) => call(projectsApi.finish, { params: { id }, body }),
  correct: (id: string, body: Body<'correct'>) => call(projectsApi.correct, { params: { id }, body }),
  stop: (id: string, body: Body<'stop'>) => call(projectsApi.stop, { params: { id }, body }),
  remind: (ids: string[]) => call(projectsApi.remind, { body: { ids } }),
}

/** Figures and queues depend on projects too: everything is asked again. */
export function useProjectAct<Result>() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<Result>) => act(),
    onSuccess: () => void cache.invalidateQueries(),
  })
}
