// What is known of a thing, each fact under its name; a long one takes the whole width.
import type { ReactNode } from 'react'

export type Fact = readonly [label: string, value: ReactNode]

export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts facts-group">
      {facts.map(([label, value]) => (
        <div key={label} className={typeof value === 'string' && value.length > 24 ? 'fact-wide' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
