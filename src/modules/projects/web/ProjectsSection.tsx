// Projects on an organization's page: this year's, the former ones, and the way to a new one.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { type ProjectLine, projectStatuses } from '../project.ts'
import { useProjectsOf } from './project-queries.ts'
import { daysText, statusTones } from './project-words.ts'
import './projects.css'

type Props = { organization: Organization }

export function ProjectsSection({ organization }: Props): ReactNode {
  const { data, error, refetch } = useProjectsOf(organization.id)
  const year = Number(useSession().today.slice(0, 4))
  if (data?.items.length === 0 && !data.mayPlan) return null
  const now = data?.items.filter((one) => one.year >= year) ?? []
  const before = data?.items.filter((one) => one.year < year) ?? []
  return (
    <PagePart
      id="projects"
      title="服务项目"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data?.items.length === 0 && '还没有；每年至少办一个。'}
    >
      {before.length > 0 && now.length === 0 && (
        <p className="faint">{year} 年还没有服务项目；每年至少办一个。</p>
      )}
      <Lines projects={now} />
      {data?.mayPlan && <Plan organization={organization} last={before[0]} why={data.whyNotPlan} />}
      {before.length > 0 && (
        <details className="project-former">
          <summary>以前的项目（{before.length} 个）</summary>
          <Lines projects={before} />
        </details>
      )}
    </PagePart>
  )
}

function Lines({ projects }: { projects: readonly ProjectLine[] }): ReactNode {
  if (projects.length === 0) return null
  return (
    <ul className="project-lines">
      {projects.map((one) => (
        <li key={one.id}>
          <Link to={`/projects/${one.id}`}>{one.title}</Link>
          <StateTag tone={statusTones[one.status]} word={projectStatuses[one.status]} />
          <span className="faint">{daysText(one)}</span>
        </li>
      ))}
    </ul>
  )
}

type PlanProps = Props & { last: ProjectLine | undefined; why: string | null }

function Plan({ organization, last, why }: PlanProps): ReactNode {
  if (why !== null) return <p className="faint">{why}</p>
  const form = `/organizations/${organization.id}/projects/new`
  return (
    <div className="project-actions no-print">
      {last && <ButtonLink to={`${form}?like=${last.id}`}>照“{last.title}”再办一次</ButtonLink>}
      <ButtonLink to={form}>新项目</ButtonLink>
    </div>
  )
}
