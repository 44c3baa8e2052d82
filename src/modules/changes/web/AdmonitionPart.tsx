// Reminders, talks and rectifications of an organization, and recording one.
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { ConfirmWithReason, type ReasonValues } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { changesApi } from '../changes-api.ts'
import { type Admonition, type AdmonitionKind, admonitionKinds } from '../exit.ts'
import type { Standing } from '../standing.ts'
import { useWrite } from './changes-queries.ts'
import { checkDay } from './ExitSteps.tsx'

type Props = { organization: Organization; standing: Standing }

export function AdmonitionPart({ organization, standing: { admonitions, may } }: Props): ReactNode {
  const [open, setOpen] = useState<'new' | Admonition | null>(null)
  const mayWrite = may.includes('change.admonish') && organization.status !== 'ended'
  if (admonitions.length === 0 && !mayWrite) return null
  return (
    <div className="change-part">
      <h3>提醒、约谈、整改</h3>
      {admonitions.length === 0 && <p className="faint">没有记录。</p>}
      <ul className="change-lines">
        {admonitions.map((one) => (
          <Line key={one.id} one={one} onSettle={mayWrite ? () => setOpen(one) : null} />
        ))}
      </ul>
      {mayWrite && (
        <div className="change-actions no-print">
          <Button onClick={() => setOpen('new')}>记一次提醒、约谈或整改</Button>
        </div>
      )}
      {open === 'new' && <NewDialog organization={organization} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <SettleDialog one={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Line({ one, onSettle }: { one: Admonition; onSettle: (() => void) | null }): ReactNode {
  const { today } = useSession()
  const { kind, said, on, who, dueOn, settledOn, settled } = one
  return (
    <li>
      <span>
        <b>{admonitionKinds[kind]}</b>：{said}
      </span>
      {settledOn === null && dueOn && (
        <StateTag tone={dueOn < today ? 'overdue' : 'behind'} word={`${dueOn} 前整改`} />
      )}
      <span className="when">
        {on} {who}
      </span>
      {settledOn === null && onSettle && (
        <Button size="small" className="no-print" onClick={onSettle}>
          记结果
        </Button>
      )}
      {settledOn && (
        <p className="faint">
          {settledOn} 结果：{settled}
        </p>
      )}
    </li>
  )
}

function NewDialog({
  organization,
  onClose,
}: {
  organization: Organization
  onClose: () => void
}): ReactNode {
  const { today } = useSession()
  const [kind, setKind] = useState<AdmonitionKind>('reminder')
  const admonish = useWrite((body: { on: Day; said: string; dueOn: Day | null }) =>
    call(changesApi.admonish, { params: { id: organization.id }, body: { kind, ...body } }),
  )
  const confirm = ({ reason, on, dueOn }: ReasonValues) =>
    admonish.mutateAsync({
      said: reason,
      on: dayOf(on),
      dueOn: kind === 'rectification' ? dayOf(dueOn) : null,
    })
  return (
    <ConfirmWithReason
      open
      title={`提醒、约谈或整改：${organization.name}`}
      explain="先提醒和帮助纠正；登记的组织列入活动异常名录等，由登记管理机关依法办理，不在这里记。"
      confirmText="记下"
      reasonLabel="内容"
      reasonHint="说了什么、要它怎样改；组织负责人看得到"
      max={400}
      initialValues={{ on: today }}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="dialog-choice">
        <ChooseOne name="admonition" options={chipsOf(admonitionKinds)} value={kind} onChange={setKind} />
      </div>
      <DayItem name="on" label="日期" max={today} />
      {kind === 'rectification' && <DayItem name="dueOn" label="整改期限" />}
    </ConfirmWithReason>
  )
}

function SettleDialog({ one, onClose }: { one: Admonition; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const settle = useWrite((body: { on: Day; said: string }) =>
    call(changesApi.settleAdmonition, { params: { id: one.id }, body }),
  )
  return (
    <ConfirmWithReason
      open
      title={`${admonitionKinds[one.kind]}的结果`}
      explain={one.said}
      confirmText="记下结果"
      reasonLabel="结果"
      reasonHint="例如：已整改，场地恢复整洁"
      max={400}
      initialValues={{ on: today }}
      onConfirm={({ reason, on }) => settle.mutateAsync({ said: reason, on: dayOf(on) })}
      onClose={onClose}
    >
      <DayItem name="on" label="日期" max={today} />
    </ConfirmWithReason>
  )
}

function DayItem({ name, label, max }: { name: string; label: string; max?: string }): ReactNode {
  return (
    <Form.Item name={name} label={label} rules={[{ validator: checkDay }]} validateTrigger="onSubmit">
      <DayInput {...(max && { max })} calendarLabel={`从日历选${label}`} />
    </Form.Item>
  )
}

/** Checked before it is sent. */
const dayOf = (text: unknown): Day => (dayFromText(String(text)) ?? '') as Day
