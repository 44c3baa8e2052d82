// Opens an account for an organization's leader and shows the slip to print: sign-in name and first password, this once.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../../../ui/call.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type AccountSlip, leadersApi } from '../leaders-api.ts'
import './leader.css'

type Props = {
  area: string
  /** The leader's name as far as it is known. */
  name: string
  onOpened: (slip: AccountSlip) => void
  onClose: () => void
}

export function LeaderDialog({ area, name, onOpened, onClose }: Props): ReactNode {
  const [displayName, setDisplayName] = useState(name)
  const cache = useQueryClient()
  const open = useMutation({
    mutationFn: () => call(leadersApi.create, { body: { displayName, area } }),
    onSuccess: (slip) => {
      void cache.invalidateQueries({ queryKey: ['leaders'] })
      onOpened(slip)
    },
  })
  const slip = open.data
  return (
    <Modal
      open
      title={slip ? '账号开好了' : '为负责人开一个账号'}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        slip ? (
          <>
            <Button onClick={() => window.print()}>打印</Button>
            <Button type="primary" onClick={onClose}>
              已交给本人
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>先不</Button>
            <Button
              type="primary"
              disabled={displayName.trim() === ''}
              loading={open.isPending}
              onClick={() => open.mutate()}
            >
              开账号
            </Button>
          </>
        )
      }
    >
      {slip ? (
        <Slip slip={slip} />
      ) : (
        <FormField
          id="leader-name"
          label="负责人姓名"
          hint="就用姓名登录，不用另记登录名；只能管自己的组织。"
          required
        >
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              value={displayName}
              onChange={(event) => setDisplayName(event.target.value)}
            />
          )}
        </FormField>
      )}
      <ProblemAlert problem={open.error} />
    </Modal>
  )
}

/** Printed alone on the sheet; the password is not shown again. */
function Slip({ slip }: { slip: AccountSlip }): ReactNode {
  return (
    <div className="account-slip">
      <p className="account-slip-head">聚沙 · 组织负责人账号</p>
      <dl>
        <dt>姓名</dt>
        <dd>
          {slip.displayName}（{slip.areaName}）
        </dd>
        <dt>网址</dt>
        <dd className="mono">{window.location.origin}</dd>
        <dt>登录名</dt>
        <dd className="account-slip-big">{slip.loginName}</dd>
        <dt>第一个密码</dt>
        <dd className="account-slip-big mono">{slip.password}</dd>
      </dl>
      <p className="faint">密码只显示这一次。登录后请在“我的账号”里改成自己的密码，不要告诉别人。</p>
    </div>
  )
}
