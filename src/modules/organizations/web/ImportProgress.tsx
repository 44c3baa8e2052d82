// How far the writing is, in rows; it goes on when the page is left.
import type { ReactNode } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import type { Import } from '../imports-api.ts'

export function ImportProgress({ one: { progress, words } }: { one: Import }): ReactNode {
  const { done, total } = progress ?? { done: 0, total: 0 }
  return (
    <section className="panel import-progress" aria-labelledby="progress-title">
      <h2 id="progress-title">正在写进{words.book}</h2>
      <progress aria-labelledby="progress-title" {...(total > 0 && { value: done, max: total })} />
      <p role="status">
        {total > 0 ? `已写 ${asNumber(done)} / ${asNumber(total)} 行` : '正在准备…'}
        。可以离开这一页，回来看结果就行。
      </p>
    </section>
  )
}
