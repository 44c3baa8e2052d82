// The pages: what is shown under which address, and the menu that leads there.
import './ui/zod-in-pages.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { type ComponentType, type ReactNode, StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { type MenuEntry, SignedInShell } from './modules/people/web/SignedInShell.tsx'
import { setExpired } from './modules/people/web/session-expiry.ts'
import { sessionQuery } from './modules/people/web/session-queries.ts'
import { CallProblem } from './ui/call.ts'
import { useLargeType } from './ui/device-store.ts'
import { locale } from './ui/locale.ts'
import { PageBones } from './ui/PageBones.tsx'
import { makeQueryClient } from './ui/query-client.ts'
import { RouteFailure } from './ui/RouteFailure.tsx'
import { themeFor } from './ui/theme.ts'
import { useNarrow } from './ui/use-narrow.ts'
import './ui/base.css'
import './ui/frame.css'
import './ui/pieces.css'
import './ui/tables.css'
import './ui/print.css'

type Page = () => Promise<{ Component: ComponentType }>

/** Pages of signed-in people; each arrives with its own code when it is first opened. */
const signedIn: Record<string, Page> = {
  '/': async () => ({ Component: (await import('./modules/programmes/web/HomePage.tsx')).HomePage }),
  '/programmes': async () => ({
    Component: (await import('./modules/programmes/web/ProgrammesPage.tsx')).ProgrammesPage,
  }),
  '/programmes/:id': async () => ({
    Component: (await import('./modules/programmes/web/ProgrammePage.tsx')).ProgrammePage,
  }),
  '/programmes/:id/targets/:target': async () => ({
    Component: (await import('./modules/programmes/web/TargetPage.tsx')).TargetPage,
  }),
  '/packs': async () => ({ Component: (await import('./modules/programmes/web/PacksPage.tsx')).PacksPage }),
  '/organizations': async () => ({
    Component: (await import('./modules/organizations/web/OrganizationsPage.tsx')).OrganizationsPage,
  }),
  '/organizations/new': async () => ({
    Component: (await import('./modules/organizations/web/OrganizationFormPage.tsx')).OrganizationFormPage,
  }),
  '/organizations/:id': async () => ({
    Component: (await import('./modules/organizations/web/OrganizationPage.tsx')).OrganizationPage,
  }),
  '/organizations/:id/edit': async () => ({
    Component: (await import('./modules/organizations/web/OrganizationFormPage.tsx')).OrganizationFormPage,
  }),
  '/imports': async () => ({
    Component: (await import('./modules/organizations/web/ImportsPage.tsx')).ImportsPage,
  }),
  '/imports/new': async () => ({
    Component: (await import('./modules/organizations/web/ImportNewPage.tsx')).ImportNewPage,
  }),
  '/imports/:id': async () => ({
    Component: (await import('./modules/organizations/web/ImportPage.tsx')).ImportPage,
  }),
  '/areas': async () => ({ Component: (await import('./modules/areas/web/AreasPage.tsx')).AreasPage }),
  '/people': async () => ({ Component: (await import('./modules/people/web/PeoplePage.tsx')).PeoplePage }),
  '/me': async () => ({ Component: (await import('./modules/people/web/MePage.tsx')).MePage }),
}

/** Pages that need no sign-in. */
const open: Record<string, Page> = {
  '/sign-in': async () => ({ Component: (await import('./modules/people/web/SignInPage.tsx')).SignInPage }),
  '/first-run': async () => ({
    Component: (await import('./modules/people/web/FirstRunPage.tsx')).FirstRunPage,
  }),
  '/api-docs': async () => ({ Component: (await import('./ui/api-docs/ApiDocsPage.tsx')).ApiDocsPage }),
}

const menu: MenuEntry[] = [
  { to: '/', label: '今日', icon: 'today' },
  { to: '/programmes', label: '方案', icon: 'target', actions: ['programme.see'] },
  { to: '/organizations', label: '组织', icon: 'group', actions: ['organization.see'] },
  { to: '/imports', label: '导入', icon: 'upload', actions: ['organization.import'] },
  { to: '/areas', label: '区划', icon: 'map', actions: ['area.decideSettlement', 'area.load'] },
  { to: '/people', label: '人员', icon: 'person', actions: ['person.see'] },
  { to: '/packs', label: '方案包', icon: 'book', actions: ['pack.load'] },
]

const routesOf = (pages: Record<string, Page>): RouteObject[] =>
  Object.entries(pages).map(([path, lazy]) => ({ path, lazy }))

const framed: RouteObject = {
  element: <SignedInShell menu={menu} />,
  children: [
    {
      ErrorBoundary: RouteFailure,
      children: [...routesOf(signedIn), { path: '*', element: <RouteFailure /> }],
    },
  ],
}

const router = createBrowserRouter([
  { ErrorBoundary: RouteFailure, HydrateFallback: PageBones, children: [framed, ...routesOf(open)] },
])

/** 401 with this code: the session ran out. A wrong password has another code. */
const queryClient = makeQueryClient((problem) => {
  if (problem instanceof CallProblem && problem.code === 'signIn') setExpired(true)
})

// Asked while the page's code is still on its way.
void queryClient.prefetchQuery(sessionQuery)

function Web(): ReactNode {
  const narrow = useNarrow()
  const [large] = useLargeType()
  useLayoutEffect(() => {
    document.documentElement.dataset.scale = large ? 'large' : 'normal'
  }, [large])
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={locale} theme={themeFor({ narrow, large })} button={{ autoInsertSpace: false }}>
        <RouterProvider router={router} />
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
