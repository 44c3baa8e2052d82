// What a page looks like before it is there: its shape, never a blank.
import type { ReactNode } from 'react'

export function PageBones(): ReactNode {
  return (
    <div className="page-bones" role="status">
      <span className="sr-only">正在打开…</span>
      <span className="bone tall" style={{ width: '32%' }} />
      <span className="bone" style={{ width: '54%' }} />
      <div className="card">
        {['72%', '90%', '64%', '81%', '58%', '76%'].map((width) => (
          <span key={width} className="bone" style={{ width }} />
        ))}
      </div>
    </div>
  )
}

/** Lines in the place of words that are on their way. */
export function Bones({ lines = 3 }: { lines?: number }): ReactNode {
  return (
    <div className="bones" role="status">
      <span className="sr-only">正在读取…</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeleton lines have no identity
        <span key={line} className="bone" style={{ width: `${88 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
