// 定期联系: when the community's party organization was in touch with the organization. (CQ (十七), TC 落实党建责任)
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { PartyOfOrganization } from '../arrangement-api.ts'
import { type ContactKind, contactKinds } from '../party.ts'
import { DayItem, FormDialog, required } from './FormDialog.tsx'
import { useContact } from './party-queries.ts'

type Props = { party: PartyOfOrganization }

export function PartyContacts({ party }: Props): ReactNode {
  const [adding, setAdding] = useState(false)
  const may = party.may.includes('party.record')
  if (party.contacts.length === 0 && !may) return null
  return (
    <>
      <h3>定期联系</h3>
      {party.contacts.length === 0 && <p className="faint">还没有联系记录。</p>}
      <ul className="plain-list party-records">
        {party.contacts.map(({ id, on, kind, matter, outcome }) => (
          <li key={id}>
            <span className="faint">{on}</span> {contactKinds[kind]}：{matter}
            {outcome && <span className="faint">（结果：{outcome}）</span>}
          </li>
        ))}
      </ul>
      {may && (
        <div className="party-actions no-print">
          <Button onClick={() => setAdding(true)}>记一次联系</Button>
        </div>
      )}
      {adding && <AddDialog party={party} onClose={() => setAdding(false)} />}
    </>
  )
}

type Values = { kind: ContactKind; on: string; matter: string; outcome?: string }

function AddDialog({ party, onClose }: Props & { onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useContact(party.organization.id)
  return (
    <FormDialog<Values>
      title={`记一次联系：${party.organization.name}`}
      okText="记下"
      initialValues={{ kind: 'visit', on: today }}
      onSubmit={({ outcome, ...values }) => mutateAsync({ ...values, outcome: outcome?.trim() || null })}
      onClose={onClose}
    >
      <Form.Item name="kind" label="怎样联系">
        <Kinds />
      </Form.Item>
      <DayItem name="on" label="日期" max={today} />
      <Form.Item name="matter" label="什么事" rules={required('什么事')}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name="outcome" label="结果" extra="可以不填">
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

type Given = { value?: ContactKind; onChange?: (value: ContactKind) => void }

const Kinds = ({ value, onChange }: Given): ReactNode => (
  <ChooseOne
    name="contact-kind"
    options={chipsOf(contactKinds)}
    value={value ?? null}
    onChange={(kind) => onChange?.(kind)}
  />
)
