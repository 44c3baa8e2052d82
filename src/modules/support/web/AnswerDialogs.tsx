// The dialogs until an organization is in: accept, refuse, enter, take back.
import { Form } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { DialogProps } from './IncubationSteps.tsx'
import { supportActs, useDone } from './support-queries.ts'

type OnDay = { on?: string }

/** What was typed as a day; what is none goes to the server, which says so. */
export const asTyped = (text: string | undefined): Day => (dayFromText(text ?? '') ?? text) as Day

const entries = { now: '现在就记入驻', later: '以后再记' } as const

export function AcceptDialog({ view, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const done = useDone()
  const [entry, setEntry] = useState<keyof typeof entries>('now')
  const entersOn = (on: string | undefined) => (entry === 'now' ? asTyped(on) : null)
  return (
    <FormDialog<OnDay>
      title={`同意入驻：${view.organization.name}`}
      okText="同意"
      initialValues={{ on: today }}
      onSend={({ on }) => done(supportActs.decide(view.id, { decision: 'accept', entersOn: entersOn(on) }))}
      onClose={onClose}
    >
      <Form.Item label="入驻了吗">
        <ChooseOne<keyof typeof entries>
          name="entry"
          options={chipsOf(entries)}
          value={entry}
          onChange={setEntry}
        />
      </Form.Item>
      {entry === 'now' && <DayItem name="on" label="哪一天入驻" max={today} />}
    </FormDialog>
  )
}

export function RefuseDialog({ view, onClose }: DialogProps): ReactNode {
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`不同意入驻：${view.organization.name}`}
      explain="负责人会看到理由，可以换一个孵化基地或者以后再申请。"
      confirmText="不同意"
      reasonHint="例如：名额已满；场地不合适"
      onConfirm={({ reason }) => done(supportActs.decide(view.id, { decision: 'refuse', reason }))}
      onClose={onClose}
    />
  )
}

export function EnterDialog({ view, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const done = useDone()
  return (
    <FormDialog<OnDay>
      title={`记为入驻：${view.organization.name}`}
      okText="记为入驻"
      initialValues={{ on: today }}
      onSend={({ on }) => done(supportActs.enter(view.id, { on: asTyped(on) }))}
      onClose={onClose}
    >
      <DayItem name="on" label="哪一天入驻" max={today} />
    </FormDialog>
  )
}

export function WithdrawDialog({ view, onClose }: DialogProps): ReactNode {
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title={`撤回申请：${view.organization.name}`}
      confirmText="撤回"
      onConfirm={({ reason }) => done(supportActs.withdraw(view.id, { reason }))}
      onClose={onClose}
    />
  )
}
