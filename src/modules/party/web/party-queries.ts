// What the pages of party-building ask the server, and what becomes stale when they write.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Given } from '../../../kernel/endpoint.ts'
import { call } from '../../../ui/call.ts'
import { partyApi } from '../party-api.ts'

type Query<E extends keyof typeof partyApi> = NonNullable<Given<(typeof partyApi)[E]>['query']>
type Body<E extends keyof typeof partyApi> = NonNullable<Given<(typeof partyApi)[E]>['body']>

const key = 'party'

export const useCoverage = (query: Query<'coverage'>) =>
  useQuery({
    queryKey: [key, 'coverage', query],
    queryFn: ({ signal }) => call(partyApi.coverage, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useCovered = (query: Query<'covered'>) =>
  useQuery({
    queryKey: [key, 'covered', query],
    queryFn: ({ signal }) => call(partyApi.covered, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const usePartyOf = (id: string) =>
  useQuery({
    queryKey: [key, 'organization', id],
    queryFn: ({ signal }) => call(partyApi.ofOrganization, { params: { id }, signal }),
  })

export const useProposal = (id: string) =>
  useQuery({
    queryKey: [key, 'proposal', id],
    queryFn: ({ signal }) => call(partyApi.proposal, { params: { id }, signal }),
  })

export const usePartners = (id: string) =>
  useQuery({
    queryKey: [key, 'partners', id],
    queryFn: ({ signal }) => call(partyApi.partners, { params: { id }, signal }),
  })

export const useBranches = (query: Query<'branches'>) =>
  useQuery({
    queryKey: [key, 'branches', query],
    queryFn: ({ signal }) => call(partyApi.branches, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const useBranch = (id: string) =>
  useQuery({
    queryKey: [key, 'branch', id],
    queryFn: ({ signal }) => call(partyApi.branch, { params: { id }, signal }),
  })

export const useInstructors = (query: Query<'instructors'>) =>
  useQuery({
    queryKey: [key, 'instructors', query],
    queryFn: ({ signal }) => call(partyApi.instructors, { query, signal }),
    placeholderData: keepPreviousData,
  })

/** A write: whatever is known of party-building, of the register and of work that waits is asked again. */
function useWrite<Input, Result>(write: (input: Input) => Promise<Result>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () =>
      void cache.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'areas',
      }),
  })
}

export const useArrange = (id: string) =>
  useWrite((body: Body<'arrange'>) => call(partyApi.arrange, { params: { id }, body }))
export const useEndArrangement = (id: string) =>
  useWrite((body: Body<'endArrangement'>) => call(partyApi.endArrangement, { params: { id }, body }))
export const useContact = (id: string) =>
  useWrite((body: Body<'contact'>) => call(partyApi.contact, { params: { id }, body }))

/** Names; the look is recorded, so it is not repeated by itself. */
export const useLook = (id: string) =>
  useMutation({ mutationFn: () => call(partyApi.lookAtMembers, { params: { id } }) })
export const useAddMember = (id: string) =>
  useWrite((body: Body<'addMember'>) => call(partyApi.addMember, { params: { id }, body }))
export const useEditMember = () =>
  useWrite(({ id, body }: { id: string; body: Body<'editMember'> }) =>
    call(partyApi.editMember, { params: { id }, body }),
  )
export const useEndMember = () =>
  useWrite(({ id, on }: { id: string; on: string }) =>
    call(partyApi.endMember, { params: { id }, body: { on } }),
  )
export const useKeepRoster = (id: string) =>
  useWrite((body: Body<'keepRoster'>) => call(partyApi.keepRoster, { params: { id }, body }))
export const useAddKeyPerson = (id: string) =>
  useWrite((body: Body<'addKeyPerson'>) => call(partyApi.addKeyPerson, { params: { id }, body }))
export const useEndKeyPerson = () =>
  useWrite(({ id, body }: { id: string; body: Body<'endKeyPerson'> }) =>
    call(partyApi.endKeyPerson, { params: { id }, body }),
  )

export const useLookAtSecretary = (id: string) =>
  useMutation({ mutationFn: () => call(partyApi.lookAtSecretary, { params: { id } }) })
export const useEditBranch = (id: string) =>
  useWrite((body: Body<'editBranch'>) => call(partyApi.editBranch, { params: { id }, body }))
export const useDissolve = (id: string) =>
  useWrite((body: Body<'dissolve'>) => call(partyApi.dissolve, { params: { id }, body }))
export const useAddActivity = (id: string) =>
  useWrite((body: Body<'addActivity'>) => call(partyApi.addActivity, { params: { id }, body }))
export const useWithdrawActivity = () =>
  useWrite(({ id, reason }: { id: string; reason: string }) =>
    call(partyApi.withdrawActivity, { params: { id }, body: { reason } }),
  )
export const useAddPhoto = (activity: string) =>
  useWrite((file: File) => call(partyApi.addPhoto, { params: { id: activity }, file, fileName: file.name }))
export const useDropPhoto = (activity: string) =>
  useWrite((file: string) => call(partyApi.dropPhoto, { params: { id: activity, file } }))
export const useAddPairing = (id: string) =>
  useWrite((body: Body<'addPairing'>) => call(partyApi.addPairing, { params: { id }, body }))
export const useEndPairing = () =>
  useWrite(({ id, body }: { id: string; body: Body<'endPairing'> }) =>
    call(partyApi.endPairing, { params: { id }, body }),
  )
export const useAddInstructor = () =>
  useWrite((body: Body<'addInstructor'>) => call(partyApi.addInstructor, { body }))
export const useEndInstructor = () =>
  useWrite(({ id, body }: { id: string; body: Body<'endInstructor'> }) =>
    call(partyApi.endInstructor, { params: { id }, body }),
  )
