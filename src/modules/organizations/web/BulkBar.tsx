// What can be done with the chosen organizations; in reach at the bottom while some are chosen.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { BulkDialog } from './BulkDialog.tsx'

type Props = {
  /** Id → name. */
  chosen: ReadonlyMap<string, string>
  onChoose: (ids: readonly string[]) => void
}

/** The most that the server changes in one go. */
const most = 1000

export function BulkBar({ chosen, onChoose }: Props): ReactNode {
  const [open, setOpen] = useState(false)
  const tooMany = chosen.size > most
  if (chosen.size === 0 && !open) return null
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的组织">
      <span className="form-bar-words" role="status">
        已选 {chosen.size} 个组织{tooMany && `；一次最多改 ${most} 个，请少选一些`}
      </span>
      <Button onClick={() => onChoose([])}>取消选择</Button>
      <Button type="primary" disabled={tooMany || chosen.size === 0} onClick={() => setOpen(true)}>
        批量修改
      </Button>
      {open && <BulkDialog chosen={chosen} onChoose={onChoose} onClose={() => setOpen(false)} />}
    </section>
  )
}
