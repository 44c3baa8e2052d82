// What waits, one line for each kind of step: for the home page and the head of the queue.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from '../../../ui/icons.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { WorkLine } from '../queues-api.ts'
import { countWords, lineState, pathOf } from './work-words.ts'
import './work.css'

/** Those of which something waits, the nearest date first. */
export const waitingLines = (lines: readonly WorkLine[]): WorkLine[] =>
  lines
    .filter(({ count }) => count.value > 0)
    .sort((a, b) => ((a.earliestDue ?? '9999') < (b.earliestDue ?? '9999') ? -1 : 1))

export function WorkLines({
  lines,
  overseen = false,
}: {
  lines: readonly WorkLine[]
  overseen?: boolean
}): ReactNode {
  return (
    <ul className="panel work-lines">
      {waitingLines(lines).map((line) => (
        <Line key={line.source} line={line} overseen={overseen} />
      ))}
    </ul>
  )
}

function Line({ line, overseen }: { line: WorkLine; overseen: boolean }): ReactNode {
  const state = lineState(line)
  return (
    <li className="work-line">
      <div className="work-line-words">
        <Link className="work-link" to={pathOf(line, overseen)}>
          {line.title}
        </Link>
        {line.first && <small>{firstWords(line)}</small>}
      </div>
      <b className="work-count">{countWords(line)}</b>
      <span className="work-due">
        {state && <StateTag {...state} />}
        <Icon name="right" size={16} />
      </span>
    </li>
  )
}

const firstWords = ({ first, count }: WorkLine): string =>
  count.value > 1 ? `${first?.label} 等` : (first?.label ?? '')
