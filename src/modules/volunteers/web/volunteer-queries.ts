// What the pages of volunteers ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { volunteersApi as api } from '../volunteers-api.ts'

const key = 'volunteers'

type Query<E extends keyof typeof api> = NonNullable<Given<(typeof api)[E]>['query']>
type Body<E extends keyof typeof api> = NonNullable<Given<(typeof api)[E]>['body']>
export type TeamQuery = Query<'teamCount'>
export type EntryQuery = Query<'entryCount'>
export type ServiceBody = Omit<Body<'correct'>, 'reason'>

export const useTeams = (query: Query<'teams'>) =>
  useQuery({
    queryKey: [key, 'teams', query],
    queryFn: ({ signal }) => call(api.teams, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useTeamCount = (query: TeamQuery) =>
  useQuery({
    queryKey: [key, 'team count', query],
    queryFn: ({ signal }) => call(api.teamCount, { query, signal }),
  })

export const useTeam = (id: string) =>
  useQuery({
    queryKey: [key, 'team', id],
    queryFn: ({ signal }) => call(api.team, { params: { id }, signal }),
  })

export const useTeamsOf = (organization: string) =>
  useQuery({
    queryKey: [key, 'of', organization],
    queryFn: ({ signal }) => call(api.ofOrganization, { params: { id: organization }, signal }),
  })

export const useMember = (id: string) =>
  useQuery({
    queryKey: [key, 'member', id],
    queryFn: ({ signal }) => call(api.member, { params: { id }, signal }),
  })

export const useEntries = (query: Query<'entries'>) =>
  useQuery({
    queryKey: [key, 'entries', query],
    queryFn: ({ signal }) => call(api.entries, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useEntryCount = (query: EntryQuery) =>
  useQuery({
    queryKey: [key, 'entry count', query],
    queryFn: ({ signal }) => call(api.entryCount, { query, signal }),
  })

export const useMine = () =>
  useQuery({ queryKey: [key, 'mine'], queryFn: ({ signal }) => call(api.mine, { signal }) })

export const useVerification = (code: string) =>
  useQuery({
    queryKey: [key, 'verification', code],
    queryFn: ({ signal }) => call(api.verifyService, { params: { code }, signal }),
    staleTime: 0,
  })

const byId = (id: string) => ({ params: { id } })

/** Everything that can be done. */
export const volunteerActs = {
  found: (id: string, body: Body<'found'>) => call(api.found, { ...byId(id), body }),
  endTeam: (id: string, body: Body<'endTeam'>) => call(api.endTeam, { ...byId(id), body }),
  join: (id: string, body: Body<'join'>) => call(api.join, { ...byId(id), body }),
  editMember: (id: string, body: Body<'editMember'>) => call(api.editMember, { ...byId(id), body }),
  leave: (id: string, body: Body<'leave'>) => call(api.leave, { ...byId(id), body }),
  phone: (id: string) => call(api.phone, byId(id)),
  setAccount: (id: string, loginName: string | null) =>
    call(api.setAccount, { ...byId(id), body: { loginName } }),
  record: (id: string, body: Body<'record'>) => call(api.record, { ...byId(id), body }),
  confirm: (ids: string[]) => call(api.confirm, { body: { ids } }),
  refuse: (id: string, reason: string) => call(api.refuse, { ...byId(id), body: { reason } }),
  withdraw: (id: string, reason: string) => call(api.withdraw, { ...byId(id), body: { reason } }),
  correct: (id: string, body: Body<'correct'>) => call(api.correct, { ...byId(id), body }),
  answer: (id: string, words: string) => call(api.answer, { ...byId(id), body: { words } }),
  certify: (id: string, body: Body<'certify'>) => call(api.certify, { ...byId(id), body }),
  cancelCertificate: (id: string, reason: string) =>
    call(api.cancelCertificate, { ...byId(id), body: { reason } }),
  recordOwn: (body: Body<'recordOwn'>) => call(api.recordOwn, { body }),
  object: (id: string, words: string) => call(api.object, { ...byId(id), body: { words } }),
}

/** Figures and queues depend on hours too: everything is asked again. */
export function useVolunteerAct<Result>() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: () => Promise<Result>) => act(),
    onSuccess: () => void cache.invalidateQueries(),
  })
}
