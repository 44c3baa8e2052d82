// The trainings at which a social worker was: on the record, and (`worker` null) on the person's own page.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PagePart } from '../../../ui/PagePart.tsx'
import { levelLabels } from '../../areas/area.ts'
import { whenWords } from '../../training/web/training-words.ts'
import type { WorkerTrainings as Trainings, WorkerTraining } from '../worker.ts'
import { useWorkerTrainings } from './worker-queries.ts'

export function WorkerTrainings({ worker }: { worker: string | null }): ReactNode {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useWorkerTrainings(worker)
  const sums = data?.pages[0]
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <PagePart
      id="trainings"
      title="参加过的培训"
      waiting={!sums}
      problem={error}
      retry={() => void refetch()}
      empty={sums && items.length === 0 && (namesakeWords(sums) || '没有参加培训的记录。')}
    >
      {sums && items.length > 0 && (
        <>
          <p className="faint">{sums.years.map((one) => `${one.year} 年 ${one.trainings} 次`).join('；')}</p>
          <ul className="plain-list worker-lines">
            {items.map((one, place) => (
              <Line key={one.id ?? `${place} ${one.title}`} training={one} />
            ))}
          </ul>
          {hasNextPage && (
            <Button className="no-print" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              更早的培训
            </Button>
          )}
          <p className="faint">
            按姓名、任职和日期从培训名单里对出；少了的，请举办单位补进名单。{namesakeWords(sums)}
          </p>
        </>
      )}
    </PagePart>
  )
}

const namesakeWords = ({ unassigned }: Trainings): string =>
  unassigned === 0 ? '' : `另有同名者，${unassigned} 次培训没有归到个人。`

function Line({ training }: { training: WorkerTraining }): ReactNode {
  const { id, title, level, organizer } = training
  return (
    <li>
      {id ? (
        <Link className="link" to={`/trainings/${id}`}>
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      <span className="faint worker-training-facts">
        {dayWords(training)} · {levelLabels[level]} · {organizer}
      </span>
    </li>
  )
}

/** An online course stands open for weeks; somebody did it on a day. */
const dayWords = ({ attendedOn, ...training }: WorkerTraining): string =>
  whenWords(training.kind === 'online' ? { ...training, heldOn: attendedOn, until: null } : training)
