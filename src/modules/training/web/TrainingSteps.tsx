// What an organizer can do with a training now: change it, cancel it.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import type { TrainingView } from '../training.ts'
import { whyNotCancel } from '../training-rules.ts'
import { TrainingForm } from './TrainingForm.tsx'
import { trainingActs, useTrainingAct } from './training-queries.ts'

export function TrainingSteps({ training }: { training: TrainingView }): ReactNode {
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null)
  const act = useTrainingAct()
  if (!training.may.includes('training.run') || whyNotCancel(training)) return null
  const held = training.status === 'held'
  return (
    <div className="training-steps no-print">
      <Button onClick={() => setOpen('edit')}>修改</Button>
      <Button onClick={() => setOpen('cancel')}>{held ? '登错了，取消' : '取消培训'}</Button>
      {open === 'edit' && <TrainingForm training={training} onClose={() => setOpen(null)} />}
      {open === 'cancel' && (
        <ConfirmWithReason
          open
          title={held ? '取消登错的培训' : '取消培训'}
          explain={
            held
              ? `已登记的 ${training.attended} 人次不再计入，留在记录里。`
              : '报名和邀请随之失效；请另外通知已报名的组织。'
          }
          confirmText="取消培训"
          danger
          onConfirm={({ reason }) => act.mutateAsync(() => trainingActs.cancel(training.id, { reason }))}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
