// How a charter was adopted: who could vote, who was there, how they voted.
import { type ReactNode, useState } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type Charter, type Vote, voteResults } from '../charter.ts'
import { dayText } from '../day-text.ts'
import { shareWords } from '../shares.ts'
import { demandsOf } from '../vote-rules.ts'
import { CorrectVoteDialog } from './CorrectVoteDialog.tsx'
import { shareOf } from './charter-words.ts'

export function VoteRecord({ charter }: { charter: Charter }): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <section className="panel" aria-label="表决">
      <h2>表决</h2>
      {charter.vote ? <Counted vote={charter.vote} /> : <NoVote charter={charter} />}
      {isCorrectable(charter) && (
        <button type="button" className="text-button no-print" onClick={() => setOpen(true)}>
          {charter.vote ? '更正表决记录' : '找到记录了，补记'}
        </button>
      )}
      {open && <CorrectVoteDialog charter={charter} onClose={() => setOpen(false)} />}
    </section>
  )
}

const isCorrectable = ({ may, status }: Charter): boolean =>
  may.includes('charter.adopt') && status !== 'draft' && status !== 'discarded'

function Counted({ vote }: { vote: Vote }): ReactNode {
  const isAdopted = vote.result === 'adopted'
  return (
    <>
      <p>
        <StateTag tone={isAdopted ? 'met' : 'overdue'} word={voteResults[vote.result]} />
      </p>
      <p>{vote.because}。</p>
      <VoteBar vote={vote} />
      <dl className="facts charter-facts">
        <Fact label="会议日期" value={dayText(vote.heldOn)} />
        <Fact label="会议地点" value={vote.place} />
        <Fact
          label="到会"
          value={`${vote.present} / ${vote.entitled} 人（${shareOf(vote.present, vote.entitled)}）`}
        />
        <Fact label="记录人" value={vote.recorder} />
      </dl>
      {vote.onBehalf && <p className="faint small">由社区或者街道（乡镇）代为登记。</p>}
    </>
  )
}

const Fact = ({ label, value }: { label: string; value: string }): ReactNode => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

/** Ballots as parts of a bar, each with its word and number beside it. */
function VoteBar({ vote: { inFavour, against, abstaining } }: { vote: Vote }): ReactNode {
  const parts = [
    { name: 'favour', word: '赞成', count: inFavour },
    { name: 'against', word: '反对', count: against },
    { name: 'abstaining', word: '弃权', count: abstaining },
  ]
  return (
    <div className="vote-bar">
      <div className="vote-parts" aria-hidden="true">
        {parts.map(({ name, count }) => (
          <span key={name} className={`vote-${name}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul>
        {parts.map(({ name, word, count }) => (
          <li key={name}>
            <span className={`vote-dot vote-${name}`} aria-hidden="true" />
            {word} {count}
          </li>
        ))}
      </ul>
    </div>
  )
}

function NoVote({ charter }: { charter: Charter }): ReactNode {
  if (charter.withoutVote) return <p>没有表决记录：{charter.withoutVote}</p>
  if (charter.status !== 'draft') return <p className="faint">没有表决。</p>
  const { quorum, majority, source } = demandsOf(charter.rules, charter)
  return (
    <>
      <p className="faint">还没有表决。</p>
      <p>
        {charter.amends ? '这是修改章程：' : ''}要有{shareWords(quorum)}的成员到会，到会成员的
        {shareWords(majority)}赞成（依据：{source}）。
      </p>
    </>
  )
}
