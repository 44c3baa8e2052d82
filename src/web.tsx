// Starts the pages in the browser: routes in their frame, session, looks.
import './ui/zod-in-pages.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { lazy, type ReactNode, StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type LoaderFunction, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { OrganizationSections } from './modules/organizations/web/organization-sections.ts'
import type { Session } from './modules/people/people-api.ts'
import { SignedInShell } from './modules/people/web/SignedInShell.tsx'
import { setExpired } from './modules/people/web/session-expiry.ts'
import { sessionQuery } from './modules/people/web/session-queries.ts'
import { menu, openRoutes, signedInRoutes } from './routes.ts'
import { organizationSections } from './sections.ts'
import { Allowed } from './ui/Allowed.tsx'
import { CallProblem } from './ui/call.ts'
import { useLargeType } from './ui/device-store.ts'
import { locale } from './ui/locale.ts'
import { TargetsOfMeasure } from './ui/MeasureTargets.tsx'
import { PageBones } from './ui/PageBones.tsx'
import { makeQueryClient } from './ui/query-client.ts'
import { RouteFailure } from './ui/RouteFailure.tsx'
import type { Route } from './ui/route.ts'
import { themeFor } from './ui/theme.ts'
import { useNarrow } from './ui/use-narrow.ts'
import './ui/base.css'
import './ui/frame.css'
import './ui/pieces.css'
import './ui/tables.css'
import './ui/print.css'

/** 401 with this code: the session ran out. A wrong password has another code. */
const queryClient = makeQueryClient((problem) => {
  if (problem instanceof CallProblem && problem.code === 'signIn') setExpired(true)
})

// Asked while the page's code is still on its way.
void queryClient.prefetchQuery(sessionQuery)

const routesOf = (routes: Record<string, Route>): RouteObject[] =>
  Object.entries(routes).map(([path, { load, needs, first }]) => {
    const route = { path, lazy: load, ...(first && { loader: beginner(first, needs) }) }
    return needs ? { element: <Allowed key={path} needs={needs} />, children: [route] } : route
  })

/** Asks what the page will ask, for those who may open it; nothing waits for the answers. */
const beginner =
  (first: NonNullable<Route['first']>, needs: string | undefined): LoaderFunction =>
  ({ params, request }) => {
    const begin = ({ may }: Session) =>
      !needs || may.includes(needs)
        ? first({ params, search: new URL(request.url).searchParams }, queryClient)
        : undefined
    void queryClient.ensureQueryData(sessionQuery).then(begin, leaveIt)
    return null
  }

/** Without a session there is nothing to begin; the frame says what went wrong. */
const leaveIt = () => undefined

const framed: RouteObject = {
  element: <SignedInShell menu={menu} />,
  children: [
    {
      ErrorBoundary: RouteFailure,
      children: [...routesOf(signedInRoutes), { path: '*', element: <RouteFailure /> }],
    },
  ],
}

const router = createBrowserRouter([
  { ErrorBoundary: RouteFailure, HydrateFallback: PageBones, children: [framed, ...routesOf(openRoutes)] },
])

const countingTargets = {
  needs: 'programme.see',
  Shown: lazy(async () => ({
    default: (await import('./modules/programmes/web/CountingTargets.tsx')).CountingTargets,
  })),
}

function Web(): ReactNode {
  const narrow = useNarrow()
  const [large] = useLargeType()
  useLayoutEffect(() => {
    document.documentElement.dataset.scale = large ? 'large' : 'normal'
  }, [large])
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={locale} theme={themeFor({ narrow, large })} button={{ autoInsertSpace: false }}>
        <OrganizationSections value={organizationSections}>
          <TargetsOfMeasure value={countingTargets}>
            <RouterProvider router={router} />
          </TargetsOfMeasure>
        </OrganizationSections>
      </ConfigProvider>
    </QueryClientProvider>
  )
}

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')
createRoot(place).render(
  <StrictMode>
    <Web />
  </StrictMode>,
)
