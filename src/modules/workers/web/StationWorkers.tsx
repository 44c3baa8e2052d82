// The social workers of a station, on its page: by name to those who may see people there, to others how many.
import type { ReactNode } from 'react'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Platform } from '../../support/platform.ts'
import { Colleagues } from './Colleagues.tsx'
import { useWorkersOfStation } from './worker-queries.ts'
import './workers.css'

export const StationWorkers = ({ platform }: { platform: Platform }): ReactNode =>
  platform.kind === 'socialWorkStation' ? <Shown id={platform.id} /> : null

function Shown({ id }: { id: string }): ReactNode {
  const { data, error, refetch } = useWorkersOfStation(id)
  return (
    <section className="panel" aria-labelledby="station-workers-heading">
      <h2 id="station-workers-heading">社会工作者</h2>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={2} />}
      {data && (
        <p className={data.working === 0 ? 'faint' : undefined}>
          {data.working === 0
            ? '还没有登记在这里工作的社会工作者。'
            : `${data.working} 名，其中持证 ${data.certified} 名。`}
        </p>
      )}
      {data?.items && <Colleagues items={data.items} />}
      {data?.mayKeep && <p className="faint no-print">在“社工”里登记：在哪里工作，选社会工作服务站。</p>}
    </section>
  )
}
