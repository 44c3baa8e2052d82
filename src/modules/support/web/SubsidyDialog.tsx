// Grants a subsidy: how much, on what basis, decided when.
import type { ReactNode } from 'react'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, MoneyItem, WordsItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { asTyped } from './AnswerDialogs.tsx'
import type { DialogProps } from './IncubationSteps.tsx'
import { supportActs, useDone } from './support-queries.ts'

type Values = { amount: number; basis: string; decidedOn: string }

export function SubsidyDialog({ view, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const done = useDone()
  return (
    <FormDialog<Values>
      title={`给予补贴：${view.organization.name}`}
      okText="记上"
      explain="列入待拨付的名单，交财务拨付后再记拨付日期。"
      initialValues={{ decidedOn: today }}
      onSend={({ decidedOn, ...values }) =>
        done(supportActs.grant(view.id, { ...values, decidedOn: asTyped(decidedOn) }))
      }
      onClose={onClose}
    >
      <MoneyItem name="amount" label="金额" />
      <WordsItem
        name="basis"
        label="依据"
        max={200}
        needed="请填写依据"
        placeholder="例如：孵化补贴办法第六条，入驻补贴"
      />
      <DayItem name="decidedOn" label="哪一天决定" max={today} />
    </FormDialog>
  )
}
