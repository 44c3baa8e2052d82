// Ends a tie from a day on, or declines one that was proposed; the reason goes on record.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { ConfirmWithReason, type ReasonValues } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayRule } from '../../../ui/day-rule.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { HubTie } from '../hub.ts'
import { hubActs, useHubAct } from './hub-queries.ts'

type Props = { tie: HubTie; kind: 'end' | 'decline'; onClose: () => void }

const words = {
  end: {
    title: '结束联系服务',
    confirm: '结束',
    explain: '从所填的那一天起不再算作由它服务；以前的记录和数字都保留。',
    hint: '例如：服务协议到期；组织已并入',
  },
  decline: {
    title: '不同意联系服务',
    confirm: '不同意',
    explain: '提出的枢纽会看到理由，可以修改后再提。',
    hint: '例如：已有别的枢纽联系服务',
  },
} as const

export function EndDialog({ tie, kind, onClose }: Props): ReactNode {
  const { today } = useSession()
  const act = useHubAct()
  const { title, confirm, explain, hint } = words[kind]
  const send = ({ on, reason }: ReasonValues) =>
    act.mutateAsync(() =>
      kind === 'end'
        ? hubActs.end(tie.id, { on: String(on), reason })
        : hubActs.decide(tie.id, { decision: 'decline', reason }),
    )
  return (
    <ConfirmWithReason
      open
      title={`${title}：${tie.partner.name}`}
      explain={explain}
      confirmText={confirm}
      reasonHint={`${hint}。会写进双方的经过`}
      initialValues={{ on: today }}
      onConfirm={send}
      onClose={onClose}
    >
      {kind === 'end' && (
        <Form.Item name="on" label="从哪一天起" rules={[dayRule]} validateTrigger="onSubmit">
          <DayInput max={today} calendarLabel="从日历选日期" />
        </Form.Item>
      )}
    </ConfirmWithReason>
  )
}
