// What can be done with an activity next; what cannot be done yet says why.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { WordsItem } from '../../../ui/FormItems.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import type { Activity } from '../activity.ts'
import { activityActs, useActivityAct } from './activity-queries.ts'

type Props = { activity: Activity }

export function ActivityActions({ activity }: Props): ReactNode {
  const [open, setOpen] = useState<'conclude' | 'cancel' | null>(null)
  const { id, whyNot, status } = activity
  if (!activity.may.includes('activity.edit')) return null
  const close = () => setOpen(null)
  return (
    <div className="activity-actions no-print">
      <Publish activity={activity} />
      {whyNot.hold === null && (
        <ButtonLink primary to={`/activities/${id}?do=hold`}>
          记录举办情况
        </ButtonLink>
      )}
      <ImportLink activity={activity} />
      {whyNot.conclude === null && (
        <Button type="primary" onClick={() => setOpen('conclude')}>
          写几句总结
        </Button>
      )}
      {whyNot.edit === null && <ButtonLink to={`/activities/${id}/edit`}>改计划</ButtonLink>}
      {(status === 'held' || status === 'concluded') && (
        <ButtonLink to={`/activities/${id}?do=hold`}>更正人数</ButtonLink>
      )}
      {whyNot.cancel === null && <Button onClick={() => setOpen('cancel')}>取消活动</Button>}
      {open === 'conclude' && <Conclude activity={activity} onClose={close} />}
      {open === 'cancel' && <Cancel activity={activity} onClose={close} />}
    </div>
  )
}

/** For an organizer who kept the list on paper. */
function ImportLink({ activity: { id, area, whyNot, attended, may } }: Props): ReactNode {
  const mayImport = useMay()('organization.import') && may.includes('activity.seeSignUps')
  if (!mayImport || (whyNot.hold !== null && attended === null)) return null
  return (
    <ButtonLink to={`/imports/new?kind=participants&area=${area}&belongsTo=${id}`}>导入签到表</ButtonLink>
  )
}

function Publish({ activity: { id, status, whyNot, majorEvent } }: Props): ReactNode {
  const act = useActivityAct()
  if (status !== 'planned') return null
  const unreported = majorEvent.reasons.length > 0 && majorEvent.report?.covers !== true
  return (
    <>
      <Button
        type="primary"
        disabled={whyNot.publish !== null}
        loading={act.isPending}
        onClick={() => act.mutate(() => activityActs.publish(id))}
      >
        发布
      </Button>
      <p className="activity-why faint">
        {whyNot.publish ?? (unreported ? '还没有报告：可以先发布，也可以等答复以后再发布。' : '')}
      </p>
      <ProblemAlert problem={act.error} />
    </>
  )
}

type DialogProps = Props & { onClose: () => void }

function Conclude({ activity, onClose }: DialogProps): ReactNode {
  const act = useActivityAct()
  return (
    <FormDialog<{ result: string }>
      title={`总结：${activity.title}`}
      okText="保存"
      initialValues={{}}
      onSend={({ result }) => act.mutateAsync(() => activityActs.conclude(activity.id, result))}
      onClose={onClose}
    >
      <WordsItem name="result" label="办得怎么样" max={2000} needed="请写几句，或者先不写" long />
    </FormDialog>
  )
}

function Cancel({ activity, onClose }: DialogProps): ReactNode {
  const act = useActivityAct()
  return (
    <ConfirmWithReason
      open
      title={`取消：${activity.title}`}
      explain={
        activity.going > 0
          ? `有 ${activity.going} 人报了名：公开页会写明取消和原因，请再打电话告诉他们。`
          : '公开页会写明取消和原因。'
      }
      confirmText="取消活动"
      danger
      reasonLabel="原因"
      reasonHint="报名的人看得到，例如：下雨"
      onConfirm={({ reason }) => act.mutateAsync(() => activityActs.cancel(activity.id, reason))}
      onClose={onClose}
    />
  )
}
