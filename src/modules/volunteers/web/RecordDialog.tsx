// What people of a team did on one occasion: once for all who were there.
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { ManyItem, OneItem } from '../../../ui/FormItems.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Team } from '../volunteer.ts'
import { ServiceItems } from './ServiceItems.tsx'
import { serviceBody, type TypedService } from './service-form.ts'
import { useVolunteerAct, volunteerActs } from './volunteer-queries.ts'

export type Recorded = { id: string; name: string; ok: boolean; message: string }
type Typed = TypedService & { members: string[]; confirm: string }
type Props = { team: Team; onRecorded: (recorded: readonly Recorded[]) => void; onClose: () => void }

export function RecordDialog({ team, onRecorded, onClose }: Props): ReactNode {
  const { today } = useSession()
  const act = useVolunteerAct<{ results: Recorded[] }>()
  const there = team.people.filter(({ endsOn }) => endsOn === null)
  const send = async ({ members, confirm, ...typed }: Typed) => {
    const body = { ...serviceBody(typed), members, confirm: confirm === 'yes' }
    onRecorded((await act.mutateAsync(() => volunteerActs.record(team.id, body))).results)
  }
  return (
    <FormDialog<Typed>
      title="记时长"
      explain="一起做的，一次记上；时间重叠的会逐人指出。"
      okText="记上"
      initialValues={{ on: today, members: [], kind: 'community', confirm: 'yes' }}
      onSend={send}
      onClose={onClose}
    >
      <ServiceItems />
      <ManyItem
        name="members"
        label="有谁"
        choices={Object.fromEntries(there.map(({ id, name }) => [id, name]))}
      />
      <Form.Item noStyle>
        <OneItem
          name="confirm"
          label="是否现在就确认"
          choices={{ yes: '我在场，现在确认', no: '等组织者确认' }}
        />
      </Form.Item>
    </FormDialog>
  )
}
