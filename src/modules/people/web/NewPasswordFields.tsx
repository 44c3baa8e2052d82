// A new password and its repetition, with the rule in words that turn into ticks while typing.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import { NewPassword } from '../people-api.ts'
import { passwordParts } from './password-parts.ts'
import './new-password.css'

type Path = string | string[]
type Props = { name?: Path; label?: string; autoFocus?: boolean }

/** Two Form.Items: `name` (a field or a path) and its repetition, which is not sent. */
export function NewPasswordFields({ name = 'next', label = '新密码', autoFocus = false }: Props): ReactNode {
  const repetition = again(name)
  return (
    <>
      <Form.Item
        name={name}
        label={label}
        extra={<PasswordRule name={name} />}
        rules={[{ validator: (_, text: string) => check(text) }]}
      >
        <Input.Password autoComplete="new-password" autoFocus={autoFocus} />
      </Form.Item>
      <Form.Item
        name={repetition}
        label="再写一遍"
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, text: string) => {
              if (text !== getFieldValue(name)) throw new Error('两遍不一样，请重写')
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

/** The field beside it: `administrator.password` → `administrator.passwordAgain`. */
const again = (path: Path): Path =>
  Array.isArray(path) ? [...path.slice(0, -1), `${path.at(-1)}Again`] : `${path}Again`

async function check(text: string | undefined): Promise<void> {
  const parsed = NewPassword.safeParse(text ?? '')
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message ?? '密码不合要求')
}

function PasswordRule({ name }: { name: Path }): ReactNode {
  const text = Form.useWatch<string | undefined>(name) ?? ''
  return (
    <ul className="password-rules">
      {passwordParts(text).map((part) => (
        <li key={part.words}>
          <StateTag tone={part.met ? 'met' : 'none'} word={part.words} />
        </li>
      ))}
    </ul>
  )
}
