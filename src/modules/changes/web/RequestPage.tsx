// One request: what is to change, who said what, and the decision for those who may take it.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call } from '../../../ui/call.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Timeline, Turn, TurnNote } from '../../../ui/Timeline.tsx'
import { Changes } from '../../organizations/web/Changes.tsx'
import {
  type Asked,
  askedLabels,
  type ChangeRequest,
  changeKinds,
  changeStatuses,
  changeStepKinds,
} from '../change.ts'
import { whyNotChangeStep } from '../change-rules.ts'
import { changesApi } from '../changes-api.ts'
import { changeTones } from './change-words.ts'
import { useRequest, useWrite } from './changes-queries.ts'
import '../../organizations/web/organizations.css'
import './changes.css'

const back = { to: '/changes', label: '变更与退出' }

export function RequestPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useRequest(id)
  if (data) return <Shown request={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="变更申请" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ request }: { request: ChangeRequest }): ReactNode {
  const { kind, status, organization, deskName, from, due } = request
  const waits = status === 'submitted' ? `由${deskName}决定，${due} 前办结。` : ''
  return (
    <>
      <PageHeader
        title={`${changeKinds[kind]}：${organization.name}`}
        mark={<StateTag tone={changeTones[status]} word={changeStatuses[status]} />}
        sentence={`从 ${from} 起算。${waits}`}
        back={back}
      />
      <div className="organization-layout">
        <section className="panel" aria-labelledby="asked-title">
          <h2 id="asked-title">{status === 'approved' ? '已变更' : '要变更的内容'}</h2>
          <AskedShown request={request} />
          <Decide request={request} />
        </section>
        <Thread request={request} />
      </div>
    </>
  )
}

function AskedShown({
  request: { kind, status, asked, now, to, fromName, reason, onBehalf, organization },
}: {
  request: ChangeRequest
}): ReactNode {
  const isDone = status === 'approved'
  const fields = Object.keys(asked ?? {}) as (keyof Asked)[]
  const lines =
    kind === 'move'
      ? [{ label: '所在社区（村）', from: isDone ? null : fromName, to: to?.name ?? '' }]
      : fields.map((field) => ({
          label: askedLabels[field],
          from: isDone ? null : (now[field] ?? '空'),
          to: asked?.[field] ?? '空',
        }))
  return (
    <>
      <Changes changes={lines} />
      <p className="change-part">理由：{reason}</p>
      <p className="faint">
        {onBehalf ? '由工作人员代为提出。' : '由组织负责人提出。'}{' '}
        <Link to={`/organizations/${organization.id}`}>看这个组织</Link>
      </p>
    </>
  )
}

function Thread({ request: { steps } }: { request: ChangeRequest }): ReactNode {
  return (
    <section className="panel" aria-labelledby="thread-title">
      <h2 id="thread-title">经过</h2>
      <Timeline>
        {steps.map(({ at, kind, who, said }) => (
          <Turn key={`${at} ${kind}`} what={changeStepKinds[kind]} who={who} at={at}>
            <TurnNote words={said} />
          </Turn>
        ))}
      </Timeline>
    </section>
  )
}

const dialogs = {
  return: {
    label: '退回补正',
    explain: '申请和经过都保留，改好以后可以再次提出。',
    reason: '哪里不对、怎样改',
  },
  refuse: { label: '不同意', explain: '这项申请就此结束，名录不变。', reason: '为什么不同意' },
  withdraw: { label: '撤回', explain: '这项申请就此结束，名录不变。', reason: '为什么撤回' },
} as const
type Dialog = keyof typeof dialogs

/** Only what can be done from where it stands, by this reader. */
function Decide({ request }: { request: ChangeRequest }): ReactNode {
  const { id, status, may, organization } = request
  const [open, setOpen] = useState<Dialog | null>(null)
  const decide = useWrite(
    ({ decision, said }: { decision: 'approve' | 'return' | 'refuse'; said: string | null }) =>
      call(changesApi.decide, { params: { id }, body: { decision, said } }),
  )
  const withdraw = useWrite((reason: string) =>
    call(changesApi.withdraw, { params: { id }, body: { reason } }),
  )
  const mayDecide = may.includes('change.decide') && whyNotChangeStep('approve', status) === null
  const mayWithdraw = may.includes('change.request') && whyNotChangeStep('withdraw', status) === null
  const mayAgain = may.includes('change.request') && status === 'returned'
  if (!mayDecide && !mayWithdraw) return null
  const confirm = (dialog: Dialog, said: string) =>
    dialog === 'withdraw' ? withdraw.mutateAsync(said) : decide.mutateAsync({ decision: dialog, said })
  return (
    <div className="change-part">
      <ProblemAlert problem={decide.error} />
      <div className="change-actions">
        {mayDecide && (
          <>
            <Button
              type="primary"
              loading={decide.isPending}
              onClick={() => decide.mutate({ decision: 'approve', said: null })}
            >
              同意
            </Button>
            <Button onClick={() => setOpen('return')}>退回补正</Button>
            <Button onClick={() => setOpen('refuse')}>不同意</Button>
          </>
        )}
        {mayAgain && (
          <ButtonLink primary to={againTo(request)}>
            补正后再次提出
          </ButtonLink>
        )}
        {mayWithdraw && <Button onClick={() => setOpen('withdraw')}>撤回</Button>}
      </div>
      {open && (
        <ConfirmWithReason
          open
          title={`${dialogs[open].label}：${organization.name}`}
          explain={dialogs[open].explain}
          confirmText={dialogs[open].label}
          reasonHint={`${dialogs[open].reason}。会写进经过，别人看得到`}
          onConfirm={({ reason }) => confirm(open, reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

const againTo = ({ id, kind, organization }: ChangeRequest): string =>
  `/organizations/${organization.id}/${kind === 'move' ? 'move' : 'change'}?request=${id}`
