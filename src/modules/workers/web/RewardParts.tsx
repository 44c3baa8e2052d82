// What stands beside an application: corrections of its payment, and the scan of the certificate.
import type { ReactNode } from 'react'
import { yuanText } from '../../../kernel/money.ts'
import { urlOf } from '../../../ui/call.ts'
import { FileLine } from '../../../ui/FileLine.tsx'
import type { RewardThread as Claim, Reward } from '../reward.ts'
import { rewardsApi } from '../rewards-api.ts'
import { RewardThread } from './RewardThread.tsx'
import './workers.css'

type Props = { reward: Reward }

export function Corrections({ reward: { corrections } }: Props): ReactNode {
  if (corrections.length === 0) return null
  return (
    <section className="panel" aria-labelledby="corrections-title">
      <h2 id="corrections-title">更正</h2>
      <ul className="plain-list worker-lines">
        {corrections.map(({ on, difference, reason, by }) => (
          <li key={`${on} ${difference} ${reason}`}>
            <span>
              <b>
                {difference === 0
                  ? '金额不变'
                  : `${difference > 0 ? '补发' : '退回'} ${yuanText(Math.abs(difference))} 元`}
              </b>{' '}
              {reason}
            </span>
            <span className="faint">
              {on}，{by}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Proof({ reward: { id, proof, may } }: Props): ReactNode {
  return (
    <section className="panel" aria-labelledby="proof-title">
      <h2 id="proof-title">证书</h2>
      {!proof && <p className="faint">没有证书的照片或扫描件。</p>}
      {proof && !may.includes('reward.seeProof') && (
        <p className="faint">证书上有完整的身份证号，只给申请和审定的人看。</p>
      )}
      {proof && may.includes('reward.seeProof') && (
        <>
          <FileLine file={proof} address={urlOf(rewardsApi.proof, { params: { id } })} />
          <p className="faint">每次查看都会留下记录。</p>
        </>
      )}
    </section>
  )
}

/** Nothing is told of claims that were made before threads were kept. */
export function Thread({ reward }: { reward: Claim }): ReactNode {
  const { id, thread, may } = reward
  if (thread.length === 0) return null
  const proofAt = (step: string) => urlOf(rewardsApi.proof, { params: { id }, query: { step } })
  return (
    <section className="panel" aria-labelledby="thread-title">
      <h2 id="thread-title">办理经过</h2>
      <RewardThread claim={reward} proofAt={may.includes('reward.seeProof') ? proofAt : null} />
    </section>
  )
}
