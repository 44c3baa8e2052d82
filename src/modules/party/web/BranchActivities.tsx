// The meetings of a branch, newest first; one entered by mistake is taken back with a reason.
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import type { Activity, Branch } from '../branches-api.ts'
import { activityKinds } from '../party.ts'
import { ActivityPhotos } from './ActivityPhotos.tsx'
import { useWithdrawActivity } from './party-queries.ts'

export function BranchActivities({ branch }: { branch: Branch }): ReactNode {
  const [taking, take] = useState<Activity | null>(null)
  const mayRecord = branch.may.includes('party.record')
  return (
    <section className="panel" aria-labelledby="activities">
      <h2 id="activities">组织生活记录</h2>
      {branch.activities.length === 0 && <p className="faint">还没有记录。</p>}
      <ul className="plain-list party-records">
        {branch.activities.map((one) => (
          <li key={one.id}>
            <p>
              <span className="faint">{one.on}</span> <b>{activityKinds[one.kind]}</b> {one.subject}
              {one.attended !== null && <span className="faint"> · {one.attended} 人参加</span>}
              {mayRecord && (
                <button
                  type="button"
                  className="text-button no-print"
                  aria-label={`撤回 ${one.on} 的${activityKinds[one.kind]}`}
                  onClick={() => take(one)}
                >
                  撤回
                </button>
              )}
            </p>
            {one.note && <p className="faint small">{one.note}</p>}
            <ActivityPhotos activity={one} may={mayRecord} />
          </li>
        ))}
      </ul>
      {taking && <WithdrawDialog activity={taking} onClose={() => take(null)} />}
    </section>
  )
}

function WithdrawDialog({ activity, onClose }: { activity: Activity; onClose: () => void }): ReactNode {
  const { mutateAsync } = useWithdrawActivity()
  const { id, on, kind, subject } = activity
  return (
    <ConfirmWithReason
      open
      title="撤回记录"
      explain={`${on} 的${activityKinds[kind]}“${subject}”不再计数，但留在记录里。`}
      confirmText="撤回"
      onConfirm={({ reason }) => mutateAsync({ id, reason })}
      onClose={onClose}
    />
  )
}
