// The one cache of everything that the pages have asked, and what is asked before a page is there.
import type { LoaderFunction } from 'react-router'
import type { Session } from './modules/people/people-api.ts'
import { setExpired } from './modules/people/web/session-expiry.ts'
import { sessionQuery } from './modules/people/web/session-queries.ts'
import { CallProblem } from './ui/call.ts'
import { makeQueryClient } from './ui/query-client.ts'
import type { Address, Route } from './ui/route.ts'

/** 401 with this code: the session ran out. A wrong password has another code. */
export const queryClient = makeQueryClient((problem) => {
  if (problem instanceof CallProblem && problem.code === 'signIn') setExpired(true)
})

/** Asks what the page will ask, for those who may open it; nothing waits for the answers. */
export function askFirst({ first, needs }: Route, address: Address): void {
  if (!first) return
  const ask = ({ may }: Session) => (!needs || may.includes(needs) ? first(address, queryClient) : undefined)
  void queryClient.ensureQueryData(sessionQuery).then(ask, leaveIt)
}

/** Without a session there is nothing to ask; the frame says what went wrong. */
const leaveIt = () => undefined

/** The same for a page to which a link leads. */
export const asking =
  (route: Route): LoaderFunction =>
  ({ params, request }) => {
    askFirst(route, { params, search: new URL(request.url).searchParams })
    return null
  }
