// Signs of life: when nothing was heard for long, what was looked at, and the question that a person answers.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import type { Organization } from '../../organizations/organization.ts'
import { changesApi } from '../changes-api.ts'
import { dormancyResults, signs } from '../dormancy.ts'
import type { Standing } from '../standing.ts'
import { useWrite } from './changes-queries.ts'

type Props = { organization: Organization; standing: Standing }

export function DormancyPart({ organization, standing }: Props): ReactNode {
  const { silentSince, judgements, may, rules } = standing
  const [open, setOpen] = useState<'dormant' | 'active' | null>(null)
  if (silentSince === null && judgements.length === 0) return null
  return (
    <div className="change-part">
      <h3>是否活跃</h3>
      {silentSince && (
        <div className="silent-note">
          <p>
            <b>
              {silentSince} 以后没有动静，超过 {rules.dormantAfterMonths} 个月
            </b>
          </p>
          <p className="faint">
            看了：
            {standing.signs.map(({ sign, lastOn }) => `${signs[sign]}（${lastOn ?? '没有'}）`).join('、')}。
          </p>
          {may.includes('change.judgeDormancy') && (
            <div className="change-actions no-print">
              <Button onClick={() => setOpen('active')}>仍在活动</Button>
              <Button onClick={() => setOpen('dormant')}>标为不活跃</Button>
            </div>
          )}
        </div>
      )}
      <ul className="change-lines">
        {judgements.map(({ id, result, reason, quietUntil, who, at }) => (
          <li key={id}>
            <span>
              {dormancyResults[result]}：{reason}
            </span>
            <span className="when">
              {at.slice(0, 10)} {who}
              {quietUntil && `，${quietUntil} 前不再提示`}
            </span>
          </li>
        ))}
      </ul>
      {open && <VerdictDialog result={open} {...{ organization, rules }} onClose={() => setOpen(null)} />}
    </div>
  )
}

type DialogProps = {
  result: 'dormant' | 'active'
  organization: Organization
  rules: Standing['rules']
  onClose: () => void
}

function VerdictDialog({ result, organization, rules, onClose }: DialogProps): ReactNode {
  const judge = useWrite((reason: string) =>
    call(changesApi.judgeDormancy, { params: { id: organization.id }, body: { result, reason } }),
  )
  const explain =
    result === 'active'
      ? `记下您怎样知道它仍在活动；${rules.quietMonths} 个月内不再提示。`
      : '从今天起标为不活跃；它还在名录里，随时可以恢复。'
  return (
    <ConfirmWithReason
      open
      title={`${dormancyResults[result]}：${organization.name}`}
      explain={explain}
      confirmText={dormancyResults[result]}
      reasonHint="例如：上周走访，每周三仍在排练"
      onConfirm={({ reason }) => judge.mutateAsync(reason)}
      onClose={onClose}
    />
  )
}
