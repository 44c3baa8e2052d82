// The forms for party members and key people.
import { Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Member } from '../members-api.ts'
import { type KeyPersonKind, keyPersonKinds, type Relation, relations } from '../party.ts'
import { DayItem, FormDialog, required } from './FormDialog.tsx'
import {
  useAddKeyPerson,
  useAddMember,
  useEditMember,
  useEndKeyPerson,
  useEndMember,
} from './party-queries.ts'

type Values = {
  name: string
  fullSince: string | null
  relation: Relation
  leader: boolean
  keyMember: boolean
  from: string
}

type Props = { organization: string; member: Member | null; onClose: () => void }

export function MemberDialog({ organization, member, onClose }: Props): ReactNode {
  const { today } = useSession()
  const add = useAddMember(organization)
  const edit = useEditMember()
  const submit = (values: Values) => {
    const body = { ...values, fullSince: values.fullSince || null }
    return member ? edit.mutateAsync({ id: member.id, body }) : add.mutateAsync(body)
  }
  return (
    <FormDialog<Values>
      title={member ? '修改党员' : '登记党员'}
      explain="姓名只有组织部门和本社区工作者能看到，别人只看到人数。"
      okText={member ? '保存' : '登记'}
      initialValues={member ?? { relation: 'unknown', leader: false, keyMember: false, from: today }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label="姓名" rules={required('姓名')} extra="同名的人在后面用括号区别">
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <DayItem name="fullSince" label="转为正式党员的日期" max={today} extra="预备党员不填" optional />
      <Form.Item name="relation" label="组织关系">
        <Chips table={relations} />
      </Form.Item>
      <Form.Item name="leader" valuePropName="checked">
        <Checkbox>是这个组织的负责人</Checkbox>
      </Form.Item>
      <Form.Item name="keyMember" valuePropName="checked">
        <Checkbox>是骨干</Checkbox>
      </Form.Item>
      <DayItem name="from" label="从哪一天起在这个组织" max={today} />
    </FormDialog>
  )
}

type EndProps = { member: Member; onClose: () => void }

export function EndMemberDialog({ member: { id, name }, onClose }: EndProps): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useEndMember()
  return (
    <FormDialog<{ on: string }>
      title={`${name}离开这个组织`}
      okText="记下"
      initialValues={{ on: today }}
      onSubmit={({ on }) => mutateAsync({ id, on })}
      onClose={onClose}
    >
      <DayItem name="on" label="从哪一天起" max={today} />
    </FormDialog>
  )
}

type KeyValues = { name: string; kind: KeyPersonKind; body?: string; from: string }

export function KeyPersonDialog({
  organization,
  onClose,
}: {
  organization: string
  onClose: () => void
}): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useAddKeyPerson(organization)
  return (
    <FormDialog<KeyValues>
      title="登记骨干"
      okText="登记"
      initialValues={{ kind: 'seat', from: today }}
      onSubmit={({ body, ...values }) => mutateAsync({ ...values, body: body?.trim() || null })}
      onClose={onClose}
    >
      <Form.Item name="kind" label="哪一种">
        <Chips table={keyPersonKinds} />
      </Form.Item>
      <Form.Item name="name" label="姓名" rules={required('姓名')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.kind !== after.kind}>
        {({ getFieldValue }) =>
          ['seat', 'leadership'].includes(getFieldValue('kind')) && (
            <Form.Item name="body" label="哪个机构或班子" rules={required('机构或班子')}>
              <Input maxLength={40} autoComplete="off" placeholder="例如：居民议事会" />
            </Form.Item>
          )
        }
      </Form.Item>
      <DayItem name="from" label="从哪一天起" max={today} />
    </FormDialog>
  )
}

export function EndKeyPersonDialog({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useEndKeyPerson()
  return (
    <ConfirmWithReason
      open
      title="不再担任"
      confirmText="记下"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) => mutateAsync({ id, body: { on: String(on), reason } })}
      onClose={onClose}
    >
      <DayItem name="on" label="从哪一天起" max={today} />
    </ConfirmWithReason>
  )
}

type ChipsProps<V extends string> = {
  id?: string
  value?: V
  onChange?: (value: V) => void
  table: Readonly<Record<V, string>>
}

const Chips = <V extends string>({ id = 'chips', value, onChange, table }: ChipsProps<V>): ReactNode => (
  <ChooseOne name={id} options={chipsOf(table)} value={value ?? null} onChange={(one) => onChange?.(one)} />
)
