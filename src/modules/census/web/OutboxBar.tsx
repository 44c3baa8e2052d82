// Says what has not reached the server yet, and that it is safe on the device.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import type { Outbox } from './use-outbox.ts'

type Props = {
  outbox: Outbox
  /** The form in which a refused addition is mended. */
  mendPath: string
}

export function OutboxBar({ outbox: { letters, offline, retry, drop }, mendPath }: Props): ReactNode {
  const waiting = letters.filter(({ refusal }) => !refusal)
  const refusedAdditions = letters.filter(({ kind, refusal }) => kind === 'add' && refusal)
  return (
    <div role="status" className="walk-outbox">
      {waiting.length > 0 && (
        <div className={offline ? 'form-note form-note-warning' : 'form-note'}>
          <span className="form-note-words">
            <b>
              {offline ? `网络不好，${waiting.length} 条先存在这台设备上` : `正在送出 ${waiting.length} 条`}
            </b>
            {offline && <span>不用重填，接着往下走；网络一好就自动送出。</span>}
          </span>
          {offline && <Button onClick={retry}>现在再送一次</Button>}
        </div>
      )}
      {refusedAdditions.map(({ key, name, refusal }) => (
        <div key={key} className="form-note form-note-warning">
          <span className="form-note-words">
            <b>{`“${name}”没有补上`}</b>
            <span>{[refusal?.message, refusal?.mend].filter(Boolean).join('')}</span>
          </span>
          <Button onClick={() => drop(key)}>不补了</Button>
          <ButtonLink primary to={mendPath}>
            接着改
          </ButtonLink>
        </div>
      ))}
    </div>
  )
}
