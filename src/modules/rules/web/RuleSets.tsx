// Which areas have a rule set of their own: from the country down to the townships that decided something otherwise.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../../ui/may.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { RuleSetSummary } from '../rules-api.ts'
import { useRuleSets } from './rules-queries.ts'

/** `above`: areas whose sets the reader only inherits, and cannot open. */
export function RuleSets({ above }: { above: readonly (string | null)[] }): ReactNode {
  const { data, error, refetch } = useRuleSets()
  const may = useMay()
  if (!may('rule.see')) return null
  return (
    <section className="panel rules-history">
      <h2>各地的规则集</h2>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <ul className="plain-list">
        {data?.items.map((set) => (
          <li key={set.id}>
            <SetName set={set} open={!above.includes(set.area)} />{' '}
            <span className="faint">
              第 {set.version} 版，规定 {set.decides} 条
            </span>
          </li>
        ))}
      </ul>
      {data?.items.length === 0 && <p className="faint">还没有哪个地区另外规定，都按默认。</p>}
    </section>
  )
}

function SetName({ set, open }: { set: RuleSetSummary; open: boolean }): ReactNode {
  const name = `${set.areaName} · ${set.title}`
  return open && set.area ? (
    <Link className="link" to={`/rules?area=${set.area}`}>
      {name}
    </Link>
  ) : (
    name
  )
}
