// The censuses that reach into one's areas: what runs, until when, and how far it is; officers begin a new one here.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import { type Census, censusStatuses, repeats } from '../census.ts'
import { CensusForm } from './CensusForm.tsx'
import { useCensuses } from './census-queries.ts'
import { censusPath, ofAll, statusTones, walkPath } from './census-words.ts'
import './census.css'

export function CensusesPage(): ReactNode {
  const may = useMay()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useCensuses()
  return (
    <>
      <PageHeader
        title="摸底排查"
        sentence="各社区对着名单走一遍：属实的点一下，变了的改过来，漏掉的补上；结束时的数字封存起来，作以后比较的基数。"
        action={
          may('census.run') && (
            <Button type="primary" onClick={() => setOpen(true)}>
              布置一次摸底
            </Button>
          )
        }
      />
      <DataTable
        label="摸底排查"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<Empty mayRun={may('census.run')} />}
        problem={data ? null : error}
        retry={() => void refetch()}
      />
      {open && <CensusForm census={null} onClose={() => setOpen(false)} />}
    </>
  )
}

/** A worker with one list goes straight to it. */
const pathOf = ({ id, start, status }: Census): string =>
  start.level === 'community' && status === 'open' ? walkPath(id, start.code) : censusPath(id)

const columns: readonly Column<Census>[] = [
  {
    key: 'title',
    title: '名称',
    width: '32%',
    card: 'title',
    cell: (census) => <Link to={pathOf(census)}>{census.title}</Link>,
  },
  { key: 'area', title: '范围', card: 'words', cell: (census) => census.areaName },
  { key: 'orderedBy', title: '布置单位', cell: (census) => census.orderedBy },
  { key: 'repeats', title: '频次', cell: (census) => repeats[census.repeats] },
  { key: 'dueOn', title: '截止', cell: (census) => <span className="nowrap">{census.dueOn}</span> },
  {
    key: 'places',
    title: '已走完的社区（村）',
    align: 'right',
    cell: ({ places }) => (places.total > 0 ? ofAll(places.finished, places.total) : null),
  },
  {
    key: 'status',
    title: '状态',
    card: 'mark',
    cell: ({ status }) => <StateTag tone={statusTones[status]} word={censusStatuses[status]} />,
  },
]

const Empty = ({ mayRun }: { mayRun: boolean }): ReactNode => (
  <EmptyHint title="还没有布置过摸底排查">
    {mayRun
      ? '点“布置一次摸底”，写清谁布置的、多久一次、什么时候截止。'
      : '上级布置以后，会出现在这里和您的待办里。'}
  </EmptyHint>
)
