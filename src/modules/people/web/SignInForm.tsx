// Name and password; used by the sign-in page and, when a session ran out, over the page that was open.
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { call } from '../../../ui/call.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { peopleApi, type Session } from '../people-api.ts'

type Values = { loginName: string; password: string }
type Props = { loginName?: string; autoFocus?: boolean; onSignedIn: (session: Session) => void }

export function SignInForm({ loginName = '', autoFocus = true, onSignedIn }: Props): ReactNode {
  const signIn = useSignIn(onSignedIn)
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={{ loginName, password: '' }}
      onFinish={(values) => signIn.mutate(values)}
    >
      <ProblemAlert problem={signIn.error} />
      <Form.Item
        name="loginName"
        label="登录名"
        rules={[{ required: true, whitespace: true, message: '请填写登录名' }]}
      >
        <Input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={autoFocus && !loginName}
        />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" autoFocus={!!loginName} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  )
}

/** Signs in; the caller decides where to go afterwards. */
export function useSignIn(onSignedIn: (session: Session) => void) {
  return useMutation({
    mutationFn: (body: Values) => call(peopleApi.signIn, { body }),
    onSuccess: onSignedIn,
  })
}
