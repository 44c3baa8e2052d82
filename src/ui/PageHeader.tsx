// The head of every page: title, one sentence, one main action.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './icons.tsx'
import { useTitle } from './use-title.ts'

type Props = {
  title: string
  /** One sentence: what stands here, or what to do. */
  sentence?: ReactNode
  /** The one main action. */
  action?: ReactNode
  /** Lesser actions, left of the main one. */
  extra?: ReactNode
  /** Where this page hangs: a link above the title. */
  back?: { to: string; label: string }
  /** Beside the title: a state. */
  mark?: ReactNode
}

export function PageHeader({ title, sentence, action, extra, back, mark }: Props): ReactNode {
  useTitle(title)
  return (
    <div className="page-header">
      <div className="page-header-words">
        {back && (
          <Link className="page-back" to={back.to}>
            <Icon name="left" size={16} />
            {back.label}
          </Link>
        )}
        <h1>
          {title} {mark}
        </h1>
        {sentence && <p className="page-sentence">{sentence}</p>}
      </div>
      {(action || extra) && (
        <div className="page-actions">
          {extra}
          {action}
        </div>
      )}
    </div>
  )
}
