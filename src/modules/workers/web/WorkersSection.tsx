// The social workers of an organization, on its page. (GZ 二(二)1: one or two in each hub)
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { Colleagues } from './Colleagues.tsx'
import { CreateDialog } from './WorkerDialogs.tsx'
import { useWorkersOf } from './worker-queries.ts'
import './workers.css'

export function WorkersSection({ organization }: { organization: Organization }): ReactNode {
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useWorkersOf(organization.id)
  const living = organization.status !== 'ended'
  if (data && data.items.length === 0 && !(data.mayKeep && living)) return null
  return (
    <PagePart
      id="workers"
      title="社会工作者"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data?.items.length === 0 && '还没有登记在这里工作的社会工作者。'}
    >
      {data && <Colleagues items={data.items} />}
      {data?.mayKeep && living && (
        <div className="worker-actions no-print">
          <Button onClick={() => setOpen(true)}>登记社会工作者</Button>
        </div>
      )}
      {open && <CreateDialog organization={organization.id} onClose={() => setOpen(false)} />}
    </PagePart>
  )
}
