// One training: what, when and where; who comes; who was there.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { acceptOf, allFileKinds } from '../../../kernel/file-kind.ts'
import type { Day } from '../../../kernel/time.ts'
import { asNumber } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { FileLine } from '../../../ui/FileLine.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { audiences, type TrainingView, trainingKinds, trainingStatuses } from '../training.ts'
import { trainingApi } from '../training-api.ts'
import { whyNotEnrol } from '../training-rules.ts'
import { AttendancePart } from './AttendancePart.tsx'
import { EnrolmentPart } from './EnrolmentPart.tsx'
import { TrainingSteps } from './TrainingSteps.tsx'
import { trainingActs, useTraining, useTrainingAct } from './training-queries.ts'
import { statusTones, whenWords } from './training-words.ts'
import './training.css'

const back = { to: '/trainings', label: '全部培训' }

export function TrainingPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useTraining(id)
  if (error && !data)
    return (
      <>
        <PageHeader title="培训" back={back} />
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </>
    )
  if (!data) return <Bones lines={8} />
  return (
    <>
      <PageHeader
        title={data.title}
        mark={<StateTag tone={statusTones[data.status]} word={trainingStatuses[data.status]} />}
        sentence={`${data.organizer}，${whenWords(data)}`}
        back={back}
        extra={<PrintMenu />}
      />
      <TrainingSteps training={data} />
      <Facts training={data} />
      <Materials training={data} />
      <People training={data} />
    </>
  )
}

/** Before the day who comes, then who was there. */
function People({ training }: { training: TrainingView }): ReactNode {
  const today = useSession().today as Day
  const open = whyNotEnrol({ ...training, until: training.until ?? training.heldOn }, today) === null
  const named = training.may.includes('training.names') && training.status !== 'cancelled'
  return (
    <>
      {open && <EnrolmentPart training={training} open />}
      {named && <AttendancePart training={training} />}
      {!open && <EnrolmentPart training={training} open={false} />}
    </>
  )
}

function Facts({ training }: { training: TrainingView }): ReactNode {
  const { audience, kind, place, link, enrolled, attended, areaName, note, status } = training
  const facts: [string, ReactNode][] = [
    ['对象', audiences[audience]],
    ['范围', areaName],
    kind === 'online' ? ['方式', trainingKinds.online] : ['地点', place ?? '另行通知'],
    ...(link ? [['网址', <Address key="link" link={link} />] as [string, ReactNode]] : []),
    ...(status === 'announced' || enrolled.people > 0
      ? [['报名', enrolledWords(training)] as [string, ReactNode]]
      : []),
    ...(status === 'held' ? [['签到', `${asNumber(attended)} 人次`] as [string, ReactNode]] : []),
  ]
  return (
    <section className="panel" aria-label="培训内容">
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="training-note">{note}</p>}
    </section>
  )
}

const enrolledWords = ({ enrolled, seats }: TrainingView): string =>
  `${asNumber(enrolled.organizations)} 个组织，${asNumber(enrolled.people)} 人${seats === null ? '' : `（名额 ${seats}）`}`

const Address = ({ link }: { link: string }): ReactNode => (
  <a className="link" href={link} target="_blank" rel="noreferrer">
    {link}
  </a>
)

function Materials({ training: { id, materials, may, status } }: { training: TrainingView }): ReactNode {
  const act = useTrainingAct()
  const runs = may.includes('training.run') && status !== 'cancelled'
  if (materials.length === 0 && !runs) return null
  return (
    <section className="panel" aria-labelledby="materials-heading">
      <h2 id="materials-heading">资料</h2>
      {materials.length === 0 && <p className="faint">还没有资料；可以放上讲义、议程。</p>}
      {materials.map((file) => (
        <FileLine
          key={file.id}
          file={file}
          address={urlOf(trainingApi.material, { params: { id, file: file.id } })}
          dropping={act.isPending}
          onDrop={runs ? () => act.mutate(() => trainingActs.dropMaterial(id, file.id)) : undefined}
        />
      ))}
      {runs && (
        <p className="no-print">
          <FileButton
            accept={acceptOf(allFileKinds)}
            loading={act.isPending}
            onFile={(file) => act.mutate(() => trainingActs.addMaterial(id, file))}
          >
            添加资料
          </FileButton>
        </p>
      )}
      <ProblemAlert problem={act.error} />
    </section>
  )
}
