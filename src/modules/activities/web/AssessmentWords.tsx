// What the rules of the place ask of an activity: a report, and from 1,000 people on a permit. In words, with the days.
import type { ReactNode } from 'react'
import { StateShape } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type Assessment, policeLevels, recipients } from '../major-event.ts'

export function AssessmentWords({ assessment }: { assessment: Assessment }): ReactNode {
  const { reasons, recipient, dueOn, permit } = assessment
  const { today } = useSession()
  if (reasons.length === 0 && !permit) return <p className="faint">按本地规则，这项活动不必报告。</p>
  return (
    <div className="activity-major" role="status">
      {recipient && dueOn && (
        <p>
          <StateShape tone={dueOn < today ? 'overdue' : 'behind'} />
          <b>
            这是重大活动，须在 {dueOn} 以前向{recipients[recipient]}报告
          </b>
          {dueOn < today && '（已经过了，请尽快补报）'}。因为：{reasons.join('；')}。
        </p>
      )}
      {permit && (
        <p>
          <StateShape tone="overdue" />
          <b>
            {permit.from} 人以上，还须在 {permit.dueOn} 以前向{policeLevels[permit.police]}申请安全许可
          </b>
          {permit.dueOn < today && '（已经过了）'}；这里的报告不能代替许可。
        </p>
      )}
    </div>
  )
}
