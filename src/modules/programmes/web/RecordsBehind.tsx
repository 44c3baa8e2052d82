// The records that a figure counts, each with its own page: nobody has to believe a number.
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useKeyset } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import type { FigureRecord, TargetRow } from '../programmes-api.ts'
import { useRecords } from './programme-queries.ts'
import type { TargetView } from './TargetPage.tsx'

export function RecordsBehind({ row, view }: { row: TargetRow; view: TargetView }): ReactNode {
  const keyset = useKeyset()
  const limit = useNarrow() ? 10 : 20
  const records = useRecords(view.id, view.target, { ...view.place, after: keyset.after, limit })
  const { data, error, refetch, isPlaceholderData } = records
  const title = useArrival(data !== undefined)
  const opens = useMay()('organization.see')
  return (
    <section className="records no-print" aria-labelledby="records">
      <div className="list-head">
        <h2 id="records" ref={title} tabIndex={-1}>
          背后的记录
        </h2>
        {data && data.items.length > 0 && <CountText count={data.total} unit="条" />}
      </div>
      <DataTable
        label="背后的记录"
        columns={recordColumns(data?.items ?? [], opens)}
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

/** An address that ends in `#records` comes here once the rows are there. */
export function useArrival(there: boolean) {
  const title = useRef<HTMLHeadingElement>(null)
  const { hash } = useLocation()
  useEffect(() => {
    if (!there || hash !== '#records') return
    title.current?.scrollIntoView({ block: 'start' })
    title.current?.focus({ preventScroll: true })
  }, [there, hash])
  return title
}

/** That each record counts as one goes without saying. `opens`: the reader may open the page of a record. */
export const recordColumns = (records: readonly FigureRecord[], opens: boolean): Column<FigureRecord>[] => {
  const columns = [labelColumn(opens), ...otherColumns]
  return records.every(({ quantity }) => quantity === 1) ? columns : [...columns, quantityColumn]
}

const labelColumn = (opens: boolean): Column<FigureRecord> => ({
  key: 'label',
  title: '记录',
  width: '36%',
  card: 'title',
  cell: ({ label, link }) => (opens && link ? <Link to={link}>{label}</Link> : label),
})

const otherColumns: Column<FigureRecord>[] = [
  { key: 'note', title: '说明', card: 'words', cell: ({ note }) => note },
  { key: 'area', title: '所在', cell: ({ areaName }) => areaName },
  { key: 'since', title: '从何时起', cell: ({ since }) => <span className="nowrap">{since ?? '不详'}</span> },
]

const quantityColumn: Column<FigureRecord> = {
  key: 'quantity',
  title: '计为',
  align: 'right',
  card: 'mark',
  cell: ({ quantity }) => quantity.toLocaleString('zh-CN'),
}

function NoRecords({ collected }: { collected: boolean }): ReactNode {
  if (!collected)
    return <EmptyHint title="尚无数据来源">还没有地方记录这件事，所以没有可看的记录。</EmptyHint>
  return <EmptyHint title="这一天、这个地区没有计入的记录">可以换一天，或者回到上级地区。</EmptyHint>
}
