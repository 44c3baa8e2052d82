// Records in the order of time: when, what, how much, each with the page where it is kept.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../../kernel/time.ts'
import type { Fact } from '../fact.ts'
import { countWords, dayWords } from '../year-words.ts'

type Props = {
  facts: readonly Fact[]
  /** The last day that is looked at: what ends later goes on. */
  to: Day
  /** Says of each what kind of record it is: where records of several kinds stand together. */
  kinds?: boolean
}

export function FactList({ facts, to, kinds = false }: Props): ReactNode {
  return (
    <ol className="fact-list">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p className="fact-head">
            <span className="fact-day">{dayWords(fact, to)}</span>
            <span className="fact-words">
              {kinds && <span className="fact-kind">{fact.measureTitle}</span>}
              {fact.link ? <Link to={fact.link}>{fact.title}</Link> : fact.title}{' '}
              <b className="nowrap">{countWords(fact)}</b>
            </span>
          </p>
          {(fact.note || fact.detail) && (
            <p className="fact-note">{[fact.note, fact.detail].filter(Boolean).join('；')}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
