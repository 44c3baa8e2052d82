// Next and previous page of a list that is paged by keys: no page numbers, so page 100 is as fast as page 1.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Keyset } from './use-url-state.ts'

type Props = { keyset: Keyset; next: string | null | undefined; rows: number | undefined }

export function Pager({ keyset, next, rows }: Props): ReactNode {
  if (!keyset.previous && !next) return null
  return (
    <nav className="pager no-print" aria-label="翻页">
      <span className="faint">
        {rows === undefined ? '' : `这一页 ${rows} 条${next ? '' : '，已到最后'}`}
      </span>
      <Button disabled={!keyset.previous} onClick={keyset.previous}>
        上一页
      </Button>
      <Button disabled={!next} onClick={() => turn(keyset, next)}>
        下一页
      </Button>
    </nav>
  )
}

function turn(keyset: Keyset, next: string | null | undefined): void {
  if (!next) return
  keyset.next(next)
  window.scrollTo({ top: 0 })
}
