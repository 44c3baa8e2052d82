// What is wrong, where, and how to mend it, shown in the place where it happened.
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { Fault } from '../kernel/problem.ts'
import { CallProblem } from './call.ts'

type Props = {
  /** What a call threw; nothing is shown for null and undefined. */
  problem: unknown
  /** Asks again. */
  retry?: () => void
  /** Fault paths that are already shown under their fields. */
  shown?: readonly string[]
  /** Chinese names of the paths, for the list of faults. */
  labels?: Readonly<Record<string, string>>
}

export function ProblemAlert({ problem, retry, shown = [], labels = {} }: Props): ReactNode {
  if (problem === null || problem === undefined) return null
  const words = wordsOf(problem)
  const faults = words.faults.filter((fault) => !shown.includes(fault.at))
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      title={words.message}
      description={<Details mend={words.mend} faults={faults} labels={labels} traceId={words.traceId} />}
      action={retry && <Button onClick={retry}>再试一次</Button>}
    />
  )
}

/** The words of anything thrown: a bug in the page is said to be one, without its stack. */
export function wordsOf(problem: unknown): {
  message: string
  mend: string
  faults: Fault[]
  traceId?: string | undefined
} {
  if (problem instanceof CallProblem) {
    return {
      message: problem.message,
      mend: problem.mend ?? '',
      faults: problem.faults,
      traceId: problem.traceId,
    }
  }
  return { message: '这一页出错了', mend: '请刷新页面再试；若一直这样，请告诉管理员', faults: [] }
}

type DetailsProps = {
  mend: string
  faults: Fault[]
  labels: Readonly<Record<string, string>>
  traceId?: string | undefined
}

function Details({ mend, faults, labels, traceId }: DetailsProps): ReactNode {
  return (
    <>
      {mend && <p>{mend}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.at} ${fault.message}`}>
              {fault.at && <b>{labels[fault.at] ?? fault.at}：</b>}
              {fault.message}
            </li>
          ))}
        </ul>
      )}
      {traceId && <p className="faint">报给管理员的编号：{traceId}</p>}
    </>
  )
}
