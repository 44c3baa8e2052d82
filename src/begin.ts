// The first code of every page: begins what the address needs while the larger code is still on its way.
import './ui/zod-in-pages.ts'
import { sessionQuery } from './modules/people/web/session-queries.ts'
import { askFirst, queryClient } from './queries.ts'
import { openRoutes, signedInRoutes } from './routes.ts'
import { routeAt } from './ui/route-at.ts'

void queryClient.prefetchQuery(sessionQuery)
const found = routeAt({ ...signedInRoutes, ...openRoutes }, location.pathname)
if (found) {
  // The router loads it once more: from here, or, where that failed, with words about it.
  found.route.load().catch(() => undefined)
  askFirst(found.route, { params: found.params, search: new URLSearchParams(location.search) })
}
void import('./web.tsx')
