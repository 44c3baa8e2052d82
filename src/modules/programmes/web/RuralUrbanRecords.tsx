// The records that one side of rural beside urban counts.
import type { ReactNode } from 'react'
import { CountText } from '../../../ui/CountText.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useKeyset } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import type { RuralUrban } from '../programmes-api.ts'
import { usePlace } from './place.ts'
import { useRuralUrbanRecords } from './programme-queries.ts'
import { recordColumns, useArrival } from './RecordsBehind.tsx'
import { type Side, sideTitles } from './rural-urban-words.ts'

export const asSide = (text: string | null): Side | null =>
  text !== null && Object.hasOwn(sideTitles, text) ? (text as Side) : null

type Props = { id: string; data: RuralUrban; side: Side }

export function RuralUrbanRecords({ id, data: { measure }, side }: Props): ReactNode {
  const keyset = useKeyset()
  const place = usePlace()
  const limit = useNarrow() ? 10 : 20
  const query = { ...place, measure, settlement: side, after: keyset.after, limit }
  const { data, error, refetch, isPlaceholderData } = useRuralUrbanRecords(id, query)
  const title = useArrival(data !== undefined)
  const opens = useMay()('organization.see')
  return (
    <section className="records no-print" aria-labelledby="records">
      <div className="list-head">
        <h2 id="records" ref={title} tabIndex={-1}>
          {`${sideTitles[side]}的记录`}
        </h2>
        {data && data.items.length > 0 && <CountText count={data.total} unit="条" />}
      </div>
      <DataTable
        label={`${sideTitles[side]}的记录`}
        columns={recordColumns(data?.items ?? [], opens)}
        rows={data?.items}
        rowKey={({ id: record }) => record}
        problem={error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        empty={<EmptyHint title="没有计入的记录">换一天，或者看另一边。</EmptyHint>}
      />
    </section>
  )
}
