// One application for a reward: who, for which certificate, how far it is, and what can be done with it now.
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { Link, useParams } from 'react-router'
import { yuanText } from '../../../kernel/money.ts'
import { call } from '../../../ui/call.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import {
  certificateMatches,
  type RewardStep,
  type RewardThread,
  rewardStatuses,
  rewardSteps,
} from '../reward.ts'
import { whyNotStep } from '../reward-rules.ts'
import { rewardsApi } from '../rewards-api.ts'
import { certifiedGrades } from '../worker.ts'
import { MendDialog } from './ClaimDialogs.tsx'
import { CorrectDialog, PayDialog, RefuseDialog, ReturnDialog, WithdrawDialog } from './RewardDialogs.tsx'
import { Corrections, Proof, Thread } from './RewardParts.tsx'
import { rewardTones } from './reward-words.ts'
import { useDone, useReward } from './worker-queries.ts'
import '../../organizations/web/organizations.css'
import './workers.css'

const back = { to: '/rewards', label: '持证奖励' }

export function RewardPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useReward(id)
  if (data) return <Shown reward={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="持证奖励" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

type Props = { reward: RewardThread }

function Shown({ reward }: Props): ReactNode {
  const { status, grade, amount } = reward
  return (
    <>
      <PageHeader
        title={reward.name}
        mark={<StateTag tone={rewardTones[status]} word={rewardStatuses[status]} />}
        sentence={`${certifiedGrades[grade]} · ${yuanText(amount)} 元 · ${reward.areaName}`}
        back={back}
        extra={<PrintMenu />}
      />
      <div className="organization-layout">
        <div>
          <section className="panel" aria-labelledby="reward-title">
            <h2 id="reward-title">申请</h2>
            <Facts facts={factsOf(reward)} />
            <Actions reward={reward} />
          </section>
          <Corrections reward={reward} />
        </div>
        <div>
          <Proof reward={reward} />
          <Thread reward={reward} />
        </div>
      </div>
    </>
  )
}

/** Only what there is to say. */
function factsOf(reward: RewardThread): [string, ReactNode][] {
  const { organization } = reward
  const all: [string, ReactNode][] = [
    ['身份证号', reward.identity],
    ['证书编号', reward.number],
    ['取得日期', reward.obtainedOn],
    [
      '所在组织',
      organization && (
        <Link key="organization" className="link" to={`/organizations/${organization.id}`}>
          {organization.name}
        </Link>
      ),
    ],
    [
      '社会工作者登记',
      reward.worker && (
        <Link key="worker" className="link" to={`/workers/${reward.worker}`}>
          {reward.match ? certificateMatches[reward.match] : reward.name}
        </Link>
      ),
    ],
    ['申请', `${reward.appliedOn}，${reward.appliedBy}（${reward.onBehalf ? '代为申请' : '本人申请'}）`],
    ['审定期限', reward.status === 'submitted' ? reward.dueOn : null],
    ['补正期限', reward.status === 'returned' ? reward.dueOn : null],
    ['审定', reward.decidedOn && `${reward.decidedOn}，${reward.decidedBy}`],
    ['理由', reward.reason],
    ['发放期限', reward.status === 'approved' ? reward.payBy : null],
    ['发放日期', reward.paidOn],
  ]
  return all.filter(([, value]) => value !== null)
}

type Act = { step: RewardStep; action: string; label: string; primary?: true }

const acts: readonly Act[] = [
  { step: 'approve', action: 'reward.decide', label: '同意奖励', primary: true },
  { step: 'pay', action: 'reward.pay', label: '登记已发放', primary: true },
  { step: 'resend', action: 'reward.apply', label: '补正后再报', primary: true },
  { step: 'return', action: 'reward.decide', label: '退回补正' },
  { step: 'refuse', action: 'reward.decide', label: '不予奖励' },
  { step: 'withdraw', action: 'reward.apply', label: '撤回申请' },
]

/** Steps that this reader may take from here; after the payment the one that is refused says why. */
function Actions({ reward }: Props): ReactNode {
  const [open, setOpen] = useState<RewardStep | 'correct' | null>(null)
  const approve = useApprove(reward)
  const why = useId()
  const { status, may } = reward
  const now = acts.filter(({ step, action }) => may.includes(action) && isShown(step, reward))
  const mayCorrect = status === 'paid' && may.includes('reward.correct')
  if (now.length === 0 && !mayCorrect) return null
  const refusal = now.map(({ step }) => whyNotStep(step, reward)).find((problem) => problem !== null)
  return (
    <div className="worker-actions no-print">
      {now.map(({ step, label, primary }) => (
        <Button
          key={step}
          type={primary ? 'primary' : 'default'}
          disabled={whyNotStep(step, reward) !== null}
          loading={step === 'approve' && approve.busy}
          {...(refusal && { 'aria-describedby': why })}
          onClick={() => (step === 'approve' ? void approve.send() : setOpen(step))}
        >
          {label}
        </Button>
      ))}
      {mayCorrect && <Button onClick={() => setOpen('correct')}>登记更正</Button>}
      <p id={why} className="action-why" hidden={!refusal}>
        {refusal?.message} {refusal?.body.mend}
      </p>
      <ProblemAlert problem={approve.problem} />
      <Dialogs open={open} reward={reward} onClose={() => setOpen(null)} />
    </div>
  )
}

/** A paid one shows that it cannot be refused any more. */
const isShown = (step: RewardStep, { status }: RewardThread): boolean =>
  (rewardSteps[step].from as readonly string[]).includes(status) || (step === 'refuse' && status === 'paid')

function useApprove({ id }: RewardThread) {
  const done = useDone()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = () => {
    setBusy(true)
    setProblem(null)
    return done(call(rewardsApi.decide, { params: { id }, body: { decision: 'approve' } }))
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return { send, busy, problem }
}

type DialogProps = Props & { open: RewardStep | 'correct' | null; onClose: () => void }

function Dialogs({ open, reward, onClose }: DialogProps): ReactNode {
  if (open === 'refuse') return <RefuseDialog reward={reward} onClose={onClose} />
  if (open === 'return') return <ReturnDialog reward={reward} onClose={onClose} />
  if (open === 'resend') return <MendDialog reward={reward} onClose={onClose} />
  if (open === 'withdraw') return <WithdrawDialog reward={reward} onClose={onClose} />
  if (open === 'pay') return <PayDialog rewards={[reward]} onClose={onClose} />
  return open === 'correct' ? <CorrectDialog reward={reward} onClose={onClose} /> : null
}
