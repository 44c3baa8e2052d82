// The social workers of an organization, on its page. (GZ 二(二)1: one or two in each hub)
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { employments, grades } from '../worker.ts'
import { CreateDialog } from './WorkerDialogs.tsx'
import { useWorkersOf } from './worker-queries.ts'
import './workers.css'

export function WorkersSection({ organization }: { organization: Organization }): ReactNode {
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useWorkersOf(organization.id)
  const living = organization.status !== 'ended'
  if (data && data.items.length === 0 && !(data.mayKeep && living)) return null
  return (
    <section className="panel" id="workers" aria-labelledby="workers-heading">
      <h2 id="workers-heading">社会工作者</h2>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={2} />}
      {data?.items.length === 0 && <p className="faint">还没有登记在这里工作的社会工作者。</p>}
      <ul className="plain-list worker-lines">
        {data?.items.map((one) => (
          <li key={one.id}>
            <Link className="link" to={`/workers/${one.id}`}>
              {one.name}
            </Link>
            <span className="faint">
              {employments[one.post.employment]} · {grades[one.grade]} · {one.post.startsOn} 起
            </span>
          </li>
        ))}
      </ul>
      {data?.mayKeep && living && (
        <div className="worker-actions no-print">
          <Button onClick={() => setOpen(true)}>登记社会工作者</Button>
        </div>
      )}
      {open && <CreateDialog organization={organization.id} onClose={() => setOpen(false)} />}
    </section>
  )
}
