// The frame of pages that need no sign-in: logo above, nothing else to lead away.
import type { ReactNode } from 'react'
import { DemoMark } from './AppShell.tsx'
import { Logo } from './icons.tsx'

export function OpenPage({ demo = false, children }: { demo?: boolean; children: ReactNode }): ReactNode {
  return (
    <>
      <header className="top">
        <a className="brand" href="/" aria-label="聚沙">
          <Logo />
          <span>聚沙</span>
        </a>
        <div className="top-right">{demo && <DemoMark />}</div>
      </header>
      <main id="main" className="main open-main">
        {children}
      </main>
    </>
  )
}
