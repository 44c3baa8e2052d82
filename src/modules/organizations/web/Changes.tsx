// Changes field by field: the old value struck through, an arrow, the new one.
import type { ReactNode } from 'react'

export type ChangeWords = { label: string; from: string; to: string }

export function Changes({ changes }: { changes: readonly ChangeWords[] }): ReactNode {
  if (changes.length === 0) return null
  return (
    <ul className="changes">
      {changes.map(({ label, from, to }) => (
        <li key={label} className="change">
          <span className="change-label">{label}：</span>
          <del className="change-from">{from || '空'}</del>
          <span className="change-arrow">
            <span aria-hidden="true">→</span>
            <span className="sr-only">改为</span>
          </span>
          <ins className="change-to">{to || '空'}</ins>
        </li>
      ))}
    </ul>
  )
}
