// What an organization was merged or split from and into, both ways, and how to take back what was a mistake.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import type { Organization } from '../../organizations/organization.ts'
import { changesApi } from '../changes-api.ts'
import { type Relative, type Reorganization, reorganizationKinds } from '../reorganization.ts'
import { differs, totalsText } from '../reorganization-rules.ts'
import type { Standing } from '../standing.ts'
import { useWrite } from './changes-queries.ts'

type Props = { organization: Organization; standing: Standing }

export function ReorganizationsPart({ organization, standing }: Props): ReactNode {
  const [annulling, setAnnulling] = useState<Reorganization | null>(null)
  if (standing.reorganizations.length === 0) return null
  return (
    <div className="change-part">
      <h3>合并与拆分</h3>
      <ul className="change-lines">
        {standing.reorganizations.map((act) => (
          <li key={act.id} className="kin">
            <span>
              <Told act={act} organization={organization} />
            </span>
            <span className="when">{act.on}</span>
            {act.may.includes('change.reorganize') && !act.annulled && (
              <Button size="small" className="no-print" onClick={() => setAnnulling(act)}>
                撤销
              </Button>
            )}
            <p className="faint">{noteOf(act)}</p>
          </li>
        ))}
      </ul>
      {annulling && <AnnulDialog act={annulling} onClose={() => setAnnulling(null)} />}
    </div>
  )
}

/** 由甲队、乙队合并而来 / 已并入丙队 / 由丁队拆分而来 / 已拆分为戊队、己队. */
function Told({ act, organization: { id } }: { act: Reorganization; organization: Organization }): ReactNode {
  const isPredecessor = act.predecessors.some((one) => one.id === id)
  if (isPredecessor)
    return (
      <>
        {act.kind === 'merge' ? '已并入' : '已拆分为'}
        <Names of={act.successors} />
      </>
    )
  return act.kind === 'merge' ? (
    <>
      由
      <Names of={act.predecessors} />
      合并而来
    </>
  ) : (
    <>
      由
      <Names of={act.predecessors} />
      拆分而来
    </>
  )
}

const Names = ({ of }: { of: readonly Relative[] }): ReactNode =>
  of.map(({ id, name }, at) => (
    <span key={id ?? `elsewhere-${at}`}>
      {at > 0 && '、'}
      {id ? <Link to={`/organizations/${id}`}>{name}</Link> : '管理范围以外的组织'}
    </span>
  ))

function noteOf(act: Reorganization): string {
  const summed = { members: act.membersSummed, partyMembers: act.partyMembersSummed }
  const unlike =
    act.difference && differs(summed, act) ? `各部分相加${totalsText(summed)}，${act.difference}。` : ''
  const annulled = act.annulled ? `已由${act.annulled.who}撤销：${act.annulled.reason}。` : ''
  return `${annulled}${act.reason}。${totalsText(act)}。${unlike}${act.who}办理。`
}

function AnnulDialog({ act, onClose }: { act: Reorganization; onClose: () => void }): ReactNode {
  const annul = useWrite((reason: string) =>
    call(changesApi.annul, { params: { id: act.id }, body: { reason } }),
  )
  const what = reorganizationKinds[act.kind]
  return (
    <ConfirmWithReason
      open
      danger
      title={`撤销这次${what}`}
      explain={`只在办错时用：原来的组织从 ${act.on} 起照旧存在，因${what}新成立的组织当作没有成立过，这些天的统计数会随着改正。已注销的证书和党组织安排不会恢复，需要重新办理。`}
      confirmText={`撤销${what}`}
      onConfirm={({ reason }) => annul.mutateAsync(reason)}
      onClose={onClose}
    />
  )
}
