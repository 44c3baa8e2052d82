// The social workers of a station, on its page: by name to those who may see people there, to others how many.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Platform } from '../../support/platform.ts'
import { Colleagues } from './Colleagues.tsx'
import { CreateDialog } from './WorkerDialogs.tsx'
import { useWorkersOfStation } from './worker-queries.ts'
import './workers.css'

export const StationWorkers = ({ platform }: { platform: Platform }): ReactNode =>
  platform.kind === 'socialWorkStation' ? <Shown platform={platform} /> : null

function Shown({ platform }: { platform: Platform }): ReactNode {
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useWorkersOfStation(platform.id)
  const closed = platform.closedOn !== null
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
      {data?.mayKeep && !closed && (
        <div className="worker-actions no-print">
          <Button onClick={() => setOpen(true)}>登记社会工作者</Button>
        </div>
      )}
      {open && <CreateDialog station={platform} onClose={() => setOpen(false)} />}
    </section>
  )
}
