// The three pages of party-building side by side.
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import './party.css'

export function PartyTabs(): ReactNode {
  return (
    <nav className="party-tabs no-print" aria-label="党建">
      <NavLink to="/party" end>
        两个覆盖
      </NavLink>
      <NavLink to="/party/branches">党支部</NavLink>
      <NavLink to="/party/instructors">党建指导员</NavLink>
    </nav>
  )
}
