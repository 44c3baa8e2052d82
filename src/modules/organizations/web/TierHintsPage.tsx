// Organizations whose facts point to another tier: those that stay where they are all the same are kept at once.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { tiers } from '../choices.ts'
import type { HintedOne } from '../tiers-api.ts'
import { type KeptResult, useKeepTiers, useTierHints } from './tier-queries.ts'
import './tier.css'

export function TierHintsPage(): ReactNode {
  const ids = idsIn(useSearchParams()[0].get('ids'))
  const { data, error, refetch } = useTierHints(ids)
  const [results, setResults] = useState<readonly KeptResult[] | null>(null)
  return (
    <>
      <PageHeader
        title="核对管理方式"
        sentence="规模有变化的组织：可以一起维持现有的管理方式；要改的，点开逐个处理。"
        back={{ to: '/work', label: '待办' }}
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {results ? (
        <Results results={results} />
      ) : data ? (
        <Hints items={data.items} all={ids !== undefined} onDone={setResults} />
      ) : (
        !error && <PageBones />
      )}
    </>
  )
}

/** None named: all. */
const idsIn = (text: string | null): string[] | undefined => text?.split(',').filter(Boolean)

/** `all`: they were chosen in the queue already. */
type HintsProps = {
  items: readonly HintedOne[]
  all: boolean
  onDone: (results: readonly KeptResult[]) => void
}

function Hints({ items, all, onDone }: HintsProps): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>(all ? items.map(({ id }) => id) : [])
  const [asking, setAsking] = useState(false)
  const keep = useKeepTiers()
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  if (items.length === 0)
    return <EmptyHint title="没有要核对的组织。">规模有变化时，会再出现在待办里。</EmptyHint>
  return (
    <section className="panel">
      <h2>共 {items.length} 个</h2>
      <ul className="plain-list tier-hints">
        {items.map((item) => (
          <li key={item.id}>
            <label>
              <input type="checkbox" checked={chosen.includes(item.id)} onChange={() => toggle(item.id)} />
              <span className="sr-only">维持{item.name}的管理方式</span>
            </label>
            <span>
              <Link className="link" to={`/organizations/${item.id}#tier`}>
                {item.name}
              </Link>{' '}
              <span className="faint">
                {item.areaName} · {tiers[item.tier]}
              </span>
            </span>
            <StateTag tone="behind" word={item.words} />
          </li>
        ))}
      </ul>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
        维持 {chosen.length} 个的管理方式
      </Button>
      {asking && (
        <ConfirmWithReason
          open
          title={`维持 ${chosen.length} 个组织的管理方式`}
          explain="人数、资金等情况有变化时会再次提示。"
          confirmText="维持"
          onConfirm={async ({ reason }) =>
            onDone((await keep.mutateAsync({ ids: [...chosen], reason })).results)
          }
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

function Results({ results }: { results: readonly KeptResult[] }): ReactNode {
  return (
    <section className="panel" role="status">
      <h2>
        已维持 {results.filter(({ ok }) => ok).length} 个，没有办成 {results.filter(({ ok }) => !ok).length}{' '}
        个
      </h2>
      <ul className="plain-list tier-hints">
        {results.map(({ id, name, ok, message }) => (
          <li key={id}>
            <StateTag tone={ok ? 'met' : 'overdue'} word={message} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
