// Asks for the day from which a charter holds: after its vote, or for a paper without one.
import { Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormField } from '../../../ui/FormField.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Charter } from '../charter.ts'
import { useAcknowledge, useEnter } from './charter-queries.ts'

type Props = { charter: Charter; onClose: () => void; onDone: (notice: string) => void }

export function EnterDialog({ charter, onClose, onDone }: Props): ReactNode {
  const { today } = useSession()
  const enter = useEnter(charter.id)
  const [typed, setTyped] = useState<string | null>(today)
  const [fault, setFault] = useState<string>()
  const confirm = async () => {
    const inForceOn = dayFromText(typed ?? '')
    setFault(inForceOn ? undefined : dayWanted)
    if (!inForceOn) return
    if (!(await enter.mutateAsync({ inForceOn }).catch(() => null))) return
    onDone('章程已生效，名录里也记上了。')
    onClose()
  }
  return (
    <Modal
      open
      title="办生效"
      okText="生效"
      cancelText="先不"
      okButtonProps={{ loading: enter.isPending }}
      onOk={() => void confirm()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="explain">
        {charter.amends ? '从这一天起，现行的一版由这一版代替。' : '从这一天起，名录里记为有章程。'}
      </p>
      <FormField id="enter-day" label="从哪一天起生效" fault={fault}>
        {(control) => (
          <DayInput
            {...control}
            max={today}
            calendarLabel="从日历选生效日期"
            value={typed}
            onChange={setTyped}
          />
        )}
      </FormField>
      <ProblemAlert problem={enter.error} shown={['inForceOn']} />
    </Modal>
  )
}

const dayWanted = '请填写日期，例如 2023-08-20'

export function AcknowledgeDialog({ charter, onClose, onDone }: Props): ReactNode {
  const { today } = useSession()
  const acknowledge = useAcknowledge(charter.id)
  return (
    <ConfirmWithReason
      open
      title="登记为现行章程（没有表决记录）"
      explain="章程早就在用，只是当时没有留下表决的记录。“没有记录”也是答案，说明一句即可。"
      confirmText="登记"
      reasonLabel="情况说明"
      reasonHint="例如：2019 年成立时开会通过，没有留下记录"
      onConfirm={async ({ inForceOn, reason }) => {
        await acknowledge.mutateAsync({ inForceOn: String(inForceOn), reason })
        onDone('已登记为现行章程，名录里也记上了。')
      }}
      onClose={onClose}
    >
      <Form.Item
        name="inForceOn"
        label="从哪一天起在用（大约也可以）"
        rules={[{ validator: checkDay }]}
        validateTrigger="onSubmit"
      >
        <DayInput max={today} calendarLabel="从日历选日期" />
      </Form.Item>
    </ConfirmWithReason>
  )
}

const checkDay = async (_: unknown, text: string | null): Promise<void> => {
  if (!dayFromText(text ?? '')) throw new Error(dayWanted)
}
