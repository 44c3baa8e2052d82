// What this reader can do with a title from where it stands; a button that cannot be used says why.
import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { call } from '../../../ui/call.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { HonorInFull } from '../honor.ts'
import { honorsApi } from '../honors-api.ts'
import { HonorDialog } from './HonorDialogs.tsx'
import { type Act, actsOf } from './honor-acts.ts'
import { useHonorAct } from './honor-queries.ts'

type Props = { honor: HonorInFull }

export function HonorActions({ honor }: Props): ReactNode {
  const { today } = useSession()
  const [open, setOpen] = useState<Act['name'] | null>(null)
  const pass = useHonorAct()
  const reasons = useId()
  const acts = actsOf(honor, today)
  if (acts.length === 0) return null
  const refusals = new Set(acts.flatMap(({ why }) => why ?? []))
  const take = (name: Act['name']) =>
    name === 'pass' ? pass.mutate(() => call(honorsApi.pass, { params: { id: honor.id } })) : setOpen(name)
  return (
    <div className="honor-actions no-print">
      {acts.map(({ name, label, why, primary }) => (
        <Button
          key={name}
          type={primary ? 'primary' : 'default'}
          disabled={why !== null}
          loading={name === 'pass' && pass.isPending}
          {...(why !== null && { 'aria-describedby': reasons })}
          onClick={() => take(name)}
        >
          {label}
        </Button>
      ))}
      <Next honor={honor} />
      <p id={reasons} className="action-why" hidden={refusals.size === 0}>
        {[...refusals].join('')}
      </p>
      <ProblemAlert problem={pass.error} />
      {open && <HonorDialog act={open} honor={honor} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** What passing the review will bring. */
function Next({ honor: { status, may, noticeWouldLast } }: Props): ReactNode {
  if (status !== 'nominated' || !may.includes('honor.decide')) return null
  return (
    <p className="honor-next">
      {noticeWouldLast === null
        ? '通过后就确定，不用公示。'
        : `通过后从今天公示到 ${noticeWouldLast}，没有异议再公布。`}
    </p>
  )
}
