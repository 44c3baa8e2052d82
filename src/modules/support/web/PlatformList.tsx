// Support platforms of one's areas and those above that serve them.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import { type Platform, platformKinds } from '../platform.ts'
import { kindsOf } from './support-filters.ts'
import { useChoices, usePlatforms } from './support-queries.ts'

export function PlatformList(): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const mayKeep = useMay()('support.keep')
  const { data: choices } = useChoices()
  const { data, error, refetch, isPlaceholderData } = usePlatforms({
    ...kindsOf(url),
    ...(keyset.after && { after: keyset.after }),
  })
  return (
    <DataTable
      label="支持平台"
      columns={columnsOf(choices?.services ?? {})}
      rows={data?.items}
      rowKey={({ id }) => id}
      empty={
        <EmptyHint title="没有符合这些条件的平台">
          {mayKeep ? '放宽条件再看；还没有登记过的，点“登记一个平台”。' : '放宽条件再看。'}
        </EmptyHint>
      }
      problem={data ? null : error}
      retry={() => void refetch()}
      paging={{ keyset, next: data?.next }}
      stale={isPlaceholderData}
    />
  )
}

const columnsOf = (services: Readonly<Record<string, string>>): Column<Platform>[] => [
  {
    key: 'name',
    title: '名称',
    width: '28%',
    card: 'title',
    cell: ({ id, name, closedOn }) => (
      <>
        <Link to={`/support/${id}`}>{name}</Link>
        {closedOn && <small className="support-small">{closedOn} 关闭</small>}
      </>
    ),
  },
  {
    key: 'kind',
    title: '类型',
    card: 'mark',
    cell: ({ kind, closedOn }) => (
      <StateTag tone={closedOn ? 'none' : 'met'} word={closedOn ? '已关闭' : platformKinds[kind]} />
    ),
  },
  { key: 'area', title: '服务范围', card: 'words', cell: ({ areaName }) => areaName },
  { key: 'operator', title: '运营单位', cell: ({ operator }) => operator?.name ?? null },
  {
    key: 'services',
    title: '服务',
    cell: (one) => one.services.map((service) => services[service] ?? service).join('、'),
  },
  {
    key: 'incubating',
    title: '在孵化',
    align: 'right',
    cell: ({ incubating }) => (incubating > 0 ? `${asNumber(incubating)} 个` : null),
  },
]
