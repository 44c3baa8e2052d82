// One's own account: who I am here, where I am posted, a new password, large type.
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Switch } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../../ui/call.ts'
import { useLargeType } from '../../../ui/device-store.ts'
import { showFaults } from '../../../ui/faults.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { peopleApi } from '../people-api.ts'
import { roles } from '../roles.ts'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { useSession } from './session-queries.ts'

export function MePage(): ReactNode {
  const { person } = useSession()
  return (
    <>
      <PageHeader title="我的账号" sentence={`${person.displayName}，登录名 ${person.loginName}。`} />
      <div className="me-page">
        <section className="panel" aria-labelledby="postings-title">
          <h2 id="postings-title">我的岗位</h2>
          <Postings />
        </section>
        <section className="panel" aria-labelledby="type-title">
          <h2 id="type-title">大字</h2>
          <LargeType />
        </section>
        <section className="panel" aria-labelledby="password-title">
          <h2 id="password-title">修改密码</h2>
          <ChangePassword />
        </section>
        <p className="faint">
          写程序的人看<Link to="/api-docs">接口说明</Link>。
        </p>
      </div>
    </>
  )
}

function Postings(): ReactNode {
  const { postings } = useSession()
  if (postings.length === 0) return <p>还没有岗位，看不到任何内容。请联系系统管理员。</p>
  return (
    <ul className="plain-list">
      {postings.map((posting) => (
        <li key={posting.id}>
          <b>{roles[posting.role]}</b> <span className="faint">{posting.areaPath.join(' ')}</span>
        </li>
      ))}
    </ul>
  )
}

function LargeType(): ReactNode {
  const [large, setLarge] = useLargeType()
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control
    <label className="switch-line">
      <Switch checked={large} onChange={setLarge} />
      <span>文字和按钮都放大。只对这台设备有效。</span>
    </label>
  )
}

type Values = { current: string; next: string }

function ChangePassword(): ReactNode {
  const [form] = Form.useForm<Values>()
  const [shown, setShown] = useState<string[]>([])
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => call(peopleApi.changePassword, { body: { current, next } }),
    onSuccess: () => form.resetFields(),
    onError: (problem) => setShown(showFaults(form, problem)),
  })
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => change.mutate(values)}
      className="narrow-form"
    >
      <ProblemAlert problem={change.error} shown={shown} />
      <p role="status">
        {change.isSuccess && <StateTag tone="met" word="密码已改。其他设备上的登录都已退出。" />}
      </p>
      <Form.Item name="current" label="现在的密码" rules={[{ required: true, message: '请填写现在的密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  )
}
