// The list of projects: those that begin last first.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { type ProjectLine, projectStatuses } from '../project.ts'
import { filterKeys, filterOf } from './project-filters.ts'
import { useProjectCount, useProjects } from './project-queries.ts'
import { daysText, people, statusTones, yuan } from './project-words.ts'

export function ProjectList(): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const filter = filterOf(url)
  const { data, error, refetch, isPlaceholderData } = useProjects({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  const count = useProjectCount(filter)
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} noun="项目" />
      </div>
      <DataTable
        label="服务项目"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<Nothing filtered={url.filled(filterKeys) > 0} />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
      />
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }): ReactNode {
  if (filtered) return <EmptyHint title="没有符合这些条件的项目">放宽一两个条件再看。</EmptyHint>
  return <EmptyHint title="还没有项目">打开一个组织的页面，在“服务项目”里登记。</EmptyHint>
}

const columns: readonly Column<ProjectLine>[] = [
  {
    key: 'title',
    title: '项目',
    width: '26%',
    card: 'title',
    cell: (one) => <Link to={`/projects/${one.id}`}>{one.title}</Link>,
  },
  { key: 'organization', title: '组织', card: 'words', cell: (one) => one.organizationName },
  {
    key: 'place',
    title: '所在社区（村）',
    card: 'hide',
    cell: ({ townshipName, areaName }) => [townshipName, areaName].filter(Boolean).join(' '),
  },
  { key: 'days', title: '时间', card: 'words', cell: daysText },
  { key: 'reached', title: '受益', cell: ({ reached }) => people(reached) },
  { key: 'cost', title: '支出', cell: ({ cost }) => yuan(cost) },
  {
    key: 'status',
    title: '状态',
    card: 'mark',
    cell: ({ status }) => <StateTag tone={statusTones[status]} word={projectStatuses[status]} />,
  },
]
