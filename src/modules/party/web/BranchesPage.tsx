// The branches of an area in the order in which their next meeting is due, the overdue ones first.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { BranchListed } from '../branches-api.ts'
import { branchKinds } from '../party.ts'
import { PartyTabs } from './PartyTabs.tsx'
import { useBranches } from './party-queries.ts'

export function BranchesPage(): ReactNode {
  const url = useUrlState()
  const { today } = useSession()
  const keyset = useKeyset()
  const [area, overdue] = [url.one('area'), url.one('overdue') === 'true']
  const { data, error, refetch, isPlaceholderData } = useBranches({
    ...(area && { area }),
    ...(overdue && { overdue: 'true' as const }),
    ...(keyset.after !== undefined && { after: keyset.after }),
    limit: 50,
  })
  return (
    <>
      <PageHeader
        title="党支部"
        sentence="按下一次组织生活的期限排，拖欠最久的在前；党支部在组织的页面上建立。"
        extra={<PrintMenu />}
      />
      <PartyTabs />
      <div className="party-bar no-print">
        <AreaFilter url={url} label="只看一个地区" />
        <label className="switch-line">
          <input
            type="checkbox"
            checked={overdue}
            onChange={() => url.set({ overdue: overdue ? null : 'true' })}
          />
          只看组织生活拖欠的
        </label>
      </div>
      <DataTable
        label="党支部"
        columns={columnsOf(today)}
        rows={data?.items}
        rowKey={({ id }) => id}
        problem={error}
        retry={() => void refetch()}
        stale={isPlaceholderData}
        paging={{ keyset, next: data?.next }}
        empty={
          <EmptyHint title={overdue ? '没有拖欠组织生活的党支部。' : '还没有登记党支部。'}>
            <Link to="/party">从尚未覆盖的组织开始</Link>
          </EmptyHint>
        }
      />
    </>
  )
}

const columnsOf = (today: string): Column<BranchListed>[] => [
  {
    key: 'name',
    title: '党支部',
    card: 'title',
    width: '34%',
    cell: ({ id, name }) => <Link to={`/party/branches/${id}`}>{name}</Link>,
  },
  { key: 'kind', title: '形式', cell: ({ kind }) => branchKinds[kind] },
  { key: 'area', title: '所在', cell: ({ areaName }) => areaName },
  {
    key: 'size',
    title: '规模',
    cell: ({ organizations, members }) => `${organizations} 个组织，${members} 名党员`,
  },
  { key: 'due', title: '组织生活', card: 'mark', cell: ({ due }) => <LifeTag due={due} today={today} /> },
]

/** Nothing asked, something to hold by a day, or late. */
export function LifeTag({ due, today }: { due: string | null; today: string }): ReactNode {
  if (due === null) return <StateTag tone="met" word="没有要办的" />
  return due < today ? (
    <StateTag tone="overdue" word={`${due} 前未办`} />
  ) : (
    <StateTag tone="onCourse" word={`${due} 前要办`} />
  )
}
