// The columns of the register's list, those shown at first, and the lines of a phone's card.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { categories, tiers } from '../choices.ts'
import type { Organization } from '../organization.ts'
import { fieldLabels, unknown, valueText, whereText } from '../organization-fields.ts'
import { StatusTag } from './StatusTag.tsx'

type OrganizationColumn = Column<Organization>

const name: OrganizationColumn = {
  key: 'name',
  title: fieldLabels.name,
  sort: 'name',
  sortWords: ['按拼音', '按拼音倒着'],
  width: '24%',
  card: 'title',
  cell: (one) => (
    <>
      <Link to={`/organizations/${one.id}`}>{one.name}</Link>
      {one.hub && <span className="hub-mark">枢纽型</span>}
    </>
  ),
}

const earliest = ['从早到晚', '从晚到早'] as const

const status: OrganizationColumn = {
  key: 'status',
  title: '状态',
  card: 'mark',
  cell: (one) => <StatusTag status={one.status} />,
}

const plain = (key: keyof Organization & string, title: string): OrganizationColumn => ({
  key,
  title,
  cell: (one) => valued(key, one[key]),
})

const numeric = (key: 'members' | 'partyMembers' | 'residentsServed'): OrganizationColumn => ({
  key,
  title: fieldLabels[key],
  align: 'right',
  cell: (one) => (one[key] === null ? <Unknown /> : asNumber(one[key])),
})

const day = (key: 'foundedOn' | 'filedOn' | 'registeredOn'): OrganizationColumn => ({
  ...plain(key, fieldLabels[key]),
  cell: (one) => <span className="nowrap">{valued(key, one[key])}</span>,
})

/** Every column there is, in the order of the table. */
export const allColumns: readonly OrganizationColumn[] = [
  name,
  { key: 'area', title: fieldLabels.area, cell: whereText },
  { key: 'category', title: fieldLabels.category, cell: (one) => categories[one.category] },
  { key: 'tier', title: fieldLabels.tier, cell: (one) => tiers[one.tier] },
  plain('legalForm', fieldLabels.legalForm),
  plain('leader', fieldLabels.leader),
  plain('phone', fieldLabels.phone),
  { ...numeric('members'), sort: 'members', sortWords: ['从少到多', '从多到少'] },
  numeric('partyMembers'),
  plain('leaderInParty', fieldLabels.leaderInParty),
  plain('partyPresence', fieldLabels.partyPresence),
  numeric('residentsServed'),
  plain('charter', fieldLabels.charter),
  { ...day('foundedOn'), sort: 'foundedOn', sortWords: earliest },
  day('filedOn'),
  day('registeredOn'),
  plain('place', fieldLabels.place),
  plain('unifiedCode', fieldLabels.unifiedCode),
  {
    key: 'updatedAt',
    title: '最近更新',
    sort: 'updatedAt',
    sortWords: earliest,
    cell: (one) => updatedOn(one),
  },
  status,
]

export const firstColumns: readonly string[] = [
  'name',
  'area',
  'category',
  'tier',
  'leader',
  'members',
  'foundedOn',
  'status',
]

/** The chosen columns in the table's order; the name always stands first. */
export const chosenColumns = (keys: readonly string[]): OrganizationColumn[] =>
  allColumns.filter(({ key }) => key === 'name' || keys.includes(key))

/** A card names the organization, its state, community, category and leader; the rest only sorts. */
export const cardColumns: readonly OrganizationColumn[] = [
  name,
  status,
  {
    key: 'about',
    title: '',
    card: 'words',
    cell: (one) => `${whereText(one)} · ${categories[one.category]} · ${tiers[one.tier]}`,
  },
  { key: 'leader', title: '', card: 'words', cell: (one) => leaderLine(one) },
  ...allColumns
    .filter(({ key, sort }) => sort && key !== 'name')
    .map((column) => ({ ...column, card: 'hide' as const })),
]

function leaderLine({ leader, members }: Organization): string {
  return [`负责人 ${leader ?? unknown}`, members !== null && `成员 ${asNumber(members)} 人`]
    .filter(Boolean)
    .join(' · ')
}

/** The day in China on which it was last changed. */
const updatedOn = (one: Organization): ReactNode => (
  <span className="nowrap">
    {new Date(one.updatedAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })}
  </span>
)

const Unknown = (): ReactNode => <span className="fact-unknown">{unknown}</span>

function valued(field: string, value: unknown): ReactNode {
  const text = valueText(field, value)
  return text === unknown ? <Unknown /> : text
}
