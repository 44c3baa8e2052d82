// Objections during a public notice: written down and settled by those who decide; others see only how many there are.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../../../ui/call.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type HonorInFull, type Objection, type ObjectionOutcome, objectionOutcomes } from '../honor.ts'
import { honorsApi } from '../honors-api.ts'
import { useHonorAct } from './honor-queries.ts'

type Props = { honor: HonorInFull }

export function ObjectionsPart({ honor }: Props): ReactNode {
  const [open, setOpen] = useState<'new' | Objection | null>(null)
  const { status, objections, objected, may } = honor
  const decides = may.includes('honor.decide') && status === 'noticed'
  if (honor.noticeFrom === null) return null
  return (
    <section className="panel" aria-labelledby="objections-title">
      <h2 id="objections-title">异议</h2>
      <p className="faint">{sumOf(objections.open, objections.upheld)}</p>
      <ul className="plain-list honor-objections">
        {objected.map((one) => (
          <Line key={one.id} one={one} onSettle={decides ? () => setOpen(one) : null} />
        ))}
      </ul>
      {decides && (
        <div className="honor-actions no-print">
          <Button onClick={() => setOpen('new')}>记一条异议</Button>
        </div>
      )}
      {open === 'new' && <NewDialog honor={honor} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && (
        <SettleDialog honor={honor} one={open} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

const sumOf = (open: number, upheld: number): string => {
  if (open + upheld === 0) return '没有等待处理的异议。'
  return [open > 0 && `${open} 条还没有处理`, upheld > 0 && `${upheld} 条成立`]
    .filter(Boolean)
    .join('，')
    .concat('。')
}

function Line({ one, onSettle }: { one: Objection; onSettle: (() => void) | null }): ReactNode {
  const { receivedOn, said, outcome, settled, settledBy } = one
  return (
    <li>
      <p>
        {said} <span className="faint">（{receivedOn} 收到）</span>
      </p>
      {outcome === null ? (
        <>
          <StateTag tone="behind" word="待处理" />{' '}
          {onSettle && (
            <Button className="no-print" onClick={onSettle}>
              写处理结果
            </Button>
          )}
        </>
      ) : (
        <p>
          <StateTag tone={outcome === 'upheld' ? 'overdue' : 'none'} word={objectionOutcomes[outcome]} />{' '}
          {settled} <span className="faint">{settledBy}</span>
        </p>
      )}
    </li>
  )
}

type DialogProps = Props & { onClose: () => void }

function NewDialog({ honor, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const take = useHonorAct()
  return (
    <FormDialog<{ receivedOn: string; said: string }>
      title="记一条异议"
      explain="只记反映的内容，不记是谁反映的。"
      okText="记下"
      initialValues={{ receivedOn: today }}
      onSend={({ receivedOn, said }) =>
        take.mutateAsync(() =>
          call(honorsApi.object, {
            params: { id: honor.id },
            body: { receivedOn: dayFromText(receivedOn) ?? receivedOn, said },
          }),
        )
      }
      onClose={onClose}
    >
      <DayItem name="receivedOn" label="哪一天收到的" max={today} />
      <WordsItem name="said" label="反映的内容" max={1000} needed="请填写反映的内容" long />
    </FormDialog>
  )
}

function SettleDialog({ honor, one, onClose }: DialogProps & { one: Objection }): ReactNode {
  const take = useHonorAct()
  return (
    <FormDialog<{ outcome: ObjectionOutcome; said: string }>
      title="异议的处理结果"
      explain={one.said}
      okText="保存"
      initialValues={{}}
      onSend={(body) =>
        take.mutateAsync(() => call(honorsApi.settle, { params: { id: honor.id, objection: one.id }, body }))
      }
      onClose={onClose}
    >
      <OneItem name="outcome" label="核实以后" choices={objectionOutcomes} needed="请选成立或不成立" />
      <WordsItem name="said" label="怎样核实的，怎样答复的" max={1000} needed="请写明处理结果" long />
    </FormDialog>
  )
}
