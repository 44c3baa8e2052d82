// Is this paper real, and does it hold? What pages for everybody who has scanned a QR code have in common.
import type { ReactNode } from 'react'
import { CallProblem } from './call.ts'
import { type Fact, Facts } from './Facts.tsx'
import { OpenPage } from './OpenPage.tsx'
import { Bones } from './PageBones.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { StateShape, type Tone } from './StateTag.tsx'
import { useTitle } from './use-title.ts'
import './verification.css'

type Props<Paper> = {
  title: string
  /** What was asked; null: nothing yet. */
  asked: {
    data: Paper | undefined
    error: unknown
    isFetching: boolean
    refetch: () => unknown
  } | null
  answer: (paper: Paper) => ReactNode
  /** Says what the page does not. */
  note: string
  /** Another way of asking. */
  children?: ReactNode
}

export function Verification<Paper extends { demo: boolean }>(props: Props<Paper>): ReactNode {
  const { title, asked, answer, note, children } = props
  useTitle(title)
  return (
    <OpenPage demo={asked?.data?.demo ?? false}>
      <div className="verify">
        <h1>{title}</h1>
        {asked && (
          <section aria-live="polite" aria-label="查验结果">
            {asked.data && answer(asked.data)}
            {!asked.data && asked.isFetching && <Bones lines={5} />}
            {!asked.data && !asked.isFetching && (
              <Unknown problem={asked.error} retry={() => void asked.refetch()} />
            )}
          </section>
        )}
        {children}
        <p className="faint small">{note}</p>
      </div>
    </OpenPage>
  )
}

/** No such paper is an answer of its own; anything else is a fault. */
function Unknown({ problem, retry }: { problem: unknown; retry: () => void }): ReactNode {
  if (!(problem instanceof CallProblem) || problem.status !== 404)
    return <ProblemAlert problem={problem} retry={retry} />
  return (
    <div className="panel verify-answer">
      <State tone="overdue" word="查无此证" sentence={problem.message} />
      <p>{problem.mend}</p>
    </div>
  )
}

type Answer = {
  tone: Tone
  word: string
  sentence: string
  /** Said of a made-up paper. */
  demo: string | false
  facts: readonly Fact[]
  children?: ReactNode
}

export function VerificationAnswer({ tone, word, sentence, demo, facts, children }: Answer): ReactNode {
  return (
    <div className="panel verify-answer">
      <State tone={tone} word={word} sentence={sentence} />
      {demo && <p className="note-strip">{demo}</p>}
      <Facts facts={facts} />
      {children}
    </div>
  )
}

const State = ({ tone, word, sentence }: Pick<Answer, 'tone' | 'word' | 'sentence'>): ReactNode => (
  <>
    <p className={`verify-state state-${tone}`}>
      <StateShape tone={tone} size={22} />
      {word}
    </p>
    <p className="verify-sentence">{sentence}</p>
  </>
)
