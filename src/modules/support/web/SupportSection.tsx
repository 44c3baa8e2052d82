// Incubation on an organization's page: where it is or was, the way to ask for a place, the platforms that it runs.

import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Day } from '../../../kernel/time.ts'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { type Incubation, incubationStatuses, results } from '../incubation.ts'
import { platformKinds } from '../platform.ts'
import { ApplyDialog } from './ApplyDialog.tsx'
import { useOfOrganization } from './support-queries.ts'
import { statusTone } from './support-words.ts'
import './support.css'

type Props = { organization: Organization }

export function SupportSection({ organization }: Props): ReactNode {
  const { data, error, refetch } = useOfOrganization(organization.id)
  return (
    <PagePart
      id="incubation"
      title="孵化"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data && data.incubations.length + data.operates.length === 0 && '没有入驻过孵化基地。'}
    >
      {data && (
        <>
          <Stays incubations={data.incubations} stages={data.stages} />
          {mayApply(organization, data) && <Apply organization={organization} />}
          {data.operates.length > 0 && (
            <>
              <h3>它运营的平台</h3>
              <ul className="plain-list">
                {data.operates.map(({ id, name, kind, openedOn }) => (
                  <li key={id}>
                    <Link className="link" to={`/support/${id}`}>
                      {name}
                    </Link>{' '}
                    <span className="faint">
                      {platformKinds[kind]} · {openedOn} 起
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </PagePart>
  )
}

const isOpen = ({ status }: Incubation): boolean => ['applied', 'accepted', 'entered'].includes(status)

const mayApply = (
  { status }: Organization,
  { may, incubations }: { may: readonly string[]; incubations: readonly Incubation[] },
): boolean => status !== 'ended' && may.includes('incubation.apply') && !incubations.some(isOpen)

type StaysProps = { incubations: readonly Incubation[]; stages: Readonly<Record<string, string>> }

function Stays({ incubations, stages }: StaysProps): ReactNode {
  const today = useSession().today as Day
  if (incubations.length === 0) return null
  return (
    <ul className="support-money">
      {incubations.map((one) => (
        <li key={one.id}>
          <div className="support-money-head">
            <Link to={`/incubation/${one.id}`}>{one.platform.name}</Link>
            <StateTag tone={statusTone(one, today)} word={incubationStatuses[one.status]} />
          </div>
          <p className="faint">{wordsOf(one, stages)}</p>
        </li>
      ))}
    </ul>
  )
}

function wordsOf(
  { appliedOn, enteredOn, exitedOn, result, stage }: Incubation,
  stages: StaysProps['stages'],
) {
  const when = exitedOn ? `${enteredOn} 至 ${exitedOn}` : enteredOn ? `${enteredOn} 起` : `${appliedOn} 申请`
  return [when, result ? results[result] : stage && (stages[stage] ?? stage)].filter(Boolean).join(' · ')
}

function Apply({ organization }: Props): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <p className="no-print">
      <Button onClick={() => setOpen(true)}>申请入驻孵化</Button>
      {open && <ApplyDialog organization={organization} onClose={() => setOpen(false)} />}
    </p>
  )
}
