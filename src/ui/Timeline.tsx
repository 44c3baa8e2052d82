// What happened, turn by turn: who did what, when; and under it what was said or changed.
import type { ReactNode } from 'react'
import { momentText } from './moment-text.ts'
import './timeline.css'

export const Timeline = ({ children }: { children: ReactNode }): ReactNode => (
  <ol className="timeline">{children}</ol>
)

/** `at`: a moment, or a day where only the day is known. */
type TurnProps = { what: ReactNode; who: ReactNode; at: string; children?: ReactNode }

export const Turn = ({ what, who, at, children }: TurnProps): ReactNode => (
  <li>
    <p className="timeline-head">
      <b>{what}</b>
      <span>{who}</span>
      <time className="timeline-when" dateTime={at}>
        {at.includes('T') ? momentText(at) : at}
      </time>
    </p>
    {children}
  </li>
)

/** What was said with it, where something was. */
export const TurnNote = ({ words }: { words: ReactNode }): ReactNode =>
  words ? <p className="timeline-note">{words}</p> : null
