// Asks for the one day that an issue needs, prefilled with today.
import { Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'

type Props = {
  title: string
  /** What will happen, in a sentence. */
  explain: ReactNode
  label: string
  /** The verb on the button. */
  confirmText: string
  /** Does it; what it throws is shown here and the dialog stays open. */
  onConfirm: (on: string) => Promise<unknown>
  onClose: () => void
}

export function DayDialog({ title, explain, label, confirmText, onConfirm, onClose }: Props): ReactNode {
  const { today } = useSession()
  const [form] = Form.useForm<{ on: string }>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const submit = ({ on }: { on: string }) => {
    setBusy(true)
    onConfirm(dayFromText(on) ?? on)
      .then(onClose)
      .catch((error: unknown) => {
        showFaults(form, error)
        setProblem(error)
      })
      .finally(() => setBusy(false))
  }
  return (
    <Modal
      open
      title={title}
      okText={confirmText}
      cancelText="先不"
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="explain">{explain}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: today }}
        onFinish={submit}
      >
        <DayItem label={label} />
      </Form>
      <ProblemAlert problem={problem} />
    </Modal>
  )
}

/** The day of an act: today or before. */
export function DayItem({ label }: { label: string }): ReactNode {
  const { today } = useSession()
  return (
    <Form.Item name="on" label={label} rules={[{ validator: checkDay }]} validateTrigger="onSubmit">
      <DayInput max={today} calendarLabel="从日历选日期" />
    </Form.Item>
  )
}

const checkDay = async (_: unknown, text: string | null): Promise<void> => {
  if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2023-09-01')
}
