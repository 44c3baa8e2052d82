// When the session ran out while a page was open: sign in over it, so that nothing typed is lost.
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Session } from '../people-api.ts'
import { SignInForm } from './SignInForm.tsx'
import { useSession, useSetSession } from './session-queries.ts'

export function SessionExpired(): ReactNode {
  const { person } = useSession()
  const setSession = useSetSession()
  const enter = (session: Session) => {
    setSession(session)
    if (session.person?.id !== person.id) location.assign('/')
  }
  return (
    <Modal
      open
      title="请重新登录"
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={400}
    >
      <p className="explain">离开太久，登录已经失效。这一页填写的内容还在，登录后接着做。</p>
      <SignInForm loginName={person.loginName} onSignedIn={enter} />
    </Modal>
  )
}
