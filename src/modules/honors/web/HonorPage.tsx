// One title: what it is, why, how far it is, what was objected, and what can be done with it now.
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { Timeline, Turn, TurnNote } from '../../../ui/Timeline.tsx'
import { type HonorInFull, honorLevels, honorStepKinds, honorSubjects, honorThemes } from '../honor.ts'
import { EvidencePart } from './EvidencePart.tsx'
import { HonorActions } from './HonorActions.tsx'
import { HonorStateTag } from './HonorStateTag.tsx'
import { useHonor } from './honor-queries.ts'
import { NoticePapers } from './NoticePapers.tsx'
import { ObjectionsPart } from './ObjectionsPart.tsx'
import '../../organizations/web/organizations.css'
import './honors.css'

const back = { to: '/honors', label: '品牌与试点' }

export function HonorPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useHonor(id)
  if (data) return <Shown honor={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="称号" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ honor }: { honor: HonorInFull }): ReactNode {
  return (
    <>
      <PageHeader
        title={honor.name}
        mark={<HonorStateTag state={honor.state} />}
        sentence={`${honor.title} · ${honor.areaName}`}
        back={back}
        extra={<PrintMenu />}
      />
      <div className="organization-layout">
        <div>
          <section className="panel honor-panel" aria-labelledby="honor-title">
            <h2 id="honor-title">称号</h2>
            <Facts honor={honor} />
            <HonorActions honor={honor} />
            {hasNotice(honor) && <NoticePapers id={honor.id} />}
          </section>
          <ObjectionsPart honor={honor} />
          <EvidencePart honor={honor} />
        </div>
        <Thread honor={honor} />
      </div>
    </>
  )
}

/** While it runs for everybody, afterwards for those who decide. */
const hasNotice = ({ state, noticeFrom, may }: HonorInFull): boolean =>
  state === 'noticed' || (noticeFrom !== null && may.includes('honor.decide'))

function Facts({ honor }: { honor: HonorInFull }): ReactNode {
  return (
    <>
      <dl className="facts">
        {factsOf(honor).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="honor-reason">
        <b>理由：</b>
        {honor.reason}
      </p>
    </>
  )
}

/** Only what there is to say. */
function factsOf(honor: HonorInFull): [string, ReactNode][] {
  const {
    subject,
    organization,
    project,
    name,
    level,
    deskName,
    year,
    theme,
    awardedOn,
    validUntil,
    document,
  } = honor
  const carrier = organization && (
    <Link key="organization" className="link" to={`/organizations/${organization.id}`}>
      {organization.name}
    </Link>
  )
  const all: [string, ReactNode][] = [
    ['主体', carrier && subject === 'organization' ? carrier : honorSubjects[subject]],
    [
      '项目',
      project && (
        <Link key="project" className="link" to={`/projects/${project}`}>
          {name}
        </Link>
      ),
    ],
    ['承担的组织', subject === 'project' ? carrier : null],
    ['级别', level === 'province' ? honorLevels[level] : `${honorLevels[level]}（${deskName}）`],
    ['年度', year],
    ['试什么', theme && honorThemes[theme]],
    ['评审期限', honor.status === 'nominated' ? honor.dueOn : null],
    ['公示', honor.noticeFrom && `${honor.noticeFrom} 至 ${honor.noticeUntil}`],
    ['公布日期', awardedOn],
    ['有效期至', awardedOn && (validUntil ?? '长期有效')],
    ['公布的文件', document],
    ['撤销日期', honor.withdrawnOn],
  ]
  return all.filter(([, value]) => value !== null)
}

function Thread({ honor: { steps } }: { honor: HonorInFull }): ReactNode {
  return (
    <section className="panel" aria-labelledby="thread-title">
      <h2 id="thread-title">经过</h2>
      {steps.length === 0 && <p className="faint">没有记录。</p>}
      <Timeline>
        {steps.map(({ at, kind, who, said }) => (
          <Turn key={`${at} ${kind}`} what={honorStepKinds[kind]} who={who} at={at}>
            <TurnNote words={said} />
          </Turn>
        ))}
      </Timeline>
    </section>
  )
}
