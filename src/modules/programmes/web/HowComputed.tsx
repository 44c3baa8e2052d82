// How a figure came about: formula, numbers, who was counted, what was left out and why, and how words were read.
import type { ReactNode } from 'react'
import type { Breakdown } from '../programmes-api.ts'

export function HowComputed({ breakdown }: { breakdown: Breakdown }): ReactNode {
  const { explanation, footnotes } = breakdown
  return (
    <section className="panel">
      <h2>这个数怎么来的</h2>
      <ul className="how">
        {explanation.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {footnotes.length > 0 && (
        <>
          <h3>读法</h3>
          <ul className="notes">
            {footnotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
