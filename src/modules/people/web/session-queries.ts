// Who is signed in, as every page sees it, and the posting under which the person works now.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../ui/call.ts'
import { useDevice } from '../../../ui/device-store.ts'
import { type Posting, peopleApi, type Session } from '../people-api.ts'
import { setExpired } from './session-expiry.ts'

export { useMay } from '../../../ui/may.ts'

const sessionKey = ['session'] as const

/** A session that ran out while a page is open keeps its person: the page stays and asks to sign in again. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal, client }) => {
    const before = client.getQueryData<Session>(sessionKey)
    const now = await call(peopleApi.session, { signal })
    if (now.person || !isSignedIn(before)) return now
    setExpired(true)
    return before
  },
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

/** Puts a new session in place and forgets what was shown to the one before; null after signing out. */
export function useSetSession(): (session: Session | null) => void {
  const client = useQueryClient()
  return (session) => {
    const same = session?.person?.id === client.getQueryData<Session>(sessionKey)?.person?.id
    setExpired(false)
    if (session) client.setQueryData(sessionKey, session)
    else client.removeQueries({ queryKey: sessionKey })
    if (same) void client.invalidateQueries({ predicate: isOther })
    else client.removeQueries({ predicate: isOther })
  }
}

const isOther = (query: { queryKey: readonly unknown[] }): boolean => query.queryKey[0] !== sessionKey[0]
