// The accounts of a demo world: one tap signs in, so that anyone can look at the product as somebody else.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../ui/call.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { peopleApi, type Session } from '../people-api.ts'
import { onePerLogin } from './demo-accounts.ts'
import { useSignIn } from './SignInForm.tsx'

export function DemoAccounts({ onSignedIn }: { onSignedIn: (session: Session) => void }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['demoAccounts'],
    queryFn: ({ signal }) => call(peopleApi.demoAccounts, { signal }),
  })
  const signIn = useSignIn(onSignedIn)
  const password = data?.password ?? ''
  return (
    <section className="panel" aria-labelledby="demo-title">
      <h2 id="demo-title">演示账号：点一下就进去</h2>
      <p className="faint">
        这里的组织和数字都是编出来的。密码都是 {<b className="mono">{password || '…'}</b>}
      </p>
      <ProblemAlert problem={error ?? signIn.error} />
      {data ? (
        <ul className="demo-accounts">
          {onePerLogin(data.accounts).map((account) => (
            <li key={account.loginName}>
              <button
                type="button"
                disabled={signIn.isPending}
                onClick={() => signIn.mutate({ loginName: account.loginName, password })}
              >
                <b>{account.displayName}</b>
                <span>{account.postings.join('，')}</span>
                <span className="mono">{account.loginName}</span>
                <Icon name="right" size={16} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        !error && <Bones lines={5} />
      )}
    </section>
  )
}
