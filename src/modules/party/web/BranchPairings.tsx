// 结对共建: with whom a branch works together. (HS 三(二)6)
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Branch } from '../branches-api.ts'
import { type PartnerKind, partnerKinds } from '../party.ts'
import { DayItem, FormDialog, required } from './FormDialog.tsx'
import { useAddPairing, useEndPairing } from './party-queries.ts'

type Pairing = Branch['pairings'][number]

export function BranchPairings({ branch }: { branch: Branch }): ReactNode {
  const [adding, setAdding] = useState(false)
  const [ending, end] = useState<Pairing | null>(null)
  const may = branch.dissolvedOn === null && branch.may.includes('party.record')
  return (
    <section className="panel" aria-labelledby="pairings">
      <h2 id="pairings">结对共建</h2>
      {branch.pairings.length === 0 && <p className="faint">还没有结对。</p>}
      <ul className="plain-list party-records">
        {branch.pairings.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.partner}</b> <span className="faint small">{partnerKinds[one.kind]}</span>
              {may && one.until === null && (
                <button
                  type="button"
                  className="text-button no-print"
                  aria-label={`结束与${one.partner}的结对`}
                  onClick={() => end(one)}
                >
                  结束
                </button>
              )}
            </p>
            <p className="faint small">
              {one.about} · {one.until ? `${one.from} 至 ${one.until}` : `${one.from} 起`}
            </p>
          </li>
        ))}
      </ul>
      {may && (
        <div className="party-actions no-print">
          <Button onClick={() => setAdding(true)}>登记结对</Button>
        </div>
      )}
      {adding && <AddDialog branch={branch} onClose={() => setAdding(false)} />}
      {ending && <EndDialog pairing={ending} onClose={() => end(null)} />}
    </section>
  )
}

type Values = { partner: string; kind: PartnerKind; about: string; from: string }

function AddDialog({ branch, onClose }: { branch: Branch; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useAddPairing(branch.id)
  return (
    <FormDialog<Values>
      title="登记结对共建"
      okText="登记"
      initialValues={{ kind: 'communityBranch', from: today }}
      onSubmit={mutateAsync}
      onClose={onClose}
    >
      <Form.Item name="partner" label="与谁结对" rules={required('对方名称')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label="对方是">
        <KindSelect />
      </Form.Item>
      <Form.Item name="about" label="共建什么" rules={required('内容')}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <DayItem name="from" label="从哪一天起" max={today} />
    </FormDialog>
  )
}

type SelectProps = { id?: string; value?: string; onChange?: (value: string) => void }

const KindSelect = ({ id, value, onChange }: SelectProps): ReactNode => (
  <select id={id} className="party-select" value={value} onChange={({ target }) => onChange?.(target.value)}>
    {Object.entries(partnerKinds).map(([kind, words]) => (
      <option key={kind} value={kind}>
        {words}
      </option>
    ))}
  </select>
)

function EndDialog({ pairing, onClose }: { pairing: Pairing; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useEndPairing()
  return (
    <ConfirmWithReason
      open
      title={`结束结对：${pairing.partner}`}
      confirmText="结束"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) => mutateAsync({ id: pairing.id, body: { on: String(on), reason } })}
      onClose={onClose}
    >
      <DayItem name="on" label="从哪一天起" max={today} />
    </ConfirmWithReason>
  )
}
