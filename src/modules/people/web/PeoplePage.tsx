// Accounts and postings: who may work here, as what, and where.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { useMay } from '../../../ui/may.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import type { Person } from '../people-api.ts'
import { roles } from '../roles.ts'
import { NewAccountDialog } from './NewAccountDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { peopleQuery } from './people-queries.ts'
import './people.css'

export function PeoplePage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const keyset = useKeyset()
  const filter = { q: url.one('q'), area: url.one('area'), after: keyset.after }
  const { data, error, refetch, isPlaceholderData } = useQuery(peopleQuery(filter))
  const [creating, setCreating] = useState(false)
  const [managed, setManaged] = useState<string | null>(null)
  const person = data?.items.find((one) => one.id === managed)
  const add = may('person.create') && (
    <Button type="primary" onClick={() => setCreating(true)}>
      建一个账号
    </Button>
  )
  return (
    <>
      <PageHeader title="人员" sentence="谁在这里工作，担任什么岗位，管哪个地区。" action={add} />
      <Filters url={url}>
        <SearchInput label="按姓名或登录名找" placeholder="姓名或登录名" />
        <AreaFilter url={url} label="按地区找" />
      </Filters>
      <DataTable
        label="人员"
        columns={columns}
        rows={data?.items}
        rowKey={(row) => row.id}
        problem={error}
        retry={() => void refetch()}
        stale={isPlaceholderData}
        paging={{ keyset, next: data?.next }}
        empty={<Nobody filtered={url.filled(['q', 'area']) > 0} />}
        {...(may('person.edit') && {
          rowActions: (row: Person) => <ManageButton person={row} onPress={() => setManaged(row.id)} />,
        })}
      />
      {creating && <NewAccountDialog onClose={() => setCreating(false)} />}
      {person && <PersonDialog person={person} onClose={() => setManaged(null)} />}
    </>
  )
}

const columns: Column<Person>[] = [
  { key: 'name', title: '姓名', cell: (row) => row.displayName, card: 'title' },
  { key: 'login', title: '登录名', cell: (row) => <span className="mono">{row.loginName}</span> },
  { key: 'postings', title: '岗位', cell: (row) => <Postings person={row} /> },
  { key: 'state', title: '状态', cell: (row) => <AccountState person={row} />, card: 'mark' },
]

function Postings({ person }: { person: Person }): ReactNode {
  if (person.postings.length === 0) return <span className="faint">没有岗位，看不到内容</span>
  return (
    <ul className="plain-list">
      {person.postings.map((posting) => (
        <li key={posting.id}>
          {roles[posting.role]} <span className="faint">{posting.areaPath.slice(-3).join(' ')}</span>
        </li>
      ))}
    </ul>
  )
}

const AccountState = ({ person }: { person: Person }): ReactNode =>
  person.active ? <StateTag tone="met" word="可登录" /> : <StateTag tone="none" word="已停用" />

function ManageButton({ person, onPress }: { person: Person; onPress: () => void }): ReactNode {
  return (
    <button
      type="button"
      className="text-button"
      aria-label={`${person.displayName}：岗位和密码`}
      onClick={onPress}
    >
      岗位和密码
    </button>
  )
}

function Nobody({ filtered }: { filtered: boolean }): ReactNode {
  return filtered ? (
    <EmptyHint title="没有找到人。">换个写法，或清除地区再找。</EmptyHint>
  ) : (
    <EmptyHint title="还没有人。">先建一个账号，给他一个岗位，他就能登录。</EmptyHint>
  )
}
