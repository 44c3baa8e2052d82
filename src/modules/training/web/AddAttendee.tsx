// Adds somebody who was there and not expected; puts somebody who scanned to the organization that was meant.
import { Button, Checkbox, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { OrganizationChoice } from '../../organizations/web/OrganizationChoice.tsx'
import type { Training } from '../training.ts'
import { trainingActs, useTrainingAct } from './training-queries.ts'

type Values = { name: string; from: 'organization' | 'none'; organization?: string; leader?: boolean }

export function AddAttendee({ training }: { training: Training }): ReactNode {
  const [open, setOpen] = useState(false)
  const act = useTrainingAct()
  const send = ({ name, from, organization, leader }: Values) => {
    const own = from === 'organization' ? (organization ?? null) : null
    const add = [{ name, leader: leader === true && own !== null, organization: own }]
    return act.mutateAsync(() => trainingActs.record(training.id, { add }))
  }
  const officers = training.audience === 'officers'
  return (
    <>
      <Button onClick={() => setOpen(true)}>补登一个人</Button>
      {open && (
        <FormDialog<Values>
          title="补登一个人"
          okText="补登"
          initialValues={{ from: officers ? 'none' : 'organization' }}
          onSend={send}
          onClose={() => setOpen(false)}
        >
          <WordsItem name="name" label="姓名" max={30} needed="请填写姓名" />
          <OneItem
            name="from"
            label="代表谁来"
            choices={{ organization: '名录里的组织', none: '不代表组织' }}
          />
          <Whom area={training.area} />
        </FormDialog>
      )}
    </>
  )
}

type PlaceProps = { training: Training; id: string; name: string; said: string }

/** Takes the row out and writes it anew, for the organization that the person meant. */
export function PlaceAttendee({ training, id, name, said }: PlaceProps): ReactNode {
  const [open, setOpen] = useState(false)
  const act = useTrainingAct()
  const send = ({ organization, leader = false }: PlaceValues) =>
    act.mutateAsync(() =>
      trainingActs.record(training.id, {
        add: [{ name, leader, organization: organization ?? null }],
        remove: [id],
      }),
    )
  return (
    <>
      <button type="button" className="text-button no-print" onClick={() => setOpen(true)}>
        归到组织
      </button>
      {open && (
        <FormDialog<PlaceValues>
          title={`${name}：自填“${said}”`}
          okText="归到这个组织"
          initialValues={{}}
          onSend={send}
          onClose={() => setOpen(false)}
        >
          <Whom area={training.area} />
        </FormDialog>
      )}
    </>
  )
}

type PlaceValues = { organization?: string; leader?: boolean }

function Whom({ area }: { area: string }): ReactNode {
  if (Form.useWatch('from') === 'none') return null
  return (
    <>
      <Form.Item name="organization" label="哪个组织" rules={[{ required: true, message: '请选择一个组织' }]}>
        <OrganizationChoice name="organization" area={area} nothing="没有找到；组织要在这次培训的范围内。" />
      </Form.Item>
      <Form.Item name="leader" valuePropName="checked">
        <Checkbox>是负责人</Checkbox>
      </Form.Item>
    </>
  )
}
