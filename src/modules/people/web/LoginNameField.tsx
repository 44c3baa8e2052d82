// The name under which a person signs in, checked by the contract's own rule.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { LoginName } from '../people-api.ts'

export function LoginNameField({ path = ['loginName'] }: { path?: string[] }): ReactNode {
  return (
    <Form.Item
      name={path}
      label="登录名"
      extra="登录时用，可以是汉字"
      rules={[{ validator: (_, text: string | undefined) => check(text) }]}
    >
      <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  )
}

async function check(text: string | undefined): Promise<void> {
  const parsed = LoginName.safeParse(text ?? '')
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message ?? '登录名不合要求')
}
