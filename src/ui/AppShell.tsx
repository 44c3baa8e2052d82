// The frame of every page: skip link, header with navigation, main, and a bottom bar on phones.
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, NavLink, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { Icon, type IconName, Logo } from './icons.tsx'
import { MenuButton } from './MenuButton.tsx'
import { useNarrow } from './use-narrow.ts'

export type NavItem = { to: string; label: string; icon: IconName }

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

function TopNav({ items }: { items: readonly NavItem[] }): ReactNode {
  return (
    <nav className="top-nav" aria-label="主导航">
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.to === '/'}>
          {item.label}
        </NavLink>
      ))}
    </nav>
  )
}

/** Five places at most under the thumb: four pages and the rest under 更多. */
function BottomNav({ items }: { items: readonly NavItem[] }): ReactNode {
  const shown = items.length <= 5 ? items : items.slice(0, 4)
  const rest = items.slice(shown.length)
  return (
    <nav className="bottom-nav no-print" aria-label="主导航">
      {shown.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.to === '/'}>
          <Icon name={item.icon} size={22} />
          {item.label}
        </NavLink>
      ))}
      {rest.length > 0 && (
        <MenuButton
          className="bottom-more"
          label={
            <>
              <Icon name="more" size={22} />
              更多
            </>
          }
        >
          {rest.map((item) => (
            <NavLink key={item.to} to={item.to}>
              <Icon name={item.icon} />
              {item.label}
            </NavLink>
          ))}
        </MenuButton>
      )}
    </nav>
  )
}
