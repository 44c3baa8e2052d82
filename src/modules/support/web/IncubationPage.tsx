// One incubation: where it stands, what can be done, its stages, what changed since it entered, its subsidies.

import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { dueWords } from '../../../kernel/due-words.ts'
import type { Day } from '../../../kernel/time.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type IncubationView, incubationStatuses, results } from '../incubation.ts'
import { BeforeAfter } from './BeforeAfter.tsx'
import { IncubationSteps } from './IncubationSteps.tsx'
import { StageList } from './StageList.tsx'
import { SubsidyList } from './SubsidyList.tsx'
import { useIncubation } from './support-queries.ts'
import { statusTone } from './support-words.ts'
import './support.css'

const back = { to: '/incubation', label: '孵化' }

export function IncubationPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useIncubation(id)
  if (data) return <Shown view={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="孵化" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ view }: { view: IncubationView }): ReactNode {
  const today = useSession().today as Day
  return (
    <>
      <PageHeader
        title={view.organization.name}
        back={back}
        mark={<StateTag tone={statusTone(view, today)} word={incubationStatuses[view.status]} />}
        sentence={
          <>
            在<Link to={`/support/${view.platform.id}`}>{view.platform.name}</Link>孵化 ·{' '}
            <Link to={`/organizations/${view.organization.id}`}>看组织的页面</Link>
          </>
        }
        extra={<PrintMenu />}
      />
      {view.organization.ended && view.status === 'entered' && (
        <p className="support-lack">这个组织已退出名录，不再计入孵化；请办理出孵化。</p>
      )}
      <IncubationSteps view={view} />
      <div className="support-layout">
        <div>
          <Facts view={view} />
          {view.enteredOn && <StageList view={view} />}
        </div>
        {view.enteredOn && (
          <div>
            <BeforeAfter view={view} />
            <SubsidyList view={view} />
          </div>
        )}
      </div>
    </>
  )
}

function Facts({ view }: { view: IncubationView }): ReactNode {
  const today = useSession().today as Day
  return (
    <section className="panel" aria-label="申请和期限">
      <dl className="facts">
        <Fact title="需要什么" wide>
          {view.need}
        </Fact>
        <Fact title="申请">{[view.appliedOn, view.appliedBy].filter(Boolean).join(' · ')}</Fact>
        {view.status === 'applied' && <Fact title="答复期限">{dueWords(view.dueOn, today)}</Fact>}
        {view.decidedOn && <Fact title="答复">{view.decidedOn}</Fact>}
        {view.reason && <Fact title="理由">{view.reason}</Fact>}
        {view.enteredOn && <Fact title="入驻">{view.enteredOn}</Fact>}
        {view.status === 'entered' && (
          <Fact title="最晚出孵化">
            {view.leaveBy}
            {view.leaveBy && view.leaveBy < today && ` · ${dueWords(view.leaveBy, today)}`}
          </Fact>
        )}
        {view.exitedOn && <Fact title="出孵化">{view.exitedOn}</Fact>}
        {view.result && <Fact title="结果">{results[view.result]}</Fact>}
        {view.conclusion && (
          <Fact title="小结" wide>
            {view.conclusion}
          </Fact>
        )}
      </dl>
    </section>
  )
}

type FactProps = { title: string; wide?: boolean; children: ReactNode }

const Fact = ({ title, wide = false, children }: FactProps): ReactNode => (
  <div className={wide ? 'fact-wide' : undefined}>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)
