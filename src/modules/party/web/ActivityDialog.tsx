// Records a meeting of a branch: one screen, three taps on a phone.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CountInput } from '../../../ui/CountInput.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Branch } from '../branches-api.ts'
import { type ActivityKind, activityKinds } from '../party.ts'
import { DayItem, FormDialog, required } from './FormDialog.tsx'
import { useAddActivity } from './party-queries.ts'

type Values = {
  kind: ActivityKind
  on: string
  subject: string
  attended: number | null
  note: string | null
}
type Props = { branch: Branch; kind: ActivityKind; onClose: () => void }

export function ActivityDialog({ branch, kind, onClose }: Props): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useAddActivity(branch.id)
  return (
    <FormDialog<Values>
      title="记一次组织生活"
      okText="记下"
      initialValues={{ kind, on: today, attended: null }}
      onSubmit={({ note, ...values }) => mutateAsync({ ...values, note: note || null })}
      onClose={onClose}
    >
      <Form.Item name="kind" label="类型">
        <Chips />
      </Form.Item>
      <DayItem name="on" label="日期" max={today} />
      <Form.Item name="subject" label="主题" rules={required('主题')}>
        <Input maxLength={100} autoComplete="off" placeholder="例如：清理河道志愿服务" />
      </Form.Item>
      <Form.Item name="attended" label="参加人数" extra="不知道可以不填">
        <Attended />
      </Form.Item>
      <Form.Item name="note" label="备注" extra="可以不填；不要写个人评价">
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}

type Given<V> = { id?: string; value?: V; onChange?: (value: V) => void }

const Chips = ({ value, onChange }: Given<ActivityKind>): ReactNode => (
  <ChooseOne
    name="activity-kind"
    options={chipsOf(activityKinds)}
    value={value ?? null}
    onChange={(kind) => onChange?.(kind)}
  />
)

const Attended = ({ id = 'attended', value, onChange }: Given<number | null>): ReactNode => (
  <CountInput
    id={id}
    aria-describedby={undefined}
    aria-invalid={false}
    aria-required={false}
    unit="人"
    value={value ?? null}
    onChange={(count) => onChange?.(count)}
  />
)
