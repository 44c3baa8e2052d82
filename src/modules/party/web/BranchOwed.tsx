// Which meetings a branch owes now, kind by kind; one tap records one.
import type { ReactNode } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Branch } from '../branches-api.ts'
import { type ActivityKind, activityKinds, everyWords } from '../party.ts'

type Props = { branch: Branch; record: ((kind: ActivityKind) => void) | null }

export function BranchOwed({ branch: { owed, committee, dissolvedOn }, record }: Props): ReactNode {
  if (dissolvedOn !== null) return null
  return (
    <section className="panel" aria-labelledby="owed">
      <h2 id="owed">这一期的组织生活</h2>
      <ul className="plain-list">
        {owed.map((one) => (
          <li key={one.kind} className="party-owed">
            <span>
              <b>{activityKinds[one.kind]}</b> <span className="faint small">{everyWords[one.every]}</span>
              {one.lastHeld && <span className="party-last faint small">上次 {one.lastHeld}</span>}
            </span>
            <OwedState one={one} />
            {record && one.due !== null && (
              <button
                type="button"
                className="text-button no-print"
                aria-label={`记一次${activityKinds[one.kind]}`}
                onClick={() => record(one.kind)}
              >
                记一次
              </button>
            )}
          </li>
        ))}
      </ul>
      {committee === null && <p className="faint small">不设支部委员会的，不要求支委会。</p>}
    </section>
  )
}

function OwedState({ one: { held, due } }: { one: Branch['owed'][number] }): ReactNode {
  const { today } = useSession()
  if (held || due === null) return <StateTag tone="met" word="已办" />
  if (due < today) return <StateTag tone="overdue" word={`${due} 前未办`} />
  return <StateTag tone="onCourse" word={`${due} 前要办`} />
}
