// Marks an organization as a hub from a day on, or no more as one.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { ConfirmWithReason, type ReasonValues } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayRule } from '../../../ui/day-rule.ts'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { hubActs, useHubAct } from './hub-queries.ts'

type Props = { organization: Organization; isHub: boolean; onClose: () => void }

export function MarkDialog({ organization, isHub, onClose }: Props): ReactNode {
  const { today } = useSession()
  const act = useHubAct()
  const send = ({ from, reason }: ReasonValues) =>
    act.mutateAsync(() => hubActs.mark(organization.id, { hub: !isHub, from: String(from), reason }))
  return (
    <ConfirmWithReason
      open
      title={`${isHub ? '不再是枢纽型' : '标为枢纽型'}：${organization.name}`}
      explain={
        isHub
          ? '从所填的那一天起不再算作枢纽型组织，它的联系服务同时结束；以前的记录都保留。'
          : '从所填的那一天起算作枢纽型组织，计入街道（乡镇）的枢纽；之后可以记上它服务哪些组织。'
      }
      confirmText={isHub ? '不再是枢纽型' : '标为枢纽型'}
      danger={isHub}
      reasonLabel="依据"
      reasonHint={isHub ? '例如：街道不再委托' : '例如：街道办事处某年某月发文认定'}
      initialValues={{ from: today }}
      onConfirm={send}
      onClose={onClose}
    >
      <Form.Item name="from" label="从哪一天起" rules={[dayRule]} validateTrigger="onSubmit">
        <DayInput max={today} calendarLabel="从日历选日期" />
      </Form.Item>
    </ConfirmWithReason>
  )
}
