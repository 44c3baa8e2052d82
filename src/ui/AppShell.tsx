// The frame of every page: skip link, header with navigation, main, and a bottom bar on phones.
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { Logo } from './icons.tsx'
import { BottomNav, type NavItem, TopNav } from './Navigation.tsx'
import { useNarrow } from './use-narrow.ts'

type Props = {
  items: readonly NavItem[]
  /** The made-up world is marked on every page. */
  demo: boolean
  /** The account menu. */
  account: ReactNode
  children: ReactNode
}

export function AppShell({ items, demo, account, children }: Props): ReactNode {
  const narrow = useNarrow()
  return (
    <>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="top">
        <Link className="brand" to="/" aria-label="聚沙，回到今日">
          <Logo />
          <span>聚沙</span>
        </Link>
        {!narrow && <TopNav items={items} />}
        <div className="top-right">
          {demo && <DemoMark />}
          {account}
        </div>
      </header>
      <Main>{children}</Main>
      {narrow && <BottomNav items={items} />}
    </>
  )
}

/** After going to another page the cursor is in it, unless the page has put it somewhere itself. */
function Main({ children }: { children: ReactNode }): ReactNode {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current !== pathname && !main.current?.contains(document.activeElement)) {
      main.current?.focus({ preventScroll: true })
    }
    before.current = pathname
  }, [pathname])
  return (
    <>
      {useNavigation().state === 'loading' && (
        <div className="page-progress" role="status" aria-label="正在打开下一页" />
      )}
      <main id="main" ref={main} className="main" tabIndex={-1}>
        {children}
      </main>
      <ScrollRestoration />
    </>
  )
}

export function DemoMark(): ReactNode {
  return (
    <span className="demo-mark" title="这里的组织和数字都是编出来的，只作演示">
      演示数据
    </span>
  )
}
