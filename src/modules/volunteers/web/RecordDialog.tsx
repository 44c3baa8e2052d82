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
    const body = { ...serviceBody(typed), members, confirm: team.confirmsAlone && confirm === 'yes' }
    onRecorded((await act.mutateAsync(() => volunteerActs.record(team.id, body))).results)
  }
  return (
    <FormDialog<Typed>
      title="记时长"
      explain={`一起做的，一次记上；时间重叠的会逐人指出。${team.confirmsAlone ? '' : '记上以后，由另一人确认：组织负责人或社区工作者。'}`}
      okText="记上"
      initialValues={{
        on: today,
        members: [],
        kind: 'community',
        confirm: team.confirmsAlone ? 'yes' : 'no',
      }}
      onSend={send}
      onClose={onClose}
    >
      <ServiceItems />
      <ManyItem
        name="members"
        label="有谁"
        choices={Object.fromEntries(there.map(({ id, name }) => [id, name]))}
      />
      {team.confirmsAlone && (
        <Form.Item noStyle>
          <OneItem
            name="confirm"
            label="是否现在就确认"
            choices={{ yes: '没有别人可以确认，我在场，自行确认', no: '以后再确认' }}
          />
        </Form.Item>
      )}
    </FormDialog>
  )
}
