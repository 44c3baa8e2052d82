// How places are grouped in the menus.
import { describe, expect, test } from 'vitest'
import { entriesOf, type NavItem } from './Navigation.tsx'

const place = (to: string, group?: string): NavItem => ({
  ...{ to, label: to, icon: 'today' },
  ...(group && { group }),
})
const said = (items: NavItem[]) =>
  entriesOf(items).map((entry) =>
    'to' in entry ? entry.to : [entry.name, ...entry.items.map(({ to }) => to)],
  )

describe('a menu', () => {
  test('puts a group where its first place is, in the order of the places', () => {
    const items = [place('/a'), place('/b', '办事'), place('/c'), place('/d', '办事'), place('/e')]
    expect(said(items)).toEqual(['/a', ['办事', '/b', '/d'], '/c', '/e'])
  })

  test('shows a group of one as the place itself', () => {
    expect(said([place('/a', '管理'), place('/b')])).toEqual(['/a', '/b'])
  })
})
