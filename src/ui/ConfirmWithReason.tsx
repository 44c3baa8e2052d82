// Asks before something that is hard to take back, with the reason that goes on record.
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { showFaults } from './faults.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

export type ReasonValues = { reason: string } & Record<string, unknown>

type Props = {
  open: boolean
  title: string
  /** What will happen, in a sentence or two. */
  explain?: ReactNode
  /** The verb on the button: 退出名录. */
  confirmText: string
  /** Does it; what it throws is shown here and the dialog stays open. */
  onConfirm: (values: ReasonValues) => Promise<unknown>
  onClose: () => void
  reasonLabel?: string
  reasonHint?: string
  /** Longest reason, in characters. */
  max?: number
  danger?: boolean
  /** More Form.Items, above the reason. */
  children?: ReactNode
  initialValues?: Record<string, unknown>
}

export function ConfirmWithReason(props: Props): ReactNode {
  const [form] = Form.useForm<ReasonValues>()
  const { busy, problem, shown, submit, forget } = useSubmit(form, props)
  const close = () => {
    forget()
    props.onClose()
  }
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.confirmText}
      cancelText="先不"
      okButtonProps={{ danger: props.danger === true, loading: busy }}
      onOk={() => form.submit()}
      onCancel={close}
      destroyOnHidden
    >
      {props.explain && <p className="explain">{props.explain}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={props.initialValues ?? {}}
      >
        {props.children}
        <ReasonField {...props} />
      </Form>
      <ProblemAlert problem={problem} shown={shown} />
    </Modal>
  )
}

function ReasonField({
  reasonLabel = '理由',
  reasonHint = '会写进记录，别人看得到',
  max = 200,
}: Props): ReactNode {
  return (
    <Form.Item
      name="reason"
      label={reasonLabel}
      extra={reasonHint}
      rules={[
        { required: true, whitespace: true, message: `请填写${reasonLabel}` },
        { max, message: `最多 ${max} 个字` },
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
    </Form.Item>
  )
}

function useSubmit(form: ReturnType<typeof Form.useForm<ReasonValues>>[0], { onConfirm, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [shown, setShown] = useState<string[]>([])
  const submit = async (values: ReasonValues) => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm(values)
      onClose()
    } catch (error) {
      setProblem(error)
      setShown(showFaults(form, error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, shown, submit, forget: () => setProblem(null) }
}
