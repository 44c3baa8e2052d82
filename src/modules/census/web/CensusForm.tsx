// The form of a census: title, area, who ordered it, how often, until when.
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../../kernel/time.ts'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { showFaults } from '../../../ui/faults.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
import { useHomeArea } from '../../people/web/session-queries.ts'
import { type Census, type CensusDraft, repeats } from '../census.ts'
import { useSave } from './census-queries.ts'
import { censusPath } from './census-words.ts'

type Values = Omit<CensusDraft, 'dueOn'> & { dueOn: string }
type Props = {
  /** The one that is changed; null: a new one. */
  census: Census | null
  /** What a new one begins with: the next round of another. */
  next?: CensusDraft
  onClose: () => void
}

export function CensusForm({ census, next, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>()
  const home = useHomeArea()
  const { submit, busy, problem, shown } = useSubmit(form, census, onClose)
  return (
    <Modal
      open
      title={census ? '修改这次摸底' : next ? '布置下一轮' : '布置一次摸底'}
      okText={census ? '保存' : '存为草稿'}
      cancelText="先不"
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={census ?? next ?? { area: home?.code, repeats: 'once', note: null }}
      >
        <Questions areaFixed={census?.status === 'open'} />
      </Form>
      <ProblemAlert problem={problem} shown={shown} />
    </Modal>
  )
}

function Questions({ areaFixed }: { areaFixed: boolean }): ReactNode {
  return (
    <>
      <Form.Item name="title" label="名称" rules={[needed('请填写名称'), longest(60)]}>
        <Input placeholder="例如：2023 年社区社会组织摸底排查" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="area"
        label="范围"
        extra={areaFixed ? '已经开始，不能再换' : '其下每个社区（村）都会得到一份名单'}
        rules={[needed('请选择范围')]}
      >
        <AreaPicker aria-label="范围" {...(areaFixed && { disabled: true })} />
      </Form.Item>
      <Form.Item name="orderedBy" label="谁布置的" rules={[needed('请填写布置单位'), longest(60)]}>
        <Input placeholder="例如：太仓市民政局基层政权科" autoComplete="off" />
      </Form.Item>
      <Form.Item name="repeats" label="多久一次">
        <Repeats />
      </Form.Item>
      <Form.Item
        name="dueOn"
        label="什么时候截止"
        rules={[{ validator: checkDay }]}
        validateTrigger="onSubmit"
      >
        <DayInput calendarLabel="从日历选截止日期" />
      </Form.Item>
      <Form.Item name="note" label="要说明的（可不填）" rules={[longest(500)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}

type Repeat = keyof typeof repeats

/** `value` and `onChange` come from the form. */
function Repeats(given: { value?: Repeat; onChange?: (value: Repeat) => void }): ReactNode {
  const { value = 'once', onChange = () => undefined } = given
  return <ChooseOne name="repeats" options={chipsOf(repeats)} value={value} onChange={onChange} />
}

const needed = (message: string) => ({ required: true, message })
const longest = (max: number) => ({ max, message: `最多 ${max} 个字` })

const checkDay = async (_: unknown, text: string | null): Promise<void> => {
  if (!dayFromText(text ?? '')) throw new Error('请填写日期，例如 2023-09-30')
}

function useSubmit(
  form: ReturnType<typeof Form.useForm<Values>>[0],
  census: Census | null,
  onClose: () => void,
) {
  const save = useSave(census?.id ?? null)
  const navigate = useNavigate()
  const [shown, setShown] = useState<string[]>([])
  const submit = async (values: Values) => {
    try {
      const made = await save.mutateAsync(draftOf(values))
      onClose()
      if (!census) await navigate(censusPath(made.id))
    } catch (error) {
      setShown(showFaults(form, error))
    }
  }
  return { submit, busy: save.isPending, problem: save.error, shown }
}

const draftOf = ({ title, area, orderedBy, repeats, dueOn, note }: Values): CensusDraft => ({
  ...{ title, area, orderedBy, repeats },
  dueOn: (dayFromText(dueOn) ?? dueOn) as Day,
  note: note?.trim() ? note : null,
})
