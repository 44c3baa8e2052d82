// Changes field by field: the old value struck through, an arrow, the new one.
import type { ReactNode } from 'react'

/** `from` null: there was nothing before. */
export type ChangeWords = { label: string; from: ReactNode; to: ReactNode }

export function Changes({ changes }: { changes: readonly ChangeWords[] }): ReactNode {
  if (changes.length === 0) return null
  return (
    <ul className="changes">
      {changes.map(({ label, from, to }) => (
        <li key={label} className="change">
          <span className="change-label">{label}：</span>
          {from && <From words={from} />}
          <ins className="change-to">{to}</ins>
        </li>
      ))}
    </ul>
  )
}

function From({ words }: { words: ReactNode }): ReactNode {
  return (
    <>
      <del className="change-from">{words}</del>
      <span className="change-arrow">
        <span aria-hidden="true">→</span>
        <span className="sr-only">改为</span>
      </span>
    </>
  )
}
