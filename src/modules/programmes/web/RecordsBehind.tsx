// The records that a figure counts, each with its own page: nobody has to believe a number.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { useKeyset } from '../../../ui/use-url-state.ts'
import type { FigureRecord, TargetRow } from '../programmes-api.ts'
import { useRecords } from './programme-queries.ts'
import type { TargetView } from './TargetPage.tsx'

export function RecordsBehind({ row, view }: { row: TargetRow; view: TargetView }): ReactNode {
  const keyset = useKeyset()
  const records = useRecords(view.id, view.target, { ...view.place, after: keyset.after })
  const { data, error, refetch, isPlaceholderData } = records
  return (
    <section className="records no-print" aria-labelledby="records">
      <div className="list-head">
        <h2 id="records">背后的记录</h2>
        {data && data.items.length > 0 && <CountText count={data.total} unit="条" />}
      </div>
      <DataTable
        label="背后的记录"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        problem={error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        empty={<NoRecords collected={row.state !== 'notCollected'} />}
      />
    </section>
  )
}

const columns: Column<FigureRecord>[] = [
  {
    key: 'label',
    title: '记录',
    width: '36%',
    card: 'title',
    cell: ({ label, link }) => (link ? <Link to={link}>{label}</Link> : label),
  },
  { key: 'note', title: '说明', card: 'words', cell: ({ note }) => note },
  { key: 'area', title: '所在', cell: ({ areaName }) => areaName },
  { key: 'since', title: '从何时起', cell: ({ since }) => <span className="nowrap">{since ?? '不详'}</span> },
  {
    key: 'quantity',
    title: '计为',
    align: 'right',
    card: 'mark',
    cell: ({ quantity }) => quantity.toLocaleString('zh-CN'),
  },
]

function NoRecords({ collected }: { collected: boolean }): ReactNode {
  if (!collected)
    return <EmptyHint title="尚无数据来源">还没有地方记录这件事，所以没有可看的记录。</EmptyHint>
  return <EmptyHint title="这一天、这个地区没有计入的记录">可以换一天，或者回到上级地区。</EmptyHint>
}
