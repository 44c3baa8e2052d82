// Draws the pages in the browser: routes in their frame, looks.
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { lazy, type ReactNode, StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { OrganizationSections } from './modules/organizations/web/organization-sections.ts'
import { SignedInShell } from './modules/people/web/SignedInShell.tsx'
import { PlatformSections } from './modules/support/web/platform-sections.ts'
import { asking, queryClient } from './queries.ts'
import { menu, openRoutes, signedInRoutes } from './routes.ts'
import { organizationSections, platformSections } from './sections.ts'
import { Allowed } from './ui/Allowed.tsx'
import { useLargeType } from './ui/device-store.ts'
import { locale } from './ui/locale.ts'
import { TargetsOfMeasure } from './ui/MeasureTargets.tsx'
import { PageBones } from './ui/PageBones.tsx'
import { RouteFailure } from './ui/RouteFailure.tsx'
import type { Route } from './ui/route.ts'
import { themeFor } from './ui/theme.ts'
import { useNarrow } from './ui/use-narrow.ts'
import './ui/base.css'
import './ui/frame.css'
import './ui/pieces.css'
import './ui/tables.css'
import './ui/print.css'

const routesOf = (routes: Record<string, Route>): RouteObject[] =>
  Object.entries(routes).map(([path, page]) => {
    const route = { path, lazy: page.load, ...(page.first && { loader: asking(page) }) }
    return page.needs ? { element: <Allowed key={path} needs={page.needs} />, children: [route] } : route
  })

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
          <PlatformSections value={platformSections}>
            <TargetsOfMeasure value={countingTargets}>
              <RouterProvider router={router} />
            </TargetsOfMeasure>
          </PlatformSections>
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
