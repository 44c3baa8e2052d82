// One service project: what it is for, what came of it, what happened to it, and what can be done next.
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { Facts } from '../../../ui/Facts.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { Timeline, Turn, TurnNote } from '../../../ui/Timeline.tsx'
import { HonorLines } from '../../honors/web/HonorLines.tsx'
import { useHonorsOf } from '../../honors/web/honor-queries.ts'
import { useMay } from '../../people/web/session-queries.ts'
import { beneficiaryKinds, budgetSources, type Project, projectStatuses } from '../project.ts'
import { ProjectActions } from './ProjectActions.tsx'
import { useProject } from './project-queries.ts'
import { actionWords, daysText, people, statusTones, yuan } from './project-words.ts'
import '../../organizations/web/organizations.css'
import './projects.css'

const back = { to: '/projects', label: '服务项目' }

export function ProjectPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useProject(id)
  if (data) return <Shown project={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="服务项目" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ project }: { project: Project }): ReactNode {
  const { title, status, organization, organizationName, demo } = project
  return (
    <>
      <PageHeader
        title={title}
        mark={<StateTag tone={statusTones[status]} word={projectStatuses[status]} />}
        sentence={
          <>
            <Link to={`/organizations/${organization}#projects`}>{organizationName}</Link> ·{' '}
            {daysText(project)}
            {demo && ' · 演示数据'}
          </>
        }
        back={back}
      />
      <ProjectActions project={project} />
      <div className="organization-layout">
        <div>
          <Outcome project={project} />
          <Plan project={project} />
          <Titles project={project} />
        </div>
        <Happenings project={project} />
      </div>
    </>
  )
}

function Outcome({ project }: { project: Project }): ReactNode {
  const { status, result, reason, cost, reached, endsOn } = project
  if (status === 'stopped') {
    return (
      <section className="panel" aria-labelledby="outcome-title">
        <h2 id="outcome-title">中止</h2>
        <p className="project-words">
          {endsOn} 中止：{reason}
        </p>
      </section>
    )
  }
  if (status !== 'finished') return null
  return (
    <section className="panel" aria-labelledby="outcome-title">
      <h2 id="outcome-title">结果</h2>
      <p className="project-words">{result}</p>
      <Facts
        facts={[
          ['受益', people(reached)],
          ...project.beneficiaries
            .filter((one) => one.reached !== null)
            .map((one): [string, string] => [`其中${beneficiaryKinds[one.kind]}`, people(one.reached)]),
          ['实际支出', yuan(cost)],
        ]}
      />
    </section>
  )
}

function Plan({ project }: { project: Project }): ReactNode {
  const { need, plan, budget, budgetSource, beneficiaries, follows, onBehalf } = project
  const planned = beneficiaries.filter((one) => one.planned !== null || one.reached === null)
  return (
    <section className="panel" aria-labelledby="plan-title">
      <h2 id="plan-title">计划</h2>
      <Facts
        facts={[
          ['居民的需要', need],
          ['打算怎么做', plan ?? '没有写'],
          ['为谁办', planned.map(plannedText).join('，') || '没有写'],
          ['经费预算', yuan(budget)],
          ['经费来源', budgetSource ? budgetSources[budgetSource] : '不详'],
          ...(onBehalf ? ([['登记', '由工作人员代填']] as [string, string][]) : []),
        ]}
      />
      {follows && (
        <p>
          照 {follows.year} 年的 <Link to={`/projects/${follows.id}`}>{follows.title}</Link> 办
        </p>
      )}
    </section>
  )
}

/** The titles that were given to this project; its organization's own are on that page. */
function Titles({ project: { id, organization } }: { project: Project }): ReactNode {
  const may = useMay()('honor.see')
  const { data } = useHonorsOf(may ? organization : null)
  const own = data?.items.filter((one) => one.project === id) ?? []
  if (own.length === 0) return null
  return (
    <section className="panel" aria-labelledby="titles-title">
      <h2 id="titles-title">品牌与荣誉</h2>
      <HonorLines honors={own} />
    </section>
  )
}

const plannedText = ({ kind, planned }: Project['beneficiaries'][number]): string =>
  `${beneficiaryKinds[kind]}${planned === null ? '' : ` ${planned} 人`}`

function Happenings({ project }: { project: Project }): ReactNode {
  return (
    <section className="panel" aria-labelledby="happenings-title">
      <h2 id="happenings-title">经过</h2>
      {project.happenings.length === 0 && <p className="faint">还没有在这里改动过。</p>}
      <Timeline>
        {project.happenings.map(({ at, who, action, effectiveOn, reason }) => (
          <Turn key={at + action} what={actionWords[action] ?? action} who={who} at={at}>
            <TurnNote words={effectiveOn} />
            <TurnNote words={reason} />
          </Turn>
        ))}
      </Timeline>
    </section>
  )
}
