// The index of a long page: one press to each part; on a phone a button brings the reader back up to it.
import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { useParts } from './page-parts.ts'
import './page-part.css'

export type IndexEntry = { id: string; title: string }

/** Entries stand from the beginning, so that nothing moves; a part that turns out to have nothing to show goes. */
export function PartIndex({ entries }: { entries: readonly IndexEntry[] }): ReactNode {
  const { states } = useParts()
  return (
    <>
      <nav id="page-index" className="page-index no-print" aria-label="本页内容">
        <ul>
          {entries
            .filter(({ id }) => states[id] !== 'gone')
            .map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className={states[id] === 'empty' ? 'index-empty' : undefined}>
                  {title}
                  {states[id] === 'empty' && <span className="sr-only">（无）</span>}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <a href="#page-index" className="to-index no-print">
        <Icon name="book" size={18} />
        本页内容
      </a>
    </>
  )
}
