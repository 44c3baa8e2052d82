// The menus of the frame: across the top of a desk, under the thumb on a phone. Places of one kind share a group.
import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { Icon, type IconName } from './icons.tsx'
import { MenuButton } from './MenuButton.tsx'
import './navigation.css'

/** A place in the menu; those with the same `group` stand together under its name. */
export type NavItem = { to: string; label: string; icon: IconName; group?: string }

export function TopNav({ items }: { items: readonly NavItem[] }): ReactNode {
  return (
    <nav className="top-nav" aria-label="主导航">
      {entriesOf(items).map((entry) =>
        'to' in entry ? <Place key={entry.to} item={entry} /> : <Group key={entry.name} {...entry} />,
      )}
    </nav>
  )
}

type Entry = NavItem | { name: string; items: NavItem[] }

/** Groups where their first place would be; a group of one is that place. */
export function entriesOf(items: readonly NavItem[]): Entry[] {
  const entries: Entry[] = []
  for (const item of items) {
    const same = items.filter(({ group }) => group !== undefined && group === item.group)
    if (same.length < 2) entries.push(item)
    else if (same[0] === item) entries.push({ name: item.group ?? '', items: same })
  }
  return entries
}

const Place = ({ item }: { item: NavItem }): ReactNode => (
  <NavLink to={item.to} end={item.to === '/'}>
    {item.label}
  </NavLink>
)

function Group({ name, items }: { name: string; items: readonly NavItem[] }): ReactNode {
  const { pathname } = useLocation()
  const isHere = items.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <MenuButton
      className={isHere ? 'nav-group active' : 'nav-group'}
      label={
        <>
          {name}
          <Icon name="down" size={14} />
        </>
      }
    >
      {items.map((item) => (
        <Line key={item.to} item={item} />
      ))}
    </MenuButton>
  )
}

const Line = ({ item }: { item: NavItem }): ReactNode => (
  <NavLink to={item.to} end={item.to === '/'}>
    <Icon name={item.icon} />
    {item.label}
  </NavLink>
)

/** Five places at most under the thumb: four pages and the rest under 更多. */
export function BottomNav({ items }: { items: readonly NavItem[] }): ReactNode {
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
      {rest.length > 0 && <More items={rest} />}
    </nav>
  )
}

const More = ({ items }: { items: readonly NavItem[] }): ReactNode => (
  <MenuButton
    className="bottom-more"
    label={
      <>
        <Icon name="more" size={22} />
        更多
      </>
    }
  >
    {entriesOf(items).map((entry) =>
      'to' in entry ? <Line key={entry.to} item={entry} /> : <Heap key={entry.name} {...entry} />,
    )}
  </MenuButton>
)

const Heap = ({ name, items }: { name: string; items: readonly NavItem[] }): ReactNode => (
  <>
    <p className="menu-note">{name}</p>
    <div className="menu-pairs">
      {items.map((item) => (
        <Line key={item.to} item={item} />
      ))}
    </div>
  </>
)
