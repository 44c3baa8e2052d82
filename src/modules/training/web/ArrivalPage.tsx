// The page behind the code at the door of a training, for everybody with a phone: choose the organization, write a name.
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { OpenFacts, OpenSheet } from '../../../ui/OpenSheet.tsx'
import { StateShape } from '../../../ui/StateTag.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import type { Arrived, Door } from '../check-in.ts'
import { ArrivalForm } from './ArrivalForm.tsx'
import { useDoor } from './arrival-queries.ts'
import './arrival.css'

export function ArrivalPage(): ReactNode {
  const { code = '' } = useParams()
  const query = useDoor(code)
  useTitle('扫码签到')
  return (
    <OpenSheet title="扫码签到" query={query}>
      {(door) => <Shown key={code} code={code} door={door} />}
    </OpenSheet>
  )
}

function Shown({ code, door }: { code: string; door: Door }): ReactNode {
  const [arrived, setArrived] = useState<Arrived | null>(null)
  const { title, organizer, place, whyNot } = door
  return (
    <>
      <h1>{title}</h1>
      <OpenFacts
        facts={[
          ['地点', place],
          ['主办', organizer],
        ]}
      />
      {arrived && <Done arrived={arrived} onNext={() => setArrived(null)} />}
      {!arrived && whyNot !== null && (
        <p className="open-note" role="status">
          {whyNot}
        </p>
      )}
      {!arrived && whyNot === null && <ArrivalForm code={code} door={door} onDone={setArrived} />}
    </>
  )
}

function Done({ arrived, onNext }: { arrived: Arrived; onNext: () => void }): ReactNode {
  const { name, organization, again } = arrived
  return (
    <section className="panel" aria-label="签到结果" role="status">
      <p className="open-state state-met">
        <StateShape tone="met" size={24} />
        {name}，{again ? '您已经签过到了' : '已签到'}
      </p>
      <p>{organization ?? '不代表组织'}</p>
      {again && <p className="faint">不用再签。是同名的另一个人，请在名字后面写明，例如“{name}（大）”。</p>}
      <button type="button" className="text-button" onClick={onNext}>
        帮别人签到
      </button>
    </section>
  )
}
