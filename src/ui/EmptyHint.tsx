// An empty page says what to do next.
import type { ReactNode } from 'react'

export function EmptyHint({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-next">{children}</div>}
    </div>
  )
}
