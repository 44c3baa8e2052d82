// The claims of one social worker, on the own page of the record; and the way to claim in the person's stead.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { yuanText } from '../../../kernel/money.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import { rewardStatuses } from '../reward.ts'
import { certifiedGrades, type WorkerPage } from '../worker.ts'
import { rewardTones } from './reward-words.ts'
import { useRewards } from './worker-queries.ts'

export function WorkerRewards({ worker }: { worker: WorkerPage }): ReactNode {
  const mayApply = useMay()('reward.apply')
  const { data } = useRewards({ worker: worker.id, limit: 50 })
  if (!data || (data.items.length === 0 && !mayApply)) return null
  return (
    <section className="panel" aria-labelledby="rewards-title">
      <h2 id="rewards-title">持证奖励</h2>
      {data.items.length === 0 && <p className="faint">没有申请过。</p>}
      <ul className="plain-list worker-lines">
        {data.items.map(({ id, grade, amount, status, appliedOn }) => (
          <li key={id}>
            <Link className="link" to={`/rewards/${id}`}>
              {certifiedGrades[grade]} {yuanText(amount)} 元
            </Link>
            <span className="faint">{appliedOn} 申请</span>
            <StateTag tone={rewardTones[status]} word={rewardStatuses[status]} />
          </li>
        ))}
      </ul>
      {mayApply && (
        <div className="worker-actions no-print">
          <ButtonLink to={`/rewards/new?worker=${worker.id}`}>替本人申请</ButtonLink>
        </div>
      )}
    </section>
  )
}
