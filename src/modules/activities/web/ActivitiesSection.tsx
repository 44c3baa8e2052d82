// Activities on an organization's page: the coming and the newest ones, how many this year, and the way to a new one.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dayIn } from '../../../kernel/minute.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { type ActivityLine, activityStatuses } from '../activity.ts'
import { useActivitiesOf } from './activity-queries.ts'
import { peopleWords, statusTones } from './activity-words.ts'
import './activities.css'

/** More are behind a fold. */
const shownAtOnce = 4

export function ActivitiesSection({ organization }: { organization: Organization }): ReactNode {
  const { data, error, refetch } = useActivitiesOf(organization.id)
  if (data?.items.length === 0 && !data.mayPlan) return null
  return (
    <PagePart
      id="activities"
      title="活动"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data?.items.length === 0 && '还没有办过活动。'}
    >
      {data && data.items.length > 0 && (
        <p className="faint">
          今年办了 {data.held.thisYear} 次，去年 {data.held.lastYear} 次。
        </p>
      )}
      <Lines lines={data?.items.slice(0, shownAtOnce) ?? []} />
      {data && data.items.length > shownAtOnce && (
        <details className="activity-former">
          <summary>更早的 {data.items.length - shownAtOnce} 次</summary>
          <Lines lines={data.items.slice(shownAtOnce)} />
        </details>
      )}
      {data?.mayPlan && organization.status !== 'ended' && (
        <p className="no-print">
          <ButtonLink to={`/activities/new?organization=${organization.id}`}>安排活动</ButtonLink>
        </p>
      )}
    </PagePart>
  )
}

function Lines({ lines }: { lines: readonly ActivityLine[] }): ReactNode {
  return (
    <ul className="activity-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <Link to={`/activities/${line.id}`}>{line.title}</Link>
          <StateTag
            tone={line.unreported ? 'overdue' : statusTones[line.status]}
            word={line.unreported ? '未报告' : activityStatuses[line.status]}
          />
          <span className="faint">{[dayIn(line.from), peopleWords(line)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
