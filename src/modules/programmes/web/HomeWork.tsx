// Today's work, before everything else: each kind of step with its number and its nearest date, and what lies undone below.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { WorkLines, waitingLines } from '../../queues/web/WorkLines.tsx'
import { useWork } from '../../queues/web/work-queries.ts'

type Props = {
  area: string | undefined
  /** Says nothing when nothing waits, because something else is on the page. */
  quiet: boolean
}

export function HomeWork({ area, quiet }: Props): ReactNode {
  const { data, error, refetch } = useWork(area)
  if (!data)
    return error ? <ProblemAlert problem={error} retry={() => void refetch()} /> : <Bones lines={3} />
  const own = waitingLines(data.own)
  if (own.length + data.overseen.length === 0) return quiet ? null : <Nothing />
  return (
    <>
      {own.length > 0 && (
        <section className="home-part" aria-labelledby="work">
          <h2 id="work">等您办的事</h2>
          <WorkLines lines={own} />
        </section>
      )}
      {data.overseen.length > 0 && (
        <section className="home-part" aria-labelledby="overseen">
          <h2 id="overseen">下级逾期</h2>
          <WorkLines lines={data.overseen} overseen />
        </section>
      )}
      <p className="home-more">
        <Link to="/work">全部待办</Link>
      </p>
    </>
  )
}

const Nothing = (): ReactNode => (
  <section className="home-part" aria-labelledby="work">
    <h2 id="work">等您办的事</h2>
    <div className="panel">
      <EmptyHint title="眼下没有要办的事">有到期、落后或等您确认的事时，会出现在这里。</EmptyHint>
    </div>
  </section>
)
