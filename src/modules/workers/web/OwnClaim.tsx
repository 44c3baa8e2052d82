// One claim of the person who looks: how far it is, what is to be done, and its thread.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { yuanText } from '../../../kernel/money.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { call, urlOf } from '../../../ui/call.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type RewardThread as Claim, rewardStatuses } from '../reward.ts'
import { whyNotStep } from '../reward-rules.ts'
import { rewardsApi } from '../rewards-api.ts'
import { certifiedGrades } from '../worker.ts'
import { MendDialog, returnedFor } from './ClaimDialogs.tsx'
import { RewardThread } from './RewardThread.tsx'
import { rewardTones, whereItStands } from './reward-words.ts'
import { useDone } from './worker-queries.ts'

type Props = { claim: Claim }

export function OwnClaim({ claim }: Props): ReactNode {
  const { id, grade, amount, status } = claim
  const title = `claim-${id}`
  return (
    <section className="panel" aria-labelledby={title}>
      <h2 id={title}>
        {certifiedGrades[grade]}奖励 {yuanText(amount)} 元{' '}
        <StateTag tone={rewardTones[status]} word={rewardStatuses[status]} />
      </h2>
      <p>{whereItStands(claim)}</p>
      {status === 'returned' && <p className="reward-returned">{returnedFor(claim)}</p>}
      <Steps claim={claim} />
      <details className="worker-more">
        <summary>办理经过</summary>
        <RewardThread
          claim={claim}
          proofAt={(step) => urlOf(rewardsApi.ownProof, { params: { id }, query: { step } })}
        />
      </details>
    </section>
  )
}

function Steps({ claim }: Props): ReactNode {
  const [open, setOpen] = useState<'resend' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  if (whyNotStep('withdraw', claim) !== null) return null
  return (
    <div className="worker-actions no-print">
      {whyNotStep('resend', claim) === null && (
        <Button type="primary" onClick={() => setOpen('resend')}>
          补正后再报
        </Button>
      )}
      <Button onClick={() => setOpen('withdraw')}>撤回申请</Button>
      {open === 'resend' && <MendDialog reward={claim} own onClose={close} />}
      {open === 'withdraw' && <Withdraw claim={claim} onClose={close} />}
    </div>
  )
}

function Withdraw({ claim: { id }, onClose }: Props & { onClose: () => void }): ReactNode {
  const done = useDone()
  return (
    <ConfirmWithReason
      open
      title="撤回申请"
      explain="撤回以后，期限内还可以再申请。"
      confirmText="撤回"
      onConfirm={({ reason }) => done(call(rewardsApi.withdrawOwn, { params: { id }, body: { reason } }))}
      onClose={onClose}
    />
  )
}
