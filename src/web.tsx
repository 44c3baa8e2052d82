// The pages: what is shown under which address, and the menu that leads there.
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { type ComponentType, type ReactNode, StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { type MenuEntry, SignedInShell } from './modules/people/web/SignedInShell.tsx'
import { setExpired } from './modules/people/web/session-expiry.ts'
import { CallProblem } from './ui/call.ts'
import { useLargeType } from './ui/device-store.ts'
import { locale } from './ui/locale.ts'
import { PageBones } from './ui/PageBones.tsx'
import { makeQueryClient } from './ui/query-client.ts'
import { RouteFailure } from './ui/RouteFailure.tsx'
import { themeFor } from './ui/theme.ts'
import { useNarrow } from './ui/use-narrow.ts'
import './ui/base.css'
import './ui/pieces.css'
import './ui/print.css'

const files = import.meta.glob<Record<string, ComponentType>>('./modules/*/web/*Page.tsx')

/** Address → module and page; a page whose file is not there yet has no route and no menu entry. */
const signedIn: Record<string, string> = {
  '/': 'programmes/HomePage',
  '/programmes': 'programmes/ProgrammesPage',
  '/programmes/:id': 'programmes/ProgrammePage',
  '/programmes/:id/targets/:target': 'programmes/TargetPage',
  '/packs': 'programmes/PacksPage',
  '/organizations': 'organizations/OrganizationsPage',
  '/organizations/new': 'organizations/OrganizationFormPage',
  '/organizations/:id': 'organizations/OrganizationPage',
  '/organizations/:id/edit': 'organizations/OrganizationFormPage',
  '/imports': 'organizations/ImportsPage',
  '/imports/new': 'organizations/ImportNewPage',
  '/imports/:id': 'organizations/ImportPage',
  '/areas': 'areas/AreasPage',
  '/people': 'people/PeoplePage',
  '/me': 'people/MePage',
}

const open: Record<string, string> = {
  '/sign-in': 'people/SignInPage',
  '/first-run': 'people/FirstRunPage',
  '/api-docs': 'people/ApiDocsPage',
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

const fileOf = (page: string): string => `./modules/${page.replace('/', '/web/')}.tsx`
const exists = (page: string | undefined): page is string => page !== undefined && fileOf(page) in files

function routesOf(table: Record<string, string>): RouteObject[] {
  return Object.entries(table)
    .filter(([, page]) => exists(page))
    .map(([path, page]) => ({ path, lazy: () => load(page) }))
}

async function load(page: string): Promise<{ Component: ComponentType }> {
  const name = page.split('/')[1] ?? ''
  const Component = (await files[fileOf(page)]?.())?.[name]
  if (!Component) throw new Error(`${fileOf(page)} does not export ${name}`)
  return { Component }
}

const router = createBrowserRouter([
  {
    ErrorBoundary: RouteFailure,
    HydrateFallback: PageBones,
    children: [
      { element: <SignedInShell menu={menu.filter(({ to }) => exists(signedIn[to]))} />, children: framed() },
      ...routesOf(open),
    ],
  },
])

function framed(): RouteObject[] {
  return [
    {
      ErrorBoundary: RouteFailure,
      children: [...routesOf(signedIn), { path: '*', element: <RouteFailure /> }],
    },
  ]
}

/** 401 with this code: the session ran out. A wrong password has another code. */
const queryClient = makeQueryClient((problem) => {
  if (problem instanceof CallProblem && problem.code === 'signIn') setExpired(true)
})

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
