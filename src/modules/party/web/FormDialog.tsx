// A short form in a dialog: what the server finds wrong is shown at its field, and nothing typed is lost.
import { Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'

type Props<Values extends object> = {
  title: string
  explain?: ReactNode
  /** The verb on the button: 记下. */
  okText: string
  initialValues: Partial<Values>
  /** Does it; what it throws is shown here and the dialog stays open. */
  onSubmit: (values: Values) => Promise<unknown>
  onClose: () => void
  children: ReactNode
}

export function FormDialog<Values extends object>(props: Props<Values>): ReactNode {
  const [form] = Form.useForm<Values>()
  const [state, setState] = useState<{ busy: boolean; problem: unknown; shown: string[] }>(still)
  const submit = async (values: Values) => {
    setState({ ...still, busy: true })
    try {
      await props.onSubmit(values)
      props.onClose()
    } catch (problem) {
      setState({ busy: false, problem, shown: showFaults(form, problem) })
    }
  }
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      cancelText="先不"
      okButtonProps={{ loading: state.busy }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      {props.explain && <p className="explain">{props.explain}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={props.initialValues}
        scrollToFirstError={{ focus: true }}
      >
        {props.children}
        {/* The button stands outside the form: this lets Enter in a field send it. */}
        <input type="submit" hidden />
      </Form>
      <ProblemAlert problem={state.problem} shown={state.shown} />
    </Modal>
  )
}

const still = { busy: false, problem: null, shown: [] as string[] }

type DayProps = { name: string; label: string; max: string; extra?: string; optional?: boolean }

/** A day, written as people write it; the value of the form is the day as the server takes it. */
export function DayItem({ name, label, max, extra, optional = false }: DayProps): ReactNode {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ validator: (_, text: string | null) => checkDay(text, optional) }]}
      validateTrigger="onSubmit"
      getValueFromEvent={(text: string | null) => (text && dayFromText(text)) || text}
    >
      <DayInput max={max} calendarLabel={`从日历选${label}`} />
    </Form.Item>
  )
}

async function checkDay(text: string | null, optional: boolean): Promise<void> {
  if (optional && !text) return
  if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2021-09-01')
}

/** Words that must be there. */
export const required = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }]
