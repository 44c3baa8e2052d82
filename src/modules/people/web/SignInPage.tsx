// The way in: name and password, or in a demo world one tap on an account.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { OpenPage } from '../../../ui/OpenPage.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import type { Session } from '../people-api.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { isOwnAddress } from './own-address.ts'
import { SignInForm } from './SignInForm.tsx'
import { isSignedIn, sessionQuery, useSetSession } from './session-queries.ts'
import './sign-in.css'

export function SignInPage(): ReactNode {
  useTitle('登录')
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const [arriving, setArriving] = useState(false)
  const enter = useEnter(() => setArriving(true))
  const to = useDestination()
  if (session?.firstRun) return <Navigate to="/first-run" replace />
  if (isSignedIn(session) && !arriving) return <Navigate to={to} replace />
  return (
    <OpenPage demo={session?.demo ?? false}>
      <div className={session?.demo ? 'sign-in with-demo' : 'sign-in'}>
        <section className="panel sign-in-panel" aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">登录聚沙</h1>
          <p className="page-sentence">社区社会组织培育发展的工作平台。</p>
          {session ? (
            <SignInForm onSignedIn={enter} autoFocus={!session.demo} />
          ) : error ? (
            <ProblemAlert problem={error} retry={() => void refetch()} />
          ) : (
            <Bones lines={4} />
          )}
          <p className="faint small">忘记密码请找本地的系统管理员重设。</p>
        </section>
        {session?.demo && <DemoAccounts onSignedIn={enter} />}
      </div>
    </OpenPage>
  )
}

function useEnter(arrive: () => void): (session: Session) => void {
  const setSession = useSetSession()
  const navigate = useNavigate()
  const to = useDestination()
  return (session) => {
    arrive()
    setSession(session)
    void navigate(to, { replace: true })
  }
}

/** Back to the page that asked to sign in; only addresses of this site. */
function useDestination(): string {
  const to = useSearchParams()[0].get('to') ?? '/'
  return isOwnAddress(to) ? to : '/'
}
