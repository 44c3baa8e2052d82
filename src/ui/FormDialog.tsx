// A short form in a dialog: faults stand under their fields, what was typed stays, it closes when the server has said yes.
import { Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { showFaults } from './faults.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

type Props<V> = {
  title: string
  /** What will happen, in a sentence or two. */
  explain?: ReactNode
  /** The verb on the button: 保存. */
  okText: string
  initialValues: Partial<V>
  /** Sends what was filled in; what it throws is shown here. */
  onSend: (values: V) => Promise<unknown>
  onClose: () => void
  /** Form.Items. */
  children: ReactNode
}

export function FormDialog<V extends object>(props: Props<V>): ReactNode {
  const [form] = Form.useForm<V>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [shown, setShown] = useState<string[]>([])
  const send = async (values: V) => {
    setBusy(true)
    setProblem(null)
    try {
      await props.onSend(values)
      props.onClose()
    } catch (error) {
      setProblem(error)
      setShown(showFaults(form, error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      cancelText="先不"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      {props.explain && <p className="explain">{props.explain}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
        initialValues={props.initialValues}
      >
        {props.children}
      </Form>
      <ProblemAlert problem={problem} shown={shown} />
    </Modal>
  )
}
