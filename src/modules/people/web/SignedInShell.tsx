// The frame around the pages of signed-in people; others are brought to the sign-in or first-run page.
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { AppShell } from '../../../ui/AppShell.tsx'
import { MayContext } from '../../../ui/may.ts'
import type { NavItem } from '../../../ui/Navigation.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { useExpired } from './session-expiry.ts'
import { isSignedIn, sessionQuery } from './session-queries.ts'

const SessionExpired = lazy(async () => ({ default: (await import('./SessionExpired.tsx')).SessionExpired }))

/** A place in the menu, shown when one of the actions is allowed; without actions to everybody. */
export type MenuEntry = NavItem & { actions?: readonly string[] }

export function SignedInShell({ menu }: { menu: readonly MenuEntry[] }): ReactNode {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const here = useLocation()
  const expired = useExpired()
  if (error && !session) return <Unreached problem={error} retry={() => void refetch()} />
  if (!session) return <PageBones />
  if (session.firstRun) return <Navigate to="/first-run" replace />
  if (!isSignedIn(session))
    return <Navigate to={`/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`} replace />
  const items = menu.filter(
    ({ actions }) => !actions || actions.some((action) => session.may.includes(action)),
  )
  return (
    <MayContext value={session.may}>
      <AppShell items={items} demo={session.demo} account={<AccountMenu />}>
        <Outlet />
        {expired && (
          <Suspense>
            <SessionExpired />
          </Suspense>
        )}
      </AppShell>
    </MayContext>
  )
}

function Unreached({ problem, retry }: { problem: unknown; retry: () => void }): ReactNode {
  return (
    <main className="main">
      <h1 className="sr-only">聚沙</h1>
      <ProblemAlert problem={problem} retry={retry} />
    </main>
  )
}
