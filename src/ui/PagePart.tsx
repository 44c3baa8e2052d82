// A part of a long page: found by its anchor and by the page's index, one line while there is nothing in it.
import { type ReactNode, useEffect } from 'react'
import { Bones } from './PageBones.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { useParts } from './page-parts.ts'
import { useShownWhenAsked } from './use-shown-when-asked.ts'
import './page-part.css'

type Props = {
  /** Anchor, and name in the index. */
  id: string
  title: string
  className?: string
  /** Nothing has arrived yet. */
  waiting?: boolean
  problem?: Error | null
  retry?: () => void
  /** What is said while there is nothing; the content, the way to a first entry, stands on the same line. */
  empty?: ReactNode
  children?: ReactNode
}

export function PagePart({ id, title, className, empty, children, ...asked }: Props): ReactNode {
  const { waiting = false, problem = null, retry } = asked
  const section = useShownWhenAsked(id, !waiting)
  const isEmpty = Boolean(empty) && !waiting && !problem
  useAnnounced(id, isEmpty)
  const heading = <h2 id={`${id}-heading`}>{title}</h2>
  return (
    <section
      ref={section}
      id={id}
      className={`panel page-part ${className ?? ''}`}
      aria-labelledby={`${id}-heading`}
    >
      {isEmpty ? (
        <div className="page-part-line">
          {heading}
          <span className="faint">{empty}</span>
          {children}
        </div>
      ) : (
        <>
          {heading}
          <ProblemAlert problem={problem} {...(retry && { retry })} />
          {waiting && !problem ? <Bones lines={2} /> : children}
        </>
      )}
    </section>
  )
}

function useAnnounced(id: string, isEmpty: boolean): void {
  const { announce, leave } = useParts()
  useEffect(() => announce(id, isEmpty), [announce, id, isEmpty])
  useEffect(() => () => leave(id), [leave, id])
}
