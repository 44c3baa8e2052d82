// Third step: the first administrator's account; then everything is set up.
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { WorkingWords } from '../../../ui/WorkingWords.tsx'
import { firstRunProgressQuery } from './first-run-queries.ts'
import { LoginNameField } from './LoginNameField.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'

export type NewAdministrator = { loginName: string; displayName: string; password: string }

type Props = {
  areaName: string
  busy: boolean
  problem: unknown
  onBack: () => void
  onDone: (administrator: NewAdministrator) => void
}

const prefix = 'administrator.'

export function AdministratorStep({ areaName, busy, problem, onBack, onDone }: Props): ReactNode {
  const [form] = Form.useForm<{ administrator: NewAdministrator }>()
  const [shown, setShown] = useState<string[]>([])
  useEffect(() => setShown(showFaults(form, problem)), [form, problem])
  return (
    <>
      <h2>谁来管理？</h2>
      <p className="faint">系统管理员建账号、装区划和方案包，不参与业务。请用本人的姓名。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="narrow-form"
        onFinish={({ administrator: { loginName, displayName, password } }) =>
          onDone({ loginName, displayName, password })
        }
      >
        <Form.Item
          name={['administrator', 'displayName']}
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input autoComplete="name" autoFocus maxLength={40} />
        </Form.Item>
        <LoginNameField path={['administrator', 'loginName']} />
        <NewPasswordFields name={['administrator', 'password']} label="密码" />
        <ProblemAlert
          problem={problem}
          shown={shown}
          labels={{ [`${prefix}password`]: '密码', area: '地区', packText: '方案包' }}
        />
        {busy && <Loading areaName={areaName} />}
        <div className="step-actions">
          <Button size="large" onClick={onBack} disabled={busy}>
            上一步
          </Button>
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            完成
          </Button>
        </div>
      </Form>
    </>
  )
}

/** The area first, with a count; then pack and account, which take no time. */
function Loading({ areaName }: { areaName: string }): ReactNode {
  const { data } = useQuery(firstRunProgressQuery)
  const progress = data?.progress ?? null
  const count = progress ? `，已装入 ${asNumber(progress.done)} / ${asNumber(progress.total)} 个` : ''
  return (
    <WorkingWords words={`正在装入${areaName}的区划${count}，建立账号`} {...(progress && { progress })} />
  )
}
