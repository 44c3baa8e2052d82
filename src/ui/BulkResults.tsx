// What became of each of many things that were handled together: those that could not be done first.
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { StateTag } from './StateTag.tsx'

export type BulkResult = { id: string; name: string; ok: boolean; message: string }

type Props = { results: readonly BulkResult[]; onClose: () => void }

export function BulkResults({ results, onClose }: Props): ReactNode {
  const done = results.filter(({ ok }) => ok)
  const failed = results.filter(({ ok }) => !ok)
  return (
    <Modal
      open
      title="一起办的结果"
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          知道了
        </Button>
      }
    >
      <p role="status">
        办好 {done.length} 件{failed.length > 0 && `，没有办成 ${failed.length} 件（仍然选着）`}。
      </p>
      <ul className="bulk-results">
        {[...failed, ...done].map(({ id, name, ok, message }) => (
          <li key={id}>
            <span>{name || '（看不到的一件）'}</span>
            <StateTag tone={ok ? 'met' : 'overdue'} word={message} />
          </li>
        ))}
      </ul>
    </Modal>
  )
}
