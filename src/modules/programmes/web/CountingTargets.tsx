// The targets that count a measure, above the records themselves: where each stands, and the way to it.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { StateTag } from '../../../ui/StateTag.tsx'
import { usePosting } from '../../people/web/session-queries.ts'
import type { CountingTarget } from '../programmes-api.ts'
import { targetPath } from './place.ts'
import { useCountingTargets } from './programme-queries.ts'
import { rowLook } from './states.ts'
import './counting.css'

/** Nothing until it is known, and where no target counts it. */
export function CountingTargets({ measure }: { measure: string }): ReactNode {
  const [posting] = usePosting()
  const { data } = useCountingTargets(measure, posting?.area)
  if (!data || data.items.length === 0) return null
  return (
    <section className="counting" aria-label="相关目标">
      <ul>
        {data.items.map((one) => (
          <Line key={`${one.programme} ${one.target}`} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Line({ one }: { one: CountingTarget }): ReactNode {
  return (
    <li>
      <StateTag {...rowLook(one)} />
      <Link to={targetPath(one.programme, one.target, { area: one.area.code })}>{one.title}</Link>
      <span className="faint">
        {[one.area.name, `现在 ${one.value}`, one.gap].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}
