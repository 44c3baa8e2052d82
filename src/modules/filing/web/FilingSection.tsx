// On an organization's page: its applications, and the way to a higher tier.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { useMay } from '../../../ui/may.ts'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { isOpen } from '../offers.ts'
import { useApplications } from './filing-queries.ts'
import { askedWords, stateOf } from './filing-words.ts'
import './filing.css'

export function FilingSection({ organization }: { organization: Organization }): ReactNode {
  const { id, tier, status } = organization
  const { data, error, refetch } = useApplications({ organization: id, sort: 'recent', limit: 20 })
  const may = useMay()
  const items = data?.items ?? []
  const underway = items.some((one) => one.kind === 'upgrade' && isOpen(one.status))
  const canRise = tier !== 'registered' && status !== 'ended' && may('filing.create') && !underway
  if (data && items.length === 0 && !canRise) return null
  return (
    <PagePart
      id="filing"
      title="申请"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={items.length === 0 && '没有提出过申请。'}
    >
      <ul className="filing-lines">
        {items.map((one) => (
          <li key={one.id}>
            <Link to={`/applications/${one.id}`}>{askedWords(one)}</Link>
            <StateTag {...stateOf(one)} />
            <span className="faint">{one.decidedOn ?? one.submittedOn}</span>
          </li>
        ))}
      </ul>
      {canRise && (
        <ButtonLink to={`/applications/new?organization=${id}`}>
          {tier === 'guided' ? '申请备案或登记' : '申请登记'}
        </ButtonLink>
      )}
    </PagePart>
  )
}
