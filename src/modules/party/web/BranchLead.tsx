// How a branch is led, and what can be done with it: name it, lead it, dissolve it.
import { Button, Form, Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Branch } from '../branches-api.ts'
import { DayItem, FormDialog, required } from './FormDialog.tsx'
import { useDissolve, useEditBranch, useLookAtSecretary } from './party-queries.ts'

type Props = { branch: Branch }

export function BranchLead({ branch }: Props): ReactNode {
  const [open, setOpen] = useState<'edit' | 'dissolve' | null>(null)
  const close = () => setOpen(null)
  const may = branch.dissolvedOn === null && branch.may.includes('party.arrange')
  return (
    <section className="panel" aria-labelledby="lead">
      <h2 id="lead">班子</h2>
      <dl className="facts">
        <div>
          <dt>书记</dt>
          <dd>
            <Secretary branch={branch} />
          </dd>
        </div>
        <div>
          <dt>支部委员会</dt>
          <dd>{branch.committee === null ? '不设' : `${branch.committee} 人`}</dd>
        </div>
      </dl>
      {branch.leadershipFault && <StateTag tone="behind" word={branch.leadershipFault} />}
      {may && (
        <div className="party-actions no-print">
          <Button onClick={() => setOpen('edit')}>修改名称和班子</Button>
          <Button onClick={() => setOpen('dissolve')}>撤销党支部</Button>
        </div>
      )}
      {open === 'edit' && <EditDialog branch={branch} onClose={close} />}
      {open === 'dissolve' && <DissolveDialog branch={branch} onClose={close} />}
    </section>
  )
}

/** The name is told only to those who may see members, and each look is recorded. */
function Secretary({ branch: { id, hasSecretary, may } }: Props): ReactNode {
  const look = useLookAtSecretary(id)
  if (!hasSecretary) return <span className="faint">没有登记</span>
  if (look.data)
    return (
      <span role="status">
        {look.data.secretary} <span className="faint small">这次查看已留下记录</span>
      </span>
    )
  return (
    <>
      已登记
      {may.includes('party.members') && (
        <button type="button" className="text-button no-print" onClick={() => look.mutate()}>
          显示（查看会留下记录）
        </button>
      )}
      <ProblemAlert problem={look.error} />
    </>
  )
}

type Values = { name: string; secretary?: string; committee?: number | null }

function EditDialog({ branch, onClose }: Props & { onClose: () => void }): ReactNode {
  const { mutateAsync } = useEditBranch(branch.id)
  return (
    <FormDialog<Values>
      title="修改名称和班子"
      okText="保存"
      initialValues={{ name: branch.name, committee: branch.committee }}
      onSubmit={({ name, secretary, committee }) =>
        mutateAsync({ name, secretary: secretary?.trim() || null, committee: committee ?? null })
      }
      onClose={onClose}
    >
      <Form.Item name="name" label="名称" rules={required('名称')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <LeadItems hint={branch.hasSecretary ? '不填就保持原来登记的' : '还没有选出可以不填'} />
    </FormDialog>
  )
}

export function LeadItems({ hint }: { hint: string }): ReactNode {
  return (
    <>
      <Form.Item name="secretary" label="书记" extra={hint}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="committee" label="支部委员会人数" extra="正式党员不足 7 名的，设书记一名，这里不填">
        <InputNumber min={1} max={20} inputMode="numeric" />
      </Form.Item>
    </>
  )
}

function DissolveDialog({ branch, onClose }: Props & { onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useDissolve(branch.id)
  return (
    <ConfirmWithReason
      open
      danger
      title={`撤销：${branch.name}`}
      explain={`它覆盖的 ${branch.organizations} 个组织会回到待办，要重新安排。以前的记录都保留。`}
      confirmText="撤销党支部"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) => mutateAsync({ on: String(on), reason })}
      onClose={onClose}
    >
      <DayItem name="on" label="从哪一天起" max={today} />
    </ConfirmWithReason>
  )
}
