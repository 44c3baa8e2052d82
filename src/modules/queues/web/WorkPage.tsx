// 待办: everything that waits for the person, by kind of step, and what was left undone below.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import type { WorkLine, WorkSummary } from '../queues-api.ts'
import { WorkLines, waitingLines } from './WorkLines.tsx'
import { WorkList } from './WorkList.tsx'
import { useWork } from './work-queries.ts'
import { countWords } from './work-words.ts'
import './work.css'

export function WorkPage(): ReactNode {
  const url = useUrlState()
  const source = url.one('source')
  const overseen = url.one('overseen') === 'true'
  const { data, error, refetch } = useWork(url.one('area'))
  const line = data?.[overseen ? 'overseen' : 'own'].find((one) => one.source === source)
  return (
    <>
      <PageHeader
        title="待办"
        sentence="等您办的事，期限近的在前；办完一件，自己就从这里消失。"
        extra={<PrintMenu />}
      />
      {(url.one('area') || (data && isBusy(data))) && (
        <Filters url={url}>
          <AreaFilter url={url} label="只看哪个区划的事" />
        </Filters>
      )}
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {data && source && <Kinds summary={data} chosen={source} overseen={overseen} />}
      {!data && !error && <Bones lines={5} />}
      {source ? (
        <WorkList key={`${source} ${overseen}`} source={source} overseen={overseen} line={line} />
      ) : (
        data && <Overview summary={data} />
      )}
    </>
  )
}

const isBusy = ({ own, overseen }: WorkSummary): boolean => waitingLines(own).length + overseen.length > 0

type KindsProps = { summary: WorkSummary; chosen: string; overseen: boolean }

/** From one kind of step to the others, which the overview lists; the chosen one stays in sight when nothing waits any more. */
function Kinds({ summary, chosen, overseen }: KindsProps): ReactNode {
  const waits = ({ source, count }: WorkLine) => count.value > 0 || (source === chosen && !overseen)
  const own = summary.own.filter(waits)
  if (own.length + summary.overseen.length === 0) return null
  return (
    <nav className="work-kinds no-print" aria-label="按事项看">
      <Kind to={{ source: null, overseen: null }} now={false} words="全部" />
      {own.map((line) => (
        <Kind
          key={line.source}
          to={{ source: line.source, overseen: null }}
          now={chosen === line.source && !overseen}
          words={`${line.title} ${countWords(line)}`}
        />
      ))}
      {summary.overseen.map((line) => (
        <Kind
          key={`overseen ${line.source}`}
          to={{ source: line.source, overseen: 'true' }}
          now={chosen === line.source && overseen}
          words={`下级逾期：${line.title} ${countWords(line)}`}
        />
      ))}
    </nav>
  )
}

type KindProps = { to: { source: string | null; overseen: string | null }; now: boolean; words: string }

function Kind({ to, now, words }: KindProps): ReactNode {
  const area = useUrlState().one('area')
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...to, area })) if (value) search.set(key, value)
  return (
    <Link
      className="work-kind"
      to={`/work?${search}`}
      aria-current={now ? 'page' : undefined}
      ref={now ? bringIntoSight : null}
    >
      {words}
    </Link>
  )
}

/** On a phone the row of kinds is longer than the screen. */
const bringIntoSight = (chosen: HTMLElement | null): void =>
  chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

function Overview({ summary: { own, overseen } }: { summary: WorkSummary }): ReactNode {
  if (!isBusy({ own, overseen }))
    return (
      <div className="empty-box">
        <EmptyHint title="眼下没有等您办的事">有人提交申请、期限临近或轮到您填报时，会出现在这里。</EmptyHint>
      </div>
    )
  return (
    <>
      {waitingLines(own).length > 0 && <WorkLines lines={own} />}
      {overseen.length > 0 && (
        <section aria-labelledby="overseen">
          <h2 id="overseen" className="work-head">
            下级逾期
          </h2>
          <WorkLines lines={overseen} overseen />
        </section>
      )}
    </>
  )
}
