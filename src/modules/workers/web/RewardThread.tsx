// The thread of a claim: each step with who, when and which words, and what was sent with it.
import type { ReactNode } from 'react'
import { Timeline, Turn } from '../../../ui/Timeline.tsx'
import { type RewardThread as Claim, type RewardTurn, rewardStepWords } from '../reward.ts'
import { certifiedGrades } from '../worker.ts'
import './workers.css'

/** `proofAt`: where the scan of a step is; null where the reader may not look at it. */
type Props = { claim: Claim; proofAt: ((step: string) => string) | null }

export function RewardThread({ claim: { thread }, proofAt }: Props): ReactNode {
  return (
    <Timeline>
      {thread.toReversed().map((turn) => (
        <Turn key={turn.id} what={rewardStepWords[turn.step]} who={turn.by} at={turn.on}>
          {turn.words && <p className="reward-words">{turn.words}</p>}
          <Changes turn={turn} />
          {turn.proof && proofAt && (
            <a className="link reward-scan" href={proofAt(turn.id)} target="_blank" rel="noreferrer">
              {turn.proof.fileName}
            </a>
          )}
        </Turn>
      ))}
    </Timeline>
  )
}

const labels: Record<string, string> = {
  name: '姓名',
  identityMasked: '身份证号',
  grade: '职业资格',
  number: '证书编号',
  obtainedOn: '取得日期',
}

function Changes({ turn: { changes } }: { turn: RewardTurn }): ReactNode {
  if (changes.length === 0) return null
  return (
    <ul className="plain-list timeline-note">
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {labels[field] ?? field}：{said(from)} → {said(to)}
        </li>
      ))}
    </ul>
  )
}

const said = (value: string): string => (certifiedGrades as Record<string, string>)[value] ?? value
