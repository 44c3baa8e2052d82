// Enrols an organization: how many come, and who, as far as that is known.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { CountItem } from '../../../ui/FormItems.tsx'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
import type { Enrolment, TrainingView } from '../training.ts'
import { namesFrom, namesText } from './names-text.ts'
import { trainingActs, useTrainingAct } from './training-queries.ts'

/** `organization` null: it is chosen in the dialog. */
export type Enrolling = { organization: Enrolment['organization'] | null; before: Enrolment | null }

type Values = { organization: string; people: number | null; names: string }
type Props = { training: TrainingView; enrolling: Enrolling; onClose: () => void }

export function EnrolDialog({ training, enrolling: { organization, before }, onClose }: Props): ReactNode {
  const act = useTrainingAct()
  const send = ({ organization: chosen, people, names }: Values) => {
    const named = namesFrom(names)
    const body = {
      organization: organization?.id ?? chosen,
      people: Math.max(people ?? 0, named.length),
      names: named,
    }
    return act.mutateAsync(() => trainingActs.enrol(training.id, body))
  }
  return (
    <FormDialog<Values>
      title={organization ? `报名：${organization.name}` : '替一个组织报名'}
      explain={`${training.title}，${training.heldOn}`}
      okText={before ? '保存' : '报名'}
      initialValues={{ people: before?.people ?? 1, names: namesText(before?.names ?? [], '\n') }}
      onSend={send}
      onClose={onClose}
    >
      {!organization && (
        <Form.Item
          name="organization"
          label="哪个组织"
          rules={[{ required: true, message: '请选择一个组织' }]}
        >
          <OrganizationChoice name="organization" nothing="没有找到；组织要在您的管理范围内。" />
        </Form.Item>
      )}
      <CountItem name="people" label="来几个人" unit="人" needed="请填写人数" />
      <Form.Item
        name="names"
        label="名字（可不填）"
        extra="每行一个；负责人参加的，在名字后写（负责人）。只给举办单位登记签到用。"
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
