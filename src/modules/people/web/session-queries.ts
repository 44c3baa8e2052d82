// Who is signed in, as every page sees it, and the posting under which the person works now.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { useDevice } from '../../../ui/device-store.ts'
import { type Posting, peopleApi, type Session } from '../people-api.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(peopleApi.session, { signal }),
  staleTime: 60_000,
})

export type SignedIn = Session & { person: NonNullable<Session['person']> }

/** The session of a signed-in page. Throws when nobody is signed in: the frame lets no such page through. */
export function useSession(): SignedIn {
  const { data } = useQuery(sessionQuery)
  if (!isSignedIn(data)) throw new Error('a page of signed-in people was shown to nobody')
  return data
}

export const isSignedIn = (session: Session | undefined): session is SignedIn =>
  session !== undefined && session.person !== null

/** Whether at least one posting allows the named action. */
export function useMay(): (action: string) => boolean {
  const { may } = useSession()
  return (action) => may.includes(action)
}

/** The posting chosen on this device, else the first; undefined for a person without postings. */
export function usePosting(): [Posting | undefined, (id: string) => void] {
  const { person, postings } = useSession()
  const [chosen, choose] = useDevice(`posting.${person.id}`)
  return [postings.find((posting) => posting.id === chosen) ?? postings[0], choose]
}

/** Code and name of the area in which the person works now: what forms and filters begin with. */
export function useHomeArea(): { code: string; name: string } | undefined {
  const [posting] = usePosting()
  return posting && { code: posting.area, name: posting.areaName }
}

/** Puts a new session in place and forgets what the last person saw. */
export function useSetSession(): (session: Session | null) => void {
  const client = useQueryClient()
  return (session) => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    if (session) client.setQueryData(sessionQuery.queryKey, session)
    else void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
}
