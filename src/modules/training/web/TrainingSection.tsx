// Trainings on an organization's page: whether this year's was had, person-times by year, and one by one.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { urlOf } from '../../../ui/call.ts'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { enrolmentStatuses, type TrainingsOf } from '../training.ts'
import { trainingApi } from '../training-api.ts'
import { useTrainingsOf } from './training-queries.ts'
import { enrolmentTones } from './training-words.ts'
import './training.css'

type Props = { organization: Organization }

export function TrainingSection({ organization }: Props): ReactNode {
  const { data, error, refetch } = useTrainingsOf(organization.id)
  return (
    <PagePart
      id="training"
      title="培训"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data && data.items.length + data.years.length === 0 && <Lacking {...{ organization, data }} />}
    >
      {data && data.items.length + data.years.length > 0 && <Shown organization={organization} data={data} />}
    </PagePart>
  )
}

/** Whether this year's training for key members was had, of those for whom it is asked. */
function Lacking({ organization, data }: Props & { data: TrainingsOf }): ReactNode {
  if (organization.status !== 'active') return data.items.length > 0 ? null : '没有参加过培训。'
  return data.lacking ? (
    <StateTag tone="behind" word="今年还没有人参加过骨干培训" />
  ) : (
    <StateTag tone="met" word="今年已有人参加骨干培训" />
  )
}

function Shown({ organization, data }: Props & { data: TrainingsOf }): ReactNode {
  return (
    <>
      <p>
        <Lacking organization={organization} data={data} />
      </p>
      {data.years.length > 0 && (
        <p className="faint">
          {data.years
            .map(
              ({ year, people, leaders }) =>
                `${year} 年 ${people} 人次${leaders > 0 ? `（负责人 ${leaders}）` : ''}`,
            )
            .join('；')}
        </p>
      )}
      <ul className="training-lines">
        {data.items.map((one) => (
          <Line key={one.training} organization={organization.id} item={one} />
        ))}
      </ul>
    </>
  )
}

function Line({
  organization,
  item,
}: {
  organization: string
  item: TrainingsOf['items'][number]
}): ReactNode {
  const { training, title, heldOn, people, names, enrolment, reason, may } = item
  const params = { id: training, organization }
  return (
    <li>
      <Link to={`/trainings/${training}`}>{title}</Link>
      <span className="faint"> {heldOn} </span>
      {people > 0 && <StateTag tone="met" word={`${people} 人参加`} />}
      {people === 0 && enrolment && (
        <StateTag tone={enrolmentTones[enrolment]} word={enrolmentStatuses[enrolment]} />
      )}
      {people === 0 && reason && <p className="faint">{reason}</p>}
      {names && names.length > 0 && <p className="faint">{names.join('、')}</p>}
      {people > 0 && may.includes('training.names') && (
        <p className="no-print">
          <a
            className="link"
            href={urlOf(trainingApi.organizationCertificate, { params })}
            target="_blank"
            rel="noreferrer"
            aria-label={`打印“${title}”的培训证明`}
          >
            打印培训证明
          </a>
        </p>
      )}
    </li>
  )
}
